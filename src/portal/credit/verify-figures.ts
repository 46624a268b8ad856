/**
 * Recomputes all that is kept for figures and lists from the facts, and tells every difference. It sees the
 * database as it was at one moment, and keeps nobody from writing meanwhile.
 */
import { PostgresAdapter, sql } from 'kysely'
import { addDays, dayOf } from '../../shared/credit/days.ts'
import type { PlatformContext } from '../platform/context.ts'
import type { Db } from '../platform/db/open.ts'
import { addBuyer, pairsOf, positionsOf, readBuyerFacts, type BuyerFacts } from './buyer-facts.ts'
import { decidedDayOf } from './pair-sums.ts'
import { positionColumns, type Position } from './position.ts'
import { risesOf } from './rating-rises.ts'
import { readScopes, scopesCounting } from './scopes.ts'
import { SumChanges } from './sum-changes.ts'
import { compareSums, type Tell } from './verify-sums.ts'

/** Of buyers whose facts are in memory at once. */
const batch = 500

/** Tells every difference to `tell`. @returns how many buyers were looked at */
export async function verifyFigures(
  { db, now }: Pick<PlatformContext, 'db' | 'now'>,
  tell: Tell,
): Promise<number> {
  return atOneMoment(db, async (snapshot) => {
    const scopes = await readScopes(snapshot)
    const sums = new SumChanges()
    const buyers = await eachBatch(snapshot, async (facts) => {
      const counting = await scopesCounting(snapshot, scopes, [...facts.keys()])
      for (const [id, of] of facts) addBuyer(sums, of, counting(id), 1)
      await comparePositions(snapshot, facts, dayOf(now()), tell)
    })
    await compareSums(snapshot, sums.rows(scopes), scopes, tell)
    await compareRises(snapshot, tell)
    return buyers
  })
}

/** Does `work` on the database as it is now, whatever is written meanwhile; it cannot write itself. */
async function atOneMoment<Result>(db: Db, work: (db: Db) => Promise<Result>): Promise<Result> {
  return db.connection().execute(async (connection) => {
    const isPostgres = connection.getExecutor().adapter instanceof PostgresAdapter
    // What begins as a transaction on SQLite otherwise, is one that writes.
    const begin = isPostgres ? 'begin isolation level repeatable read read only' : 'begin deferred'
    await sql.raw(begin).execute(connection)
    try {
      return await work(connection)
    } finally {
      await sql`commit`.execute(connection)
    }
  })
}

async function eachBatch(
  db: Db,
  look: (facts: ReadonlyMap<string, BuyerFacts>) => Promise<void>,
): Promise<number> {
  let after = ''
  let total = 0
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- a batch begins where the one before ended
    const rows = await db
      .selectFrom('buyers')
      .select('id')
      .where('id', '>', after)
      .orderBy('id')
      .limit(batch)
      .execute()
    const last = rows.at(-1)
    if (last === undefined) return total
    const ids = rows.map(({ id }) => id)
    // oxlint-disable-next-line no-await-in-loop -- as above
    await look(await readBuyerFacts(db, ids))
    after = last.id
    total += ids.length
  }
}

async function comparePositions(
  db: Db,
  facts: ReadonlyMap<string, BuyerFacts>,
  today: string,
  tell: Tell,
): Promise<void> {
  const rows = await db
    .selectFrom('positions')
    .selectAll()
    .where('buyer_id', 'in', [...facts.keys()])
    .execute()
  const kept = new Map(rows.map((row) => [JSON.stringify([row.buyer_id, row.policy_id]), row]))
  for (const [buyer, of] of facts) {
    for (const [policy, position] of positionsOf(of, today)) {
      const name = JSON.stringify([buyer, policy])
      const row = kept.get(name)
      kept.delete(name)
      comparePosition(row, dueBefore(row, of, today) ?? position, tell)
    }
    compareDecidedDays(of, tell)
  }
  for (const row of kept.values()) comparePosition(row, undefined, tell)
}

/** A position that time has moved and that was not brought along yet: as it was up to then. */
function dueBefore(
  kept: Position | undefined,
  facts: BuyerFacts,
  today: string,
): Position | undefined {
  if (kept === undefined || kept.next_change_on > today) return undefined
  return positionsOf(facts, addDays(kept.next_change_on, -1)).get(kept.policy_id)
}

function comparePosition(
  kept: Position | undefined,
  recomputed: Position | undefined,
  tell: Tell,
): void {
  const pair = kept ?? recomputed
  if (pair === undefined) return
  for (const column of positionColumns) {
    const [is, should] = [kept?.[column] ?? null, recomputed?.[column] ?? null]
    if (is === should) continue
    tell({
      policies: [pair.policy_id],
      buyer: pair.buyer_id,
      figure: `positions.${column}`,
      currency: null,
      day: null,
      kept: String(is),
      recomputed: String(should),
    })
  }
}

function compareDecidedDays(facts: BuyerFacts, tell: Tell): void {
  for (const [policy, { applications, decisions }] of pairsOf(facts)) {
    for (const application of applications) {
      const recomputed = decidedDayOf(application, decisions)
      if (application.decided_on === recomputed) continue
      tell({
        policies: [policy],
        buyer: facts.buyer.id,
        figure: `applications.decided_on of ${application.id}`,
        currency: null,
        day: null,
        kept: application.decided_on,
        recomputed,
      })
    }
  }
}

/** Policy by policy, so that the rises of one are in memory at once. */
async function compareRises(db: Db, tell: Tell): Promise<void> {
  const policies = await db.selectFrom('policies').select('id').orderBy('id').execute()
  for (const { id } of policies) {
    // oxlint-disable-next-line no-await-in-loop -- one policy after the other
    const rows = await db
      .selectFrom('rating_rises')
      .select(['span', 'rise', 'buyer_id'])
      .where('policy_id', '=', id)
      .execute()
    const kept = new Map<string, number[]>()
    for (const { buyer_id: buyer, span, rise } of rows) {
      const name = JSON.stringify([buyer, span])
      kept.set(name, [...(kept.get(name) ?? []), rise])
    }
    // oxlint-disable-next-line no-await-in-loop -- as above
    for (const [name, rise] of await risesUnder(db, id)) {
      tellRise(id, name, kept.get(name) ?? [], [rise], tell)
      kept.delete(name)
    }
    for (const [name, of] of kept) tellRise(id, name, of, [], tell)
  }
}

async function risesUnder(db: Db, policyId: string): Promise<ReadonlyMap<string, number>> {
  const ratings = await db
    .selectFrom('positions')
    .innerJoin('buyer_ratings', 'buyer_ratings.buyer_id', 'positions.buyer_id')
    .where('positions.policy_id', '=', policyId)
    .selectAll('buyer_ratings')
    .execute()
  const rises = new Map<string, number>()
  for (const [buyer, ofBuyer] of Map.groupBy(ratings, ({ buyer_id }) => buyer_id)) {
    for (const [span, rise] of risesOf(ofBuyer)) rises.set(JSON.stringify([buyer, span]), rise)
  }
  return rises
}

function tellRise(
  policyId: string,
  name: string,
  kept: readonly number[],
  recomputed: readonly number[],
  tell: Tell,
): void {
  if (kept.join() === recomputed.join()) return
  tell({
    policies: [policyId],
    buyer: name,
    figure: 'rating_rises.rise',
    currency: null,
    day: null,
    kept: kept.join() || '0',
    recomputed: recomputed.join() || '0',
  })
}
