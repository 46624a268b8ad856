/** Entering a case: who may, of which buyer, and what is refused before anybody collects. */
import { randomUUID } from 'node:crypto'
import {
  isClosedCase,
  type CaseDetail,
  type CaseRequest,
} from '../../shared/contract/collectnet/cases.ts'
import { caseStatuses } from '../../shared/contract/credit/case-filters.ts'
import { mostDetails, type ProblemDetail } from '../../shared/contract/problem.ts'
import { dayOf } from '../../shared/credit/days.ts'
import { minorUnitsOf } from '../../shared/credit/minor-units.ts'
import { nameKeyOf } from '../../shared/credit/search-text.ts'
import { amountErrors, isCountry, refusal } from '../credit/apply.ts'
import { grantedPositions } from '../credit/buyers.ts'
import { findOrAddBuyer } from '../credit/described-buyers.ts'
import { readPolicy } from '../credit/policies.ts'
import { isPolicyGranted } from '../identity/access/policy-grants.ts'
import { inTransaction } from '../platform/changes/log.ts'
import type { PlatformContext } from '../platform/context.ts'
import type { Db } from '../platform/db/open.ts'
import { lockRows } from '../platform/db/prepare.ts'
import { ProblemError } from '../platform/problem-error.ts'
import { readCase } from './cases.ts'
import { invoiceKeyOf, recordCase, type NewInvoice } from './collecting.ts'

/**
 * Opens a case for `userId`.
 * @throws ProblemError `not_found` for a policy that is not granted and a buyer that they do not see,
 * `invalid_request` with all that the fields lack, `case_exists` where an open case of the buyer under the
 * policy has one of the invoices
 */
export function enterCase(
  context: PlatformContext,
  userId: string,
  request: CaseRequest,
): Promise<CaseDetail> {
  return inTransaction(context, async (db) => {
    const policy = await readPolicy(db, userId, request.policyId)
    // Two at once for the same: the second sees the first.
    await lockRows(db, db.selectFrom('policies').select('id').where('id', '=', policy.id)).execute()
    const invoices = assertAcceptable(request, dayOf(context.now()))
    const buyerId = await buyerOf(db, context, userId, request)
    await assertNew(db, { policyId: policy.id, buyerId }, invoices)
    const id = randomUUID()
    await recordCase(db, context, {
      id,
      policyId: policy.id,
      buyerId,
      currency: request.currency,
      invoices,
      remarks: request.remarks?.trim() || null,
      userId,
    })
    return readCase(db, userId, id)
  })
}

type Pair = { readonly policyId: string; readonly buyerId: string }

/** @throws ProblemError `case_exists`, with the case and the first of the invoices that it has */
async function assertNew(
  db: Db,
  { policyId, buyerId }: Pair,
  invoices: readonly NewInvoice[],
): Promise<void> {
  const known = await db
    .selectFrom('case_invoices')
    .innerJoin('collection_cases', 'collection_cases.id', 'case_invoices.case_id')
    .where('collection_cases.policy_id', '=', policyId)
    .where('collection_cases.buyer_id', '=', buyerId)
    .where('collection_cases.status', 'not in', caseStatuses.filter(isClosedCase))
    .where(
      'case_invoices.number_key',
      'in',
      invoices.map(({ number }) => invoiceKeyOf(number)),
    )
    .select(['case_invoices.case_id', 'case_invoices.number'])
    .orderBy('collection_cases.opened_at', 'desc')
    .orderBy('case_invoices.number_key')
    .executeTakeFirst()
  if (known === undefined) return
  const params = { caseId: known.case_id, number: known.number }
  throw new ProblemError('case_exists', {
    errors: [{ pointer: '', code: 'case_exists', params }],
  })
}

async function buyerOf(
  db: Db,
  context: PlatformContext,
  userId: string,
  { policyId, buyerId, buyer }: CaseRequest,
): Promise<string> {
  if (buyer !== null && buyer !== undefined) {
    const named =
      (buyer.registrationNumber ?? '') === '' ? await sameName(db, policyId, buyer) : null
    return named ?? findOrAddBuyer(db, context, policyId, buyer)
  }
  const id = buyerId ?? ''
  const [position] = await grantedPositions(db, { userId }, [id])
  if (position !== undefined) return id
  // One that was described for a case has no limit.
  const ofCase = await db
    .selectFrom('collection_cases')
    .select('buyer_id')
    .where('buyer_id', '=', id)
    .where((row) => isPolicyGranted(row.val(userId), row.ref('collection_cases.policy_id')))
    .executeTakeFirst()
  if (ofCase === undefined) throw new ProblemError('not_found')
  return id
}

/** Of a buyer without a number, the one of that name that has a case under the policy. */
async function sameName(
  db: Db,
  policyId: string,
  { name, country }: NonNullable<CaseRequest['buyer']>,
): Promise<string | null> {
  const row = await db
    .selectFrom('collection_cases')
    .innerJoin('buyers', 'buyers.id', 'collection_cases.buyer_id')
    .where('collection_cases.policy_id', '=', policyId)
    .where('buyers.name_key', '=', nameKeyOf(name))
    .where('buyers.country', '=', country)
    .select('buyers.id')
    .orderBy('buyers.id')
    .executeTakeFirst()
  return row?.id ?? null
}

/**
 * The invoices, as they are written.
 * @throws ProblemError `invalid_request` with everything that does not do, each at its own field
 */
function assertAcceptable(
  { currency, invoices, buyer }: CaseRequest,
  today: string,
): readonly NewInvoice[] {
  const keys = invoices.map(({ number }) => invoiceKeyOf(number))
  const read = invoices.map((invoice, index) => {
    const { number, issuedOn, dueOn, amount } = invoice
    const at = `/invoices/${index}`
    const units = minorUnitsOf({ amount, currency })
    const errors: ProblemDetail[] = [
      ...amountErrors(currency, units).map((error) => atInvoice(error, at)),
      ...(units === 0n ? [{ pointer: `${at}/amount`, code: 'amount_zero' }] : []),
      ...(units !== null && units > Number.MAX_SAFE_INTEGER
        ? [{ pointer: `${at}/amount`, code: 'amount_too_large' }]
        : []),
      ...(issuedOn > today ? [{ pointer: `${at}/issuedOn`, code: 'issued_in_future' }] : []),
      ...(dueOn < issuedOn ? [{ pointer: `${at}/dueOn`, code: 'due_before_issue' }] : []),
      ...(keys.indexOf(keys[index] ?? '') === index
        ? []
        : [{ pointer: `${at}/number`, code: 'invoice_twice' }]),
    ]
    return { errors, written: { number, issuedOn, dueOn, units: units ?? 0n } }
  })
  const errors = [
    ...(buyer && !isCountry(buyer.country)
      ? [{ pointer: '/buyer/country', code: 'country_unknown' }]
      : []),
    ...read.flatMap((one) => one.errors),
  ]
  if (errors.length > 0) throw refusal(errors.slice(0, mostDetails))
  return read.map(({ written }) => written)
}

/** What is wrong with an amount, at that of an invoice; a currency is that of the whole. */
function atInvoice(error: ProblemDetail, at: string): ProblemDetail {
  const pointer = error.pointer === '/amount/currency' ? '/currency' : `${at}/amount`
  return { ...error, pointer }
}
