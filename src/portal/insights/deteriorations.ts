/**
 * Buyers whose rating is worse at the end of a period than at its beginning, the worst first. A rating
 * cannot rise by more in a period than its rises come to, which are kept for every two months that follow
 * one another: so only those are looked at who rose enough in such two, and those who rose less only where
 * there are too few of these. The usual period lies within two months, and is answered by as many rows as it
 * shows and are as bad.
 */
import type { Big } from 'big.js'
import { sql } from 'kysely'
import type { Deterioration } from '../../shared/contract/credit/dashboard.ts'
import { addDays, addMonths, monthOf } from '../../shared/credit/days.ts'
import { pairsOf, readBuyerFacts, type Buyer } from '../credit/buyer-facts.ts'
import { standingOn, type Standing } from '../credit/standing.ts'
import type { Db } from '../platform/db/open.ts'
import { prepareList, type Slots } from '../platform/db/prepare.ts'
import { compareSizes, percentOf, type Conversion } from './conversion.ts'
import type { Report } from './report.ts'

/** A buyer that is worse than it was, in numbers. */
type Fall = { readonly buyer_id: string; readonly deterioration: number; readonly rating: number }

export type DeterioratedBuyer = Fall & {
  readonly buyer: Buyer
  readonly standing: Standing
  /** What is in force, in euro; null where that is not known. */
  readonly size: Big | null
}

/** The least rise in two months, from one look to the next: ever more buyers have risen by as much. */
const leastRises = [48, 32, 24, 16, 12, 9, 7, 5, 4, 3, 2, 1] as const

/** A policy and the first of two months, each of which may stand there several times. */
type Asked = { readonly policy: string; readonly month: string }
type Bounds = {
  readonly least: number
  /** Those who are worse by more than this. */
  readonly beyond: number
  readonly afterFrom: number
  readonly to: string
  readonly afterTo: number
  readonly limit: number
}

const ratingBefore = (end: Slots<Bounds>['afterTo']) =>
  sql`(select rating from buyer_ratings where buyer_ratings.buyer_id = risen.buyer_id
    and rated_at < ${end} order by rated_at desc, id desc limit 1)`

const findFalls = prepareList<Asked, Bounds, Fall>((_, asked, of) => {
  const policies = sql.join(asked.map(({ policy }) => policy))
  const months = sql.join(asked.map(({ month }) => month))
  // The ratings are looked up once for each, whatever is asked of them.
  return sql`select buyer_id, deterioration, rating from (
      with rated as materialized (
        select buyer_id, ${ratingBefore(of.afterTo)} as rating,
          ${ratingBefore(of.afterFrom)} as former
        from (select distinct buyer_id from rating_rises
          where policy_id in (${policies}) and month in (${months}) and rise >= ${of.least}) as risen
      )
      select buyer_id, rating - former as deterioration, rating from rated
      where rating - former > ${of.beyond}
    ) as worse
    where exists (select 1 from decisions where decisions.buyer_id = worse.buyer_id
        and policy_id in (${policies}) and decided_on <= ${of.to})
      or exists (select 1 from applications where applications.buyer_id = worse.buyer_id
        and policy_id in (${policies}) and applied_on <= ${of.to})
    order by deterioration desc, buyer_id limit ${of.limit}`
})

/** More than there ever are. */
const all = 1_000_000_000

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
  const asked = askedOf(report)
  if (asked.length === 0) return []
  const months = new Set(asked.map(({ month }) => month)).size
  let falls: readonly Fall[] = []
  for (const least of leastRises) {
    // Whoever rose by less each time is no worse than this.
    const bounds = boundsOf(report, { least, beyond: months * (least - 1), limit: count })
    // oxlint-disable-next-line no-await-in-loop -- the next look only where this one finds too few
    falls = await findFalls(db, asked, bounds)
    if (falls.length === count) break
  }
  const last = falls.at(-1)
  if (last === undefined) return []
  // All that are as bad as the last one, too: the larger of them come first.
  const alike = boundsOf(report, {
    least: Math.max(1, Math.ceil(last.deterioration / months)),
    beyond: last.deterioration - 1,
    limit: all,
  })
  const candidates = await findFalls(db, asked, alike)
  return (await withStanding(db, report, conversion, candidates)).slice(0, count)
}

/** How bad every buyer is that is worse than it was, the worst first. */
export async function findAllFalls(db: Db, report: Report): Promise<readonly Fall[]> {
  const asked = askedOf(report)
  if (asked.length === 0) return []
  return findFalls(db, asked, boundsOf(report, { least: 1, beyond: 0, limit: all }))
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

/** Each policy, and the first month of every two that a rise within the report can be of. */
function askedOf({ policies, from, to }: Report): readonly Asked[] {
  if (policies.length === 0 || from === to) return []
  const [first, last] = [monthOf(addDays(from, 1)), monthOf(to)]
  const months: string[] = []
  for (let month = first; month <= last; month = addMonths(month, 2)) months.push(month)
  const length = Math.max(policies.length, months.length)
  return Array.from({ length }, (_, index) => ({
    policy: policies[index % policies.length]?.id ?? '',
    month: months[index % months.length] ?? '',
  }))
}

/** When a day is over. */
const timeAfter = (day: string) => Date.parse(addDays(day, 1))

function boundsOf({ from, to }: Report, rest: Pick<Bounds, 'least' | 'beyond' | 'limit'>): Bounds {
  return { ...rest, to, afterFrom: timeAfter(from), afterTo: timeAfter(to) }
}

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
