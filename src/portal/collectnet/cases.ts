/** Cases as somebody sees them: those under the policies that are granted to them, and nothing else. */
import { sql, type Selectable } from 'kysely'
import type { CaseDocument } from '../../shared/contract/collectnet/documents.ts'
import {
  caseDetailSchema,
  isClosedCase,
  collectionCaseSchema,
  type CaseDetail,
  type CollectionCase,
} from '../../shared/contract/collectnet/cases.ts'
import {
  caseStatuses,
  type CaseStatus,
  type CaseQuery,
} from '../../shared/contract/credit/case-filters.ts'
import { moneyOfUnits } from '../../shared/credit/minor-units.ts'
import { searchQuestionOf } from '../../shared/credit/search-text.ts'
import { answersInSql } from '../credit/buyer-words.ts'
import { assertGranted } from '../credit/policies.ts'
import { isPolicyGranted, isPolicyOf } from '../identity/access/policy-grants.ts'
import { timestamp } from '../identity/accounts/account.ts'
import type {
  CaseInvoiceTable,
  CaseStepTable,
  CollectionCaseTable,
} from '../platform/db/collection-schema.ts'
import type { Db } from '../platform/db/open.ts'
import { documentsOf } from './documents.ts'
import { decodeCursor, isBehind, pageOf, positionSchema, type Page } from '../platform/paging.ts'
import { ProblemError } from '../platform/problem-error.ts'

type CaseRow = Selectable<CollectionCaseTable> & {
  readonly buyer_name: string
  readonly country: string
}
type InvoiceRow = Selectable<CaseInvoiceTable>
type StepRow = Selectable<CaseStepTable>

/** What a case consists of: its invoices, the one that was due first at first, and its steps in their order. */
type Parts = { readonly invoices: readonly InvoiceRow[]; readonly steps: readonly StepRow[] }

const { status: statusSchema } = collectionCaseSchema.shape
const { kind: kindSchema } = caseDetailSchema.shape.course.element.shape

/** As the contract names it. */
export function statusOf({ status }: Pick<CaseRow, 'status'>): CaseStatus {
  return statusSchema.parse(status)
}

/** The sums of invoices, in the smallest unit: exact, however large. */
export function amountsOf(
  invoices: readonly Pick<InvoiceRow, 'amount' | 'paid'>[],
): Record<'claimed' | 'recovered' | 'outstanding', bigint> {
  const claimed = invoices.reduce((sum, { amount }) => sum + BigInt(amount), 0n)
  const recovered = invoices.reduce((sum, { paid }) => sum + BigInt(paid), 0n)
  return { claimed, recovered, outstanding: claimed - recovered }
}

function caseOf(row: CaseRow, { invoices, steps }: Parts): CollectionCase {
  const { currency } = row
  const { claimed, recovered, outstanding } = amountsOf(invoices)
  const [oldest, last] = [invoices.at(0), steps.at(-1)]
  if (oldest === undefined || last === undefined) throw new Error(`case ${row.id} is not whole`)
  return {
    id: row.id,
    policyId: row.policy_id,
    buyerId: row.buyer_id,
    buyerName: row.buyer_name,
    country: row.country,
    status: statusOf(row),
    openedAt: timestamp(row.opened_at),
    claimed: moneyOfUnits(claimed, currency),
    recovered: moneyOfUnits(recovered, currency),
    outstanding: moneyOfUnits(outstanding, currency),
    invoiceNumbers: invoices.map(({ number }) => number),
    oldestDueOn: oldest.due_on,
    lastStep: { kind: kindSchema.parse(last.kind), at: timestamp(last.at) },
  }
}

function detailOf(row: CaseRow, parts: Parts, documents: readonly CaseDocument[]): CaseDetail {
  const money = (units: number) => moneyOfUnits(BigInt(units), row.currency)
  return {
    ...caseOf(row, parts),
    remarks: row.remarks,
    course: parts.steps.map(({ position, kind, at, amount, note }) => ({
      id: String(position),
      kind: kindSchema.parse(kind),
      at: timestamp(at),
      amount: amount === null ? null : money(amount),
      note,
    })),
    invoices: parts.invoices.map(({ number, issued_on, due_on, amount, paid }) => ({
      number,
      issuedOn: issued_on,
      dueOn: due_on,
      amount: money(amount),
      paid: money(paid),
    })),
    documents: [...documents],
  }
}

