/** Buyers as somebody sees them: with what is of the policies that are granted to them, and nothing else. */
import type { Selectable } from 'kysely'
import type { Money } from '../../shared/contract/common.ts'
import type { Buyer } from '../../shared/contract/credit/buyers.ts'
import { limitStatusSchema, type LimitStatus } from '../../shared/contract/credit/credit-limits.ts'
import { moneyOfUnits } from '../../shared/credit/minor-units.ts'
import { isPolicyGranted, isPolicyOf } from '../identity/access/policy-grants.ts'
import type { PlatformContext } from '../platform/context.ts'
import { noDay, type BuyerTable, type PositionTable } from '../platform/db/credit-schema.ts'
import type { Db } from '../platform/db/open.ts'
import { ProblemError } from '../platform/problem-error.ts'
import { exchangeInto, type Exchange } from './exchange.ts'
import { bandOf, readRatingBands, type RatingBand } from './rating-bands.ts'

/** Who looks, and in which currency sums are told. */
export type Viewer = {
  readonly userId: string
  readonly currency: string
  /** Whose policies alone are looked at; all that are granted where it is left out. */
  readonly client?: string | undefined
}

type Asked = { readonly currency?: string | undefined; readonly client?: string | undefined }

/** Who calls, and what for; sums are told in the currency that is asked for, or in that of the preferences. */
export function viewerOf(
  { user }: { readonly user: { readonly id: string; readonly currency: string } },
  { currency, client }: Asked,
): Viewer {
  return { userId: user.id, currency: currency ?? user.currency, client }
}

type Position = Selectable<PositionTable>
type BuyerRow = Selectable<BuyerTable> & { readonly rating: number | null }

/** As many policies as are named with a buyer. */
const mostPolicies = 500

/** The buyers with these ids that `viewer` sees, in the order of the ids. */
export async function buyersByIds(
  context: PlatformContext,
  viewer: Viewer,
  ids: readonly string[],
): Promise<Buyer[]> {
  if (ids.length === 0) return []
  const { db } = context
  const rows = await findBuyers(db, ids)
  const positions = await grantedPositions(db, viewer, ids)
  const bands = await readRatingBands(db)
  const exchange = await exchangeInto(context, viewer.currency)
  const byId = new Map(rows.map((row) => [row.id, row]))
  const byBuyer = Map.groupBy(positions, ({ buyer_id: id }) => id)
  return ids.flatMap((id) => {
    const [row, own] = [byId.get(id), byBuyer.get(id)]
    return row === undefined || own === undefined ? [] : [buyerOf(row, own, bands, exchange)]
  })
}

/**
 * One buyer that `viewer` sees.
 * @throws ProblemError `not_found` where nothing of it is under a policy that is granted
 */
export async function readBuyer(
  context: PlatformContext,
  viewer: Viewer,
  id: string,
): Promise<Buyer> {
  const [buyer] = await buyersByIds(context, viewer, [id])
  if (buyer === undefined) throw new ProblemError('not_found')
  return buyer
}

function findBuyers(db: Db, ids: readonly string[]): Promise<BuyerRow[]> {
  return db
    .selectFrom('buyers')
    .selectAll()
    .select((row) =>
      row
        .selectFrom('buyer_ratings')
        .select('buyer_ratings.rating')
        .whereRef('buyer_ratings.buyer_id', '=', 'buyers.id')
        .orderBy('buyer_ratings.rated_at', 'desc')
        .orderBy('buyer_ratings.id', 'desc')
        .limit(1)
        .as('rating'),
    )
    .where('id', 'in', [...ids])
    .execute()
}

/** How buyers stand under the policies that `viewer` looks at. */
export function grantedPositions(
  db: Db,
  { userId, client }: Pick<Viewer, 'userId' | 'client'>,
  buyerIds: readonly string[],
): Promise<Position[]> {
  return db
    .selectFrom('positions')
    .where('positions.buyer_id', 'in', [...buyerIds])
    .where((row) => isPolicyGranted(row.val(userId), row.ref('positions.policy_id')))
    .$if(client !== undefined, (of) =>
      of.where((row) => isPolicyOf(row.val(client ?? ''), row.ref('positions.policy_id'))),
    )
    .selectAll('positions')
    .orderBy('positions.policy_id')
    .execute()
}

function buyerOf(
  row: BuyerRow,
  positions: readonly Position[],
  bands: readonly RatingBand[],
  exchange: Exchange,
): Buyer {
  const inForce = sumsByCurrency(
    positions.map((one) => [one.in_force_currency ?? one.currency, one.in_force ?? 0]),
  )
  const ends = positions.map((one) => one.in_force_until).filter((day) => day !== noDay)
  return {
    id: row.id,
    name: row.name,
    country: row.country,
    town: row.town,
    registrationNumber: row.registration_number,
    rating: row.rating,
    band: bandOf(bands, row.rating),
    totalCld: exchange.moneyOf(inForce),
    limits: [...inForce].map(([currency, units]): Money => moneyOfUnits(units, currency)),
    riskAcceptance: acceptanceOf(positions, exchange),
    decision: latestStatus(positions),
    pendingApplications: positions.reduce((sum, one) => sum + one.pending_count, 0),
    endsOn: ends.toSorted()[0] ?? null,
    policyIds: positions.map((one) => one.policy_id).slice(0, mostPolicies),
  }
}

/** What is there of each currency, in its smallest unit; none where there is nothing. */
function sumsByCurrency(amounts: readonly (readonly [string, number])[]): Map<string, bigint> {
  const sums = new Map<string, bigint>()
  for (const [currency, units] of amounts) {
    if (units !== 0) sums.set(currency, (sums.get(currency) ?? 0n) + BigInt(units))
  }
  return sums
}

/** Of latest decisions, ended or not. Null: nothing is decided, or a currency of several has no rate. */
function acceptanceOf(positions: readonly Position[], exchange: Exchange): number | null {
  const decided = positions.filter((one) => one.decision_id !== null)
  const applied = sumsByCurrency(decided.map((one) => [one.currency, one.applied]))
  const accepted = sumsByCurrency(
    decided.map((one) => [one.currency, Math.min(one.granted ?? 0, one.applied)]),
  )
  return exchange.percentOf(accepted, applied)
}

/** Of the position that was decided last; of two at once, of the one whose status comes last by name. */
function latestStatus(positions: readonly Position[]): LimitStatus | null {
  const [latest] = positions
    .filter((one) => one.decided_at !== null)
    .toSorted(
      (one, other) =>
        (other.decided_at ?? 0) - (one.decided_at ?? 0) || (one.status < other.status ? 1 : -1),
    )
  return limitStatusSchema.parse(latest?.status ?? 'pending')
}
