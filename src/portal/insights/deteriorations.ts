/**
 * Buyers whose rating is worse at the end of a period than at its beginning, the worst first. A rating
 * cannot rise by more in a period than it does in a span that holds the period, and those who rose most in a
 * span are found by an index: so only those are looked at whose rise there would do.
 */
import type { Big } from 'big.js'
import { sql } from 'kysely'
import type { Deterioration } from '../../shared/contract/credit/dashboard.ts'
import { addDays } from '../../shared/credit/days.ts'
import { pairsOf, readBuyerFacts, type Buyer } from '../credit/buyer-facts.ts'
import { spanOfPeriod } from '../credit/rating-rises.ts'
import { standingOn, type Standing } from '../credit/standing.ts'
import type { Db } from '../platform/db/open.ts'
import { prepareList, type Slots } from '../platform/db/prepare.ts'
import { compareSizes, percentOf, type Conversion } from '../credit/conversion.ts'
import type { Report } from './report.ts'

/** A buyer that is worse than it was, in numbers. */
type Fall = { readonly buyer_id: string; readonly deterioration: number; readonly rating: number }

export type DeterioratedBuyer = Fall & {
  readonly buyer: Buyer
  readonly standing: Standing
  /** What is in force, in euro; null where that is not known. */
  readonly size: Big | null
}

type Policy = { readonly policy: string }
type Bounds = {
  readonly span: string
  /** Those are looked at who rose by this or more in the span. */
  readonly least: number
  /** Those are meant who are worse by this or more, and by no more than `most`. */
  readonly atLeast: number
  readonly most: number
  readonly afterFrom: number
  readonly to: string
  readonly afterTo: number
  readonly limit: number
}

/** Ratings are from 1 to 100. */
export const greatestRise = 99
/** More than there ever are. */
export const mostBuyers = 1_000_000_000

const policiesOf = (asked: readonly Slots<Policy>[]) => sql.join(asked.map(({ policy }) => policy))

const ratingBefore = (end: Slots<Bounds>['afterTo']) =>
  sql`(select rating from buyer_ratings where buyer_ratings.buyer_id = risen.buyer_id
    and rated_at < ${end} order by rated_at desc, id desc limit 1)`

const findFalls = prepareList<Policy, Bounds, Fall>((_, asked, of) => {
  const policies = policiesOf(asked)
  // Found by the buyer: an index that begins with the policies would be asked for each of them.
  const known = (table: 'decisions' | 'applications', day: string) =>
    sql`(select 1 from ${sql.table(table)} where ${sql.ref(`${table}.buyer_id`)} = worse.buyer_id
      and (policy_id || '') in (${policies}) and ${sql.ref(day)} <= ${of.to} limit 1)`
  // The ratings are looked up once for each, whatever is asked of them.
  return sql`select buyer_id, deterioration, rating from (
      with rated as materialized (
        select buyer_id, ${ratingBefore(of.afterTo)} as rating,
          ${ratingBefore(of.afterFrom)} as former
        from (select distinct buyer_id from rating_rises
          where policy_id in (${policies}) and span = ${of.span}
            and rise >= ${of.least} and rise <= ${sql.lit(greatestRise)}) as risen
      )
      select buyer_id, rating - former as deterioration, rating from rated
      where rating - former >= ${of.atLeast} and rating - former <= ${of.most}
    ) as worse
    where coalesce(${known('decisions', 'decided_on')}, ${known('applications', 'applied_on')}) = 1
    order by deterioration desc, buyer_id limit ${of.limit}`
})

type Rank = { readonly span: string; readonly before: number }

/** By how much at least `before` + 1 buyers of one policy rose; of the policy where that is the most. */
const findLeastRise = prepareList<Policy, Rank, { readonly rise: number | null }>(
  (_, asked, { span, before }) =>
    sql`select max((select rise from rating_rises
        where policy_id = policies.id and span = ${span}
        order by rise desc limit 1 offset ${before})) as rise
      from policies where id in (${policiesOf(asked)})`,
)

