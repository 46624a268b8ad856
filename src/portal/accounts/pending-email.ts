/** A new e-mail address that waits for its code. */
import type { Me } from '../../shared/portal/me.ts'
import type { Context } from '../context.ts'
import type { Db } from '../db/open.ts'
import { prepare, type Slots } from '../db/prepare.ts'
import { rememberUntilChange } from '../db/remember.ts'
import { withdrawMails } from '../mail/withdraw.ts'

type PendingRow = { readonly id: string; readonly email: string; readonly expires_at: number }

const pendingOf = prepare((db, { userId }: Slots<{ userId: string }>) =>
  db
    .selectFrom('email_changes')
    .select(['id', 'email', 'expires_at'])
    .where('user_id', '=', userId)
    .where('state', '=', 'pending'),
)

/** For reads: prepared, and on SQLite not asked again until something was written. */
export function createFindPendingEmail({
  db,
  changes,
  now,
}: Context): (userId: string) => Promise<Me['pendingEmail']> {
  const find = rememberUntilChange(
    changes,
    (userId: string) => userId,
    async (userId) => {
      const [row] = await pendingOf(db, { userId })
      return row ?? null
    },
  )
  return async (userId) => unexpired(await find(userId), now())
}

/** For edits, within their transaction. */
export async function findPendingEmail(
  db: Db,
  userId: string,
  now: number,
): Promise<Me['pendingEmail']> {
  const [row] = await pendingOf(db, { userId })
  return unexpired(row ?? null, now)
}

/** Whatever waits for a code no longer does, nor does the code go out that still waits to be sent. */
export async function cancelPendingEmail(db: Db, userId: string): Promise<void> {
  const cancelled = await db
    .updateTable('email_changes')
    .set({ state: 'cancelled' })
    .where('user_id', '=', userId)
    .where('state', '=', 'pending')
    .returning('mail_id')
    .execute()
  await withdrawMails(
    db,
    cancelled.map(({ mail_id }) => mail_id),
  )
}

function unexpired(row: PendingRow | null, now: number): Me['pendingEmail'] {
  return row === null || row.expires_at <= now ? null : { id: row.id, email: row.email }
}
