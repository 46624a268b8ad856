/** What is sent next: in order within a resource, not over all. */
import type { Db } from '../store/schema.ts'

/** An edit behind one of these of the same resource waits for it. */
const holding = ['queued', 'sending', 'conflict'] as const
const sendable = ['queued', 'sending'] as const

/** No wait is longer: one that seems so was reckoned by a clock that has been set back since. */
const longestWaitMs = 86_400_000 + 600_000

/**
 * The edit to send at `now` (in ms since 1970): the first whose time has come and that no earlier one of
 * its resource holds back. Null where there is none.
 * @param among only these; null for all
 */
export async function nextToSend(
  db: Db,
  now: number,
  among: ReadonlySet<string> | null,
): Promise<string | null> {
  if (among?.size === 0) return null
  const row = await db
    .selectFrom('outbox as one')
    .select('one.id')
    .where('one.state', 'in', sendable)
    .$if(among !== null, (query) => query.where('one.id', 'in', [...(among ?? [])]))
    .where((eb) =>
      eb.or([
        eb('one.next_attempt_at', 'is', null),
        eb('one.next_attempt_at', '<=', now),
        eb('one.next_attempt_at', '>', now + longestWaitMs),
      ]),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('outbox as earlier')
            .select('earlier.id')
            .whereRef('earlier.resource', '=', 'one.resource')
            .whereRef('earlier.sequence', '<', 'one.sequence')
            .where('earlier.state', 'in', holding),
        ),
      ),
    )
    .orderBy('one.sequence')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}

/** When the next one's time comes, in ms since 1970; null where nothing waits for a time. */
export async function nextTime(db: Db, now: number): Promise<number | null> {
  const row = await db
    .selectFrom('outbox')
    .select(({ fn }) => fn.min('next_attempt_at').as('time'))
    .where('state', 'in', sendable)
    .where('next_attempt_at', '>', now)
    .executeTakeFirst()
  return row?.time ?? null
}

/**
 * What waits may be tried at once again, but for what the portal itself has put off.
 * @param id only this one; null for all
 */
export async function forgetWaits(db: Db, id: string | null): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ next_attempt_at: null })
    .where('state', 'in', sendable)
    .$if(id !== null, (query) => query.where('id', '=', id))
    .where((eb) => eb.or([eb('error', 'is', null), eb('error', 'not like', '%"retryAfter"%')]))
    .execute()
}
