/** Taking back what was queued and no longer means anything. */
import type { Db } from '../db/open.ts'

/**
 * Drops messages that wait: a code that no longer counts must not arrive after the one that does.
 * One that was sent, or is being sent at `now`, stays as it is.
 */
export async function withdrawMails(db: Db, ids: readonly string[], now: number): Promise<void> {
  if (ids.length === 0) return
  await db
    .updateTable('mails')
    .set({ state: 'dropped', params: '' })
    .where('id', 'in', ids)
    .where('state', '=', 'queued')
    .where('claimed_until', '<=', now)
    .execute()
}
