/** Credit limits as somebody sees them: how buyers stand under the policies that are granted to them. */
import { sql, type RawBuilder, type Selectable } from 'kysely'
import type { Money } from '../../shared/contract/common.ts'
import {
  limitStatusSchema,
  type CreditLimit,
  type CreditLimitDetail,
  type LimitQuery,
} from '../../shared/contract/credit/credit-limits.ts'
import { assertNever } from '../../shared/assert-never.ts'
import { dayOf } from '../../shared/credit/days.ts'
import { moneyOfUnits } from '../../shared/credit/minor-units.ts'
import { isPolicyGranted, isPolicyOf } from '../identity/access/policy-grants.ts'
import { timestamp } from '../identity/accounts/account.ts'
import type { PlatformContext } from '../platform/context.ts'
import type { PositionTable } from '../platform/db/credit-schema.ts'
import type { Db } from '../platform/db/open.ts'
import type { Page } from '../platform/paging.ts'
import { ProblemError } from '../platform/problem-error.ts'
import { reasonOf } from './alert-rows.ts'
import { searchFilters } from './buyer-list.ts'
import type { Viewer } from './buyers.ts'
import { courseOf } from './course.ts'
import { exchangeInto, type Exchange } from './exchange.ts'
import { listIds, shielded, type Filter, type ListQuestion, type Sort } from './list-query.ts'
import { assertGranted } from './policies.ts'
import { limitRows, ofGrants } from './portfolio-rows.ts'
import { keptPortfolioOf } from './portfolios.ts'

type Position = Selectable<PositionTable>
type NamedPosition = Position & { readonly buyer_name: string }

/** An amount in smallest units; null where there is none. */
function moneyOrNull(units: number | null, currency: string | null): Money | null {
  return units === null || currency === null ? null : moneyOfUnits(BigInt(units), currency)
}

/** A position as the contract tells it. @param inEuro null where nobody puts it into an order */
function limitOf(row: NamedPosition, inEuro: Exchange | null): CreditLimit {
  const pending = moneyOrNull(row.pending_amount, row.pending_currency)
  return {
    id: row.id,
    policyId: row.policy_id,
    buyerId: row.buyer_id,
    buyerName: row.buyer_name,
    country: row.country,
    applied: moneyOfUnits(BigInt(row.applied), row.currency),
    granted: moneyOrNull(row.granted, row.currency),
    ...(inEuro !== null && { grantedInEuro: grantedIn(inEuro, row) }),
    status: limitStatusSchema.parse(row.status),
    initiatedBy: row.initiated_by === 'insurer' ? 'insurer' : 'customer',
    appliedAt: timestamp(row.applied_at),
    decidedAt: row.decided_at === null ? null : timestamp(row.decided_at),
    effectiveOn: row.effective_on,
    endsOn: row.ends_on,
    inForce: moneyOrNull(row.in_force, row.in_force_currency),
    reason: reasonOf(row.reason),
    paymentTermsDays: row.payment_terms_days,
    conditions: row.conditions,
    pending:
      row.pending_id === null || pending === null || row.pending_at === null
        ? null
        : { applicationId: row.pending_id, amount: pending, appliedAt: timestamp(row.pending_at) },
  }
}

function grantedIn({ moneyOf }: Exchange, { granted, currency }: Position): Money | null {
  return granted === null ? null : moneyOf(new Map([[currency, BigInt(granted)]]))
}

const grantedLimits = (db: Db, userId: string) =>
  db
    .selectFrom('positions')
    .innerJoin('buyers', 'buyers.id', 'positions.buyer_id')
    .where((row) => isPolicyGranted(row.val(userId), row.ref('positions.policy_id')))
    .selectAll('positions')
    .select('buyers.name as buyer_name')

/**
 * A page of the limits under the policies that are granted to `userId`.
 * @throws ProblemError `not_found` for a policy or a client that is not granted, `invalid_request` for a cursor that
 * no such list bore
 */
