/**
 * Recoveries of an account that were begun and not finished: their owner is told of several, as of
 * one alone they already have the code. CountedAttempt for nobody's account too.
 */
import { sql } from 'kysely'
import type { Db } from '../../platform/db/open.ts'

/** From how many on, of which the last may be the owner's own, still under way. */
const several = 4
/** How long they are counted together, in milliseconds. */
const window = 24 * 60 * 60 * 1000

/**
 * Counts a recovery that begins `now`, within its transaction.
 * @returns whether its owner is to be told: once a day at most
 */
export async function countBegunRecovery(db: Db, nameKey: string, now: number): Promise<boolean> {
  const isOver = sql<boolean>`unfinished_recoveries.since < ${now - window}`
  const { begun } = await db
    .insertInto('unfinished_recoveries')
    .values({ name_key: nameKey, begun: 1, since: now })
    .onConflict((conflict) =>
      conflict.column('name_key').doUpdateSet({
        begun: sql`case when ${isOver} then 1 else unfinished_recoveries.begun + 1 end`,
        since: sql`case when ${isOver} then ${now} else unfinished_recoveries.since end`,
      }),
    )
    .returning('begun')
    .executeTakeFirstOrThrow()
  return begun === several
}

/** One was finished: whatever came before it was most likely the owner's too. */
export async function forgetUnfinished(db: Db, nameKey: string): Promise<void> {
  await db.deleteFrom('unfinished_recoveries').where('name_key', '=', nameKey).execute()
}

/** Deletes what is counted no more at `now`. */
export async function pruneUnfinished(db: Db, now: number): Promise<void> {
  await db
    .deleteFrom('unfinished_recoveries')
    .where('since', '<', now - window)
    .execute()
}
