/** Taking back what was queued and no longer means anything. */
import type { Db } from '../db/open.ts'

/**
 * Drops messages that wait: a code that no longer counts must not arrive after the one that does.
 * One that is being sent may still leave; where that fails it is not tried again.
 * @param ids of messages; null stands for none
 */
export async function withdrawMails(db: Db, ids: readonly (string | null)[]): Promise<void> {
  const known = ids.filter((id) => id !== null)
  if (known.length === 0) return
  await db
    .updateTable('mails')
    .set({ state: 'dropped', params: '' })
    .where('id', 'in', known)
    .where('state', '=', 'queued')
    .execute()
}