type Wanted = {
  readonly count: number
  /** No one who is worse by more. */
  readonly most?: number
}

/**
 * The `count` buyers that deteriorated most within the report, and whoever is as bad as the last of them;
 * the worst first.
 */
export async function findFallsOf(
  db: Db,
  { policies, from, to }: Report,
  { count, most = greatestRise }: Wanted,
): Promise<readonly Fall[]> {
  if (policies.length === 0 || from === to) return []
  const asked = policies.map(({ id }) => ({ policy: id }))
  const span = spanOfPeriod(from, to)
  const days = { span, most, to, afterFrom: timeAfter(from), afterTo: timeAfter(to) }
  const limit = 2 * count
  const [rank] = await findLeastRise(db, asked, { span, before: count - 1 })
  for (let least = rank?.rise ?? 1; ; least = Math.floor(least / 2)) {
    // oxlint-disable-next-line no-await-in-loop -- the next look only where this one finds too few
    const falls = await findFalls(db, asked, { ...days, least, atLeast: 1, limit })
    const last = falls[count - 1]
    if (last === undefined) {
      if (least <= 1) return falls
      continue
    }
    const atLeast = last.deterioration
    if (least <= atLeast && falls.length < limit) {
      return falls.filter(({ deterioration }) => deterioration >= atLeast)
    }
    return findFalls(db, asked, { ...days, least: atLeast, atLeast, limit: mostBuyers })
  }
}

/**
 * The `count` buyers that deteriorated most within the report: the worst first, then the larger, then by
 * name and id.
 */
export async function findDeteriorations(
  db: Db,
  report: Report,
  conversion: Conversion,
  count: number,
): Promise<readonly DeterioratedBuyer[]> {
  const falls = await findFallsOf(db, report, { count })
  return (await withStanding(db, report, conversion, falls)).slice(0, count)
}

/** Of buyers whose facts are read at once. */
const batch = 500

/** The buyers of `falls` as they stand, in the order of `findDeteriorations`. */
export async function withStanding(
  db: Db,
  { policies, to }: Report,
  { base }: Conversion,
  falls: readonly Fall[],
): Promise<readonly DeterioratedBuyer[]> {
  const ids = new Set(policies.map(({ id }) => id))
  const buyers: DeterioratedBuyer[] = []
  for (let start = 0; start < falls.length; start += batch) {
    const some = falls.slice(start, start + batch)
    // oxlint-disable-next-line no-await-in-loop -- a statement takes only so many ids
    const facts = await readBuyerFacts(
      db,
      some.map(({ buyer_id }) => buyer_id),
    )
    for (const fall of some) {
      const of = facts.get(fall.buyer_id)
      if (of === undefined) continue
      const pairs = [...pairsOf(of)].filter(([policy]) => ids.has(policy)).map(([, pair]) => pair)
      const standing = standingOn(pairs, to)
      buyers.push({ ...fall, buyer: of.buyer, standing, size: base(standing.cld) })
    }
  }
  return buyers.toSorted(
    (one, other) =>
      other.deterioration - one.deterioration ||
      compareSizes(other.size, one.size) ||
      compareText(one.buyer.name_key, other.buyer.name_key) ||
      compareText(one.buyer_id, other.buyer_id),
  )
}

const compareText = (one: string, other: string) => Number(one > other) - Number(one < other)

/** When a day is over. */
const timeAfter = (day: string) => Date.parse(addDays(day, 1))

/** A deteriorated buyer as the contract tells it. */
export function toDeterioration(
  { buyer, deterioration, rating, standing }: DeterioratedBuyer,
  { money, ratio }: Conversion,
): Deterioration {
  return {
    buyerId: buyer.id,
    name: buyer.name,
    deterioration,
    rating,
    totalCld: money(standing.cld),
    riskAcceptance: percentOf(ratio(standing.accepted, standing.applied)),
  }
}