const allCases = (db: Db) =>
  db
    .selectFrom('collection_cases')
    .innerJoin('buyers', 'buyers.id', 'collection_cases.buyer_id')
    .selectAll('collection_cases')
    .select(['buyers.name as buyer_name', 'buyers.country'])

const grantedCases = (db: Db, userId: string) =>
  allCases(db).where((row) =>
    isPolicyGranted(row.val(userId), row.ref('collection_cases.policy_id')),
  )

/** The parts of each case. @param stepsFrom `last`: without all the steps before it */
async function partsOf(
  db: Db,
  ids: readonly string[],
  stepsFrom: 'first' | 'last',
): Promise<(id: string) => Parts> {
  if (ids.length === 0) return () => ({ invoices: [], steps: [] })
  const invoices = await db
    .selectFrom('case_invoices')
    .selectAll()
    .where('case_id', 'in', [...ids])
    .orderBy('due_on')
    .orderBy('number_key')
    .execute()
  const every = db
    .selectFrom('case_steps')
    .selectAll()
    .where('case_id', 'in', [...ids])
  const steps = await (
    stepsFrom === 'first'
      ? every
      : every.where('position', '=', (row) =>
          row
            .selectFrom('case_steps as other')
            .select((of) => of.fn.max('other.position').as('position'))
            .whereRef('other.case_id', '=', 'case_steps.case_id'),
        )
  )
    .orderBy('position')
    .execute()
  const [invoicesOf, stepsOf] = [
    Map.groupBy(invoices, (one) => one.case_id),
    Map.groupBy(steps, (one) => one.case_id),
  ]
  return (id) => ({ invoices: invoicesOf.get(id) ?? [], steps: stepsOf.get(id) ?? [] })
}

/** As many as the insurer's people look through at once. */
const mostOpen = 500

/** For the insurer: the cases of everybody that are not closed, the oldest first. */
export async function listOpenCases(db: Db): Promise<CollectionCase[]> {
  const rows = await allCases(db)
    .where('status', 'not in', caseStatuses.filter(isClosedCase))
    .orderBy('opened_at')
    .orderBy('collection_cases.id')
    .limit(mostOpen)
    .execute()
  const parts = await partsOf(
    db,
    rows.map(({ id }) => id),
    'last',
  )
  return rows.map((row) => caseOf(row, parts(row.id)))
}

/**
 * A page of the cases that `userId` sees, newest first.
 * @throws ProblemError `not_found` for a policy or a client that is not granted, `invalid_request` for a cursor that
 * this did not make
 */
export async function listCases(
  db: Db,
  userId: string,
  { cursor, limit, q, status, policy, client }: CaseQuery,
): Promise<Page<CollectionCase>> {
  await assertGranted(db, userId, { policy, client })
  const question = searchQuestionOf(q ?? '')
  const after = cursor === undefined ? null : decodeCursor(cursor, positionSchema)
  const rows = await grantedCases(db, userId)
    .$if(policy !== undefined, (query) => query.where('policy_id', '=', policy ?? ''))
    .$if(client !== undefined, (query) =>
      query.where((row) =>
        isPolicyOf(row.val(client ?? ''), row.ref('collection_cases.policy_id')),
      ),
    )
    .$if(status !== undefined, (query) => query.where('status', '=', status ?? ''))
    .$if(question.words.length > 0, (query) =>
      query.where(sql<boolean>`${answersInSql(sql.ref('collection_cases.search_text'), question)}`),
    )
    .$if(after !== null, (query) =>
      query.where((row) =>
        isBehind(
          row,
          { at: row.ref('collection_cases.opened_at'), id: row.ref('collection_cases.id') },
          after ?? [0, ''],
        ),
      ),
    )
    .orderBy('collection_cases.opened_at', 'desc')
    .orderBy('collection_cases.id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = pageOf(
    rows,
    limit,
    (row) => row,
    ({ opened_at: at, id }) => [at, id],
  )
  const ids = page.items.map(({ id }) => id)
  const parts = await partsOf(db, ids, 'last')
  return { ...page, items: page.items.map((row) => caseOf(row, parts(row.id))) }
}

/**
 * One case that `userId` sees, with all that happened in it.
 * @throws ProblemError `not_found`, also for one under a policy that is not granted
 */
export async function readCase(db: Db, userId: string, id: string): Promise<CaseDetail> {
  const row = await grantedCases(db, userId)
    .where('collection_cases.id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw new ProblemError('not_found')
  const parts = await partsOf(db, [id], 'first')
  return detailOf(row, parts(id), await documentsOf(db, id))
}
