/**
 * What is sent next: in order within a resource and within a batch, not over all. What a person did by
 * itself goes before what is left of a batch, so that a thousand applications hold up nothing else.
 */
import { sql } from 'kysely'
import type { Db } from '../store/schema.ts'
import { failuresOfOneEdit } from './retries.ts'

/** An edit behind one of these of the same resource waits for it. */
const holding = ['queued', 'sending', 'conflict'] as const
const sendable = ['queued', 'sending'] as const

/** As often as the portal may fail at one of a batch before the others go past it. */
const mostTriesInOrder = 3

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
  return (await nextOf(db, now, among, 'alone')) ?? nextOf(db, now, among, 'batch')
}

async function nextOf(
  db: Db,
  now: number,
  among: ReadonlySet<string> | null,
  kind: 'alone' | 'batch',
): Promise<string | null> {
  const row = await db
    .selectFrom('outbox as one')
    .select('one.id')
    .where('one.state', 'in', sendable)
    .where('one.batch', kind === 'alone' ? 'is' : 'is not', null)
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
    .$if(kind === 'batch', (query) =>
      query.where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('outbox as before')
              .select('before.id')
              .whereRef('before.batch', '=', 'one.batch')
              .whereRef('before.sequence', '<', 'one.sequence')
              .where('before.state', 'in', sendable)
              .where(isHoldingItsBatch),
          ),
        ),
      ),
    )
    .orderBy('one.sequence')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}

/** But where the portal has had trouble with this one several times: the others do not wait for that. */
const isHoldingItsBatch = sql<boolean>`not (before.attempts >= ${mostTriesInOrder} and
  coalesce(json_extract(before.error, '$.code'), '') in (select value from json_each(${JSON.stringify(failuresOfOneEdit)})))`

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
