/** Whether one chain of events is whole, by itself: every event of it up to its head. */
import type { Selectable } from 'kysely'
import type { Pepper } from '../crypto/pepper.ts'
import type { Db } from '../db/open.ts'
import type { Tables } from '../db/schema.ts'
import { linkOf, sealOf } from './chain.ts'

/** How many rows are in memory at once. */
export const batch = 1000

export type Chain = Selectable<Tables['event_chains']>
export type EventRow = Selectable<Tables['security_events']>

export type Break = {
  readonly chain: string
  /** Of the first event that is not as it was written; events are counted from 1. */
  readonly position: number
  readonly problem:
    'altered or moved' | 'removed' | 'beyond the end of its chain' | 'not in the register'
}

/**
 * Follows `chain` from its first event to its head; `visit` is shown each event that is as it was
 * written, in their order.
 */
export async function verifyChain(
  db: Db,
  pepper: Pepper,
  chain: Chain,
  visit: (event: EventRow) => void,
): Promise<{ readonly checked: number; readonly broken: Break | null }> {
  let link = ''
  let checked = 0
  const broken = (position: number, problem: Break['problem']) => ({
    checked,
    broken: { chain: chain.chain, position, problem },
  })
  for await (const event of eachEvent(db, chain)) {
    const expected = checked + 1
    if (event.position !== expected) return broken(expected, 'removed')
    if (expected === 1 && !isBeginning(event)) return broken(expected, 'removed')
    link = linkOf(pepper, link, event)
    checked = expected
    // Before links were kept secret an event bore its own.
    const { hash } = event
    if (hash !== sealOf(pepper, link) && hash !== link) return broken(expected, 'altered or moved')
    visit(event)
  }
  // A head comes with its first event: one that counts none was emptied.
  if (checked < chain.length || checked === 0) return broken(checked + 1, 'removed')
  if (link !== chain.head) return broken(checked + 1, 'removed')
  return { checked, broken: null }
}

async function* eachEvent(db: Db, { chain, length }: Chain): AsyncGenerator<EventRow> {
  let after = 0
  while (true) {
    // oxlint-disable-next-line no-await-in-loop -- one batch after the other
    const rows = await db
      .selectFrom('security_events')
      .selectAll()
      .where('chain', '=', chain)
      .where('position', '>', after)
      .where('position', '<=', length)
      .orderBy('position')
      .limit(batch)
      .execute()
    yield* rows
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.position
  }
}

/**
 * An account's chain begins with the invitation. One that was removed as a whole begins anew with
 * the next event, which is seldom that; where it is, the register knows of an earlier one.
 */
function isBeginning({ user_id, kind }: Pick<EventRow, 'user_id' | 'kind'>): boolean {
  return user_id === null || kind === 'account_invited'
}
