/**
 * Writing facts within a transaction: the rows themselves, the positions of their buyers, and the sums
 * that figures are read from, as the difference between what the buyers' facts come to before and after.
 */
import { dayOf } from '../../shared/credit/days.ts'
import type { Db } from '../platform/db/open.ts'
import { lockRows } from '../platform/db/prepare.ts'
import { writeBuyerWords } from './buyer-words.ts'
import { addBuyer, addRises, positionsOf, readBuyerFacts, type BuyerFacts } from './buyer-facts.ts'
import type { Clock, Facts, PositionChange } from './new-facts.ts'
import { addBuyerRows, addFactRows, buyerRowOf, merge, type NewRows } from './fact-rows.ts'
import { isSamePosition, type Position } from './position.ts'
import { writePositions } from './position-rows.ts'
import { refreshPortfolios } from './portfolio-rows.ts'
import { lockScopes, readScopes, scopesCounting, type Scope } from './scopes.ts'
import { SumChanges } from './sum-changes.ts'

export type Recording = {
  /**
   * Writes facts and positions.
   * @returns what became of each pair that an application or a decision is of
   * @throws the database's error for what it refuses
   */
  readonly record: (facts: Facts) => Promise<readonly PositionChange[]>
  /** Writes the sums; to be called once, after all facts. */
  readonly end: () => Promise<void>
}

/** Begins to write within the transaction `db`; scopes stay as they are until it ends. */
export async function beginRecording(db: Db, { now }: Clock): Promise<Recording> {
  await lockScopes(db, 'shared')
  const scopes = await readScopes(db)
  const changes = new SumChanges()
  return {
    record: (facts) => record({ db, now: now(), scopes, changes }, facts),
    end: () => changes.write(db, scopes),
  }
}

type Target = {
  readonly db: Db
  readonly now: number
  readonly scopes: readonly Scope[]
  readonly changes: SumChanges
}

async function record(target: Target, facts: Facts): Promise<readonly PositionChange[]> {
  const { db, changes } = target
  const before = await readFormer(target, facts)
  const { after, rows } = merge(before, facts)
  await addFactRows(db, rows)
  const counting = await scopesCounting(db, target.scopes, [...before.keys()])
  for (const [id, of] of after) {
    const former = before.get(id)
    if (former === undefined || former === of) continue
    addBuyer(changes, former, counting(id), -1)
    addBuyer(changes, of, counting(id), 1)
    addRises(changes, former, -1)
    addRises(changes, of, 1)
  }
  const renamed = new Set((facts.buyers ?? []).map(({ id }) => id))
  const told = await move(target, { before, after, rows, renamed })
  await keepLists(db, facts, [...after.keys()])
  return told
}

/** What lists are searched and sorted by. */
async function keepLists(db: Db, { buyers = [] }: Facts, ids: readonly string[]): Promise<void> {
  await writeBuyerWords(
    db,
    buyers.map(({ id, name, registration_number: registrationNumber }) => ({
      id,
      name,
      registrationNumber,
    })),
  )
  await refreshPortfolios(db, ids)
}

/** The facts so far of all buyers that `facts` are of, those that are new among them; and locks them. */
async function readFormer(
  { db, now }: Target,
  facts: Facts,
): Promise<ReadonlyMap<string, BuyerFacts>> {
  const given = (facts.buyers ?? []).map((buyer) => buyerRowOf(buyer, now))
  const ids = [
    ...new Set([
      ...given.map(({ id }) => id),
      ...[...(facts.ratings ?? []), ...(facts.applications ?? []), ...(facts.decisions ?? [])].map(
        ({ buyer_id }) => buyer_id,
      ),
    ]),
  ]
  if (ids.length === 0) return new Map()
  const lock = db.selectFrom('buyers').select('id').where('id', 'in', ids).orderBy('id')
  const there = await lockRows(db, lock).execute()
  await addBuyerRows(db, given)
  const former = await readBuyerFacts(
    db,
    there.map(({ id }) => id),
  )
  const added = given.map((buyer): [string, BuyerFacts] => [
    buyer.id,
    { buyer, ratings: [], applications: [], decisions: [] },
  ])
  return new Map([...added, ...former])
}

type Written = {
  readonly before: ReadonlyMap<string, BuyerFacts>
  readonly after: ReadonlyMap<string, BuyerFacts>
  readonly rows: NewRows
  /** Buyers whose name or place may be another. */
  readonly renamed: ReadonlySet<string>
}

/** Writes the positions that are other than they were. */
async function move(
  { db, now }: Target,
  { before, after, rows, renamed }: Written,
): Promise<readonly PositionChange[]> {
  const today = dayOf(now)
  const touched = new Set(
    [...rows.applications, ...rows.decisions].map(({ buyer_id, policy_id }) =>
      JSON.stringify([buyer_id, policy_id]),
    ),
  )
  const told: PositionChange[] = []
  const written: Position[] = []
  for (const [buyerId, of] of after) {
    const former = before.get(buyerId)
    const formerPositions = former && positionsOf(former, today)
    for (const [policyId, position] of positionsOf(of, today)) {
      const was = formerPositions?.get(policyId) ?? null
      if (renamed.has(buyerId) || !isSamePosition(was, position)) written.push(position)
      if (touched.has(JSON.stringify([buyerId, policyId]))) {
        told.push({ before: was, after: position })
      }
    }
  }
  await writePositions(db, written)
  return told
}