export async function listLimits(
  context: Pick<PlatformContext, 'db' | 'now'>,
  userId: string,
  query: LimitQuery,
): Promise<Page<CreditLimit>> {
  const { db } = context
  await assertGranted(db, userId, query)
  const portfolioId = query.client === undefined ? await keptPortfolioOf(db, userId) : null
  const question = questionOf(userId, portfolioId, query)
  const { items, nextCursor } = await listIds(db, question, query)
  if (items.length === 0) return { items: [], nextCursor }
  const rows = await grantedLimits(db, userId).where('positions.id', 'in', items).execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  const found = items.flatMap((id) => byId.get(id) ?? [])
  const inEuro = await exchangeInto(context, 'EUR')
  return { items: found.map((row) => limitOf(row, inEuro)), nextCursor }
}

/** The limits of a buyer under the policies that are granted to somebody, or a client's, by policy. */
export async function limitsOfBuyer(
  db: Db,
  { userId, client }: Pick<Viewer, 'userId' | 'client'>,
  buyerId: string,
  limit: number,
): Promise<CreditLimit[]> {
  const rows = await grantedLimits(db, userId)
    .$if(client !== undefined, (of) =>
      of.where((row) => isPolicyOf(row.val(client ?? ''), row.ref('positions.policy_id'))),
    )
    .where('positions.buyer_id', '=', buyerId)
    .orderBy('positions.policy_id')
    .limit(limit)
    .execute()
  return rows.map((row) => limitOf(row, null))
}

/**
 * One limit, with its course.
 * @throws ProblemError `not_found`, also for one under a policy that is not granted
 */
export async function readLimit(
  context: Pick<PlatformContext, 'db' | 'now'>,
  userId: string,
  id: string,
): Promise<CreditLimitDetail> {
  const { db, now } = context
  const row = await grantedLimits(db, userId).where('positions.id', '=', id).executeTakeFirst()
  if (row === undefined) throw new ProblemError('not_found')
  const limit = limitOf(row, await exchangeInto(context, 'EUR'))
  return { limit, course: await courseOf(db, row, dayOf(now())) }
}

function questionOf(
  userId: string,
  portfolioId: string | null,
  { q, country, status, policy, client, sort }: LimitQuery,
): ListQuestion {
  const rows =
    portfolioId === null
      ? sql`(${limitRows(ofGrants(userId, client))}) as rows`
      : sql`portfolio_limits as rows`
  const filters: Filter[] = q === undefined ? [] : searchFilters(q)
  const where = (condition: RawBuilder<unknown>) => [
    sql`select c.buyer_id from portfolio_limits as c
      where c.portfolio_id = ${portfolioId} and ${condition}`,
  ]
  for (const [column, value] of [
    ['country', country],
    ['status', status],
    ['policy_id', policy],
  ] as const) {
    if (value === undefined) continue
    filters.push({
      condition: sql`${shielded(column, 'text')} = ${value}`,
      candidates: where(sql`${sql.ref(`c.${column}`)} = ${value}`),
    })
  }
  return {
    source: q === undefined ? rows : sql`${rows} join buyers as b on b.id = rows.buyer_id`,
    isIndexed: portfolioId !== null,
    within: portfolioId === null ? sql`1 = 1` : sql`rows.portfolio_id = ${portfolioId}`,
    id: 'limit_id',
    sort: sortOf(sort),
    filters,
  }
}

function sortOf(sort: LimitQuery['sort']): Sort {
  const isDescending = sort.startsWith('-')
  switch (sort) {
    case 'buyer':
    case '-buyer':
      return { column: null, isDescending }
    case 'granted':
    case '-granted':
      return { column: { name: 'granted', kind: 'decimal' }, isDescending }
    case 'decided':
    case '-decided':
      return { column: { name: 'decided_at', kind: 'time' }, isDescending }
    case 'ends':
    case '-ends':
      return { column: { name: 'ends_on', kind: 'text' }, isDescending }
    default:
      return assertNever(sort)
  }
}
