/**
 * What happens to buyers: applications, decisions, ratings. Whoever writes one writes it here, within a
 * transaction of theirs, in which positions and the sums that figures are read from follow.
 */
import type { Db } from '../platform/db/open.ts'
import type {
  Clock,
  NewBuyer,
  NewApplication,
  NewDecision,
  NewRating,
  PositionChange,
  Facts,
} from './new-facts.ts'
import { beginRecording } from './recording.ts'

/**
 * Adds buyers; one that is there by its id gets the name, the place and the number that are given.
 * @throws RangeError where one is no fact: see `recordFacts`
 */
export async function addBuyers(db: Db, clock: Clock, buyers: readonly NewBuyer[]): Promise<void> {
  await recordFacts(db, clock, { buyers })
}

/** Writes an application; it is pending until a decision names it. @throws as `recordFacts` */
export async function recordApplication(
  db: Db,
  clock: Clock,
  application: NewApplication,
): Promise<PositionChange> {
  return only(await recordFacts(db, clock, { applications: [application] }))
}

/** Writes a decision, of an application or of the insurer's own. @throws as `recordFacts` */
export async function recordDecision(
  db: Db,
  clock: Clock,
  decision: NewDecision,
): Promise<PositionChange> {
  return only(await recordFacts(db, clock, { decisions: [decision] }))
}

/**
 * Writes a rating; it moves no position.
 * @throws as `recordFacts`
 */
export async function recordRating(db: Db, clock: Clock, rating: NewRating): Promise<void> {
  await recordFacts(db, clock, { ratings: [rating] })
}

function only([change]: readonly PositionChange[]): PositionChange {
  if (change === undefined) throw new Error('A fact that moves no position')
  return change
}

/**
 * Writes facts within the transaction `db`, in any order of their times, and brings positions and sums
 * along. For many at once: five hundred buyers and what is of them are a good number a call.
 * @returns what became of each buyer and policy that an application or a decision is of
 * @throws RangeError for an amount that is none; the database's error where a policy or a buyer is not
 * there or an id is taken
 */
export async function recordFacts(
  db: Db,
  clock: Clock,
  facts: Facts,
): Promise<readonly PositionChange[]> {
  const recording = await beginRecording(db, clock)
  const moved = await recording.record(facts)
  await recording.end()
  return moved
}

/**
 * As `recordFacts`, of as many batches as one likes: for a generator, and for a file. All that is known of
 * a buyer should stand in one batch. Sums are written once, after the last.
 * @throws as `recordFacts`
 */
export async function recordInBulk(
  db: Db,
  clock: Clock,
  batches: Iterable<Facts> | AsyncIterable<Facts>,
): Promise<void> {
  const recording = await beginRecording(db, clock)
  for await (const facts of batches) await recording.record(facts)
  await recording.end()
}
