/** All facts of a buyer, and what they add to the sums that figures are read from. */
import type { Selectable } from 'kysely'
import { addDays } from '../../shared/credit/days.ts'
import { noDay, type BuyerTable } from '../platform/db/credit-schema.ts'
import type { Db } from '../platform/db/open.ts'
import { addPair, factTimes, type Application, type PairFacts, type Rating } from './pair-sums.ts'
import { positionOf, type Position } from './position.ts'
import { risesOf } from './rating-rises.ts'
import type { Scope } from './scopes.ts'
import type { SumChanges } from './sum-changes.ts'
import { inForceSpans, type Decision } from './timeline.ts'

export type Buyer = Selectable<BuyerTable>

export type BuyerFacts = {
  readonly buyer: Buyer
  readonly ratings: readonly Rating[]
  readonly applications: readonly Application[]
  readonly decisions: readonly Decision[]
}

/** The facts of each of these buyers, by its id; whoever is not there is left out. */
export async function readBuyerFacts(
  db: Db,
  buyerIds: readonly string[],
): Promise<ReadonlyMap<string, BuyerFacts>> {
  if (buyerIds.length === 0) return new Map()
  const buyers = await db.selectFrom('buyers').selectAll().where('id', 'in', buyerIds).execute()
  const ratings = await db
    .selectFrom('buyer_ratings')
    .selectAll()
    .where('buyer_id', 'in', buyerIds)
    .execute()
  const applications = await db
    .selectFrom('applications')
    .selectAll()
    .where('buyer_id', 'in', buyerIds)
    .execute()
  const decisions = await db
    .selectFrom('decisions')
    .selectAll()
    .where('buyer_id', 'in', buyerIds)
    .execute()
  const ofBuyer = {
    ratings: Map.groupBy(ratings, ({ buyer_id }) => buyer_id),
    applications: Map.groupBy(applications, ({ buyer_id }) => buyer_id),
    decisions: Map.groupBy(decisions, ({ buyer_id }) => buyer_id),
  }
  return new Map(
    buyers.map((buyer) => [
      buyer.id,
      {
        buyer,
        ratings: ofBuyer.ratings.get(buyer.id) ?? [],
        applications: ofBuyer.applications.get(buyer.id) ?? [],
        decisions: ofBuyer.decisions.get(buyer.id) ?? [],
      },
    ]),
  )
}

/** The facts by the policies that they are under. */
export function pairsOf({
  applications,
  decisions,
}: Pick<BuyerFacts, 'applications' | 'decisions'>): ReadonlyMap<string, PairFacts> {
  const policies = new Set([...applications, ...decisions].map(({ policy_id }) => policy_id))
  return new Map(
    Array.from(policies, (policy) => [
      policy,
      {
        applications: applications.filter(({ policy_id }) => policy_id === policy),
        decisions: decisions.filter(({ policy_id }) => policy_id === policy),
      },
    ]),
  )
}

/** The positions of a buyer on `today`, by their policies. */
export function positionsOf(facts: BuyerFacts, today: string): ReadonlyMap<string, Position> {
  const positions = new Map<string, Position>()
  for (const [policy_id, pair] of pairsOf(facts)) {
    const position = positionOf({ policy_id, buyer_id: facts.buyer.id }, facts.buyer, pair, today)
    if (position !== null) positions.set(policy_id, position)
  }
  return positions
}

/**
 * Adds what a buyer adds to all sums, or takes it away.
 * @param scopes those in which the buyer is counted
 */
export function addBuyer(
  changes: SumChanges,
  facts: BuyerFacts,
  scopes: readonly Scope[],
  sign: 1 | -1,
): void {
  const pairs = pairsOf(facts)
  const times = BigInt(sign)
  for (const [policy, pair] of pairs) {
    addPair(pair, facts.ratings, (currency, day, column, amount) =>
      changes.add(policy, currency, day, column, amount * times),
    )
    addCovered(changes, policy, [pair], sign)
    if (sign === -1) continue
    for (const [day, at] of factTimes(pair, facts.ratings)) changes.noteFact(policy, day, at)
  }
  for (const { id, policies } of scopes) {
    const ofScope = policies.flatMap((policy) => pairs.get(policy) ?? [])
    addCovered(changes, id, ofScope, sign)
  }
}

/** Adds the rises of a buyer's rating under each of its policies, or takes them away. */
export function addRises(changes: SumChanges, facts: BuyerFacts, sign: 1 | -1): void {
  const rises = risesOf(facts.ratings)
  for (const policy of pairsOf(facts).keys()) {
    for (const [span, rise] of rises) {
      changes.addRise({ policy_id: policy, span, rise, buyer_id: facts.buyer.id }, sign)
    }
  }
}

/** Counts the buyer in a scope from each day on which it comes to have a limit in force, until it has none. */
export function addCovered(
  changes: SumChanges,
  scopeId: string,
  pairs: readonly PairFacts[],
  sign: 1 | -1,
): void {
  const spans = pairs.flatMap(({ decisions }) => inForceSpans(decisions))
  const ordered = spans.toSorted((one, other) => (one.from < other.from ? -1 : 1))
  let until = ''
  for (const span of ordered) {
    if (until === '' || span.from > until) {
      if (until !== '') changes.addBuyers(scopeId, until, -sign)
      changes.addBuyers(scopeId, span.from, sign)
    }
    const end = span.until === noDay ? noDay : addDays(span.until, 1)
    if (end > until) until = end
  }
  if (until !== '' && until !== noDay) changes.addBuyers(scopeId, until, -sign)
}
