/** Taking an account for oneself within a transaction. */
import type { ActingSession } from '../../platform/events/acts.ts'
import { assertStillOpen } from './sessions.ts'
import type { Db } from '../../platform/db/open.ts'
import type { User } from '../../platform/db/schema.ts'

/**
 * The account's row as it is now; nobody else writes to it until the transaction ends. A write that
 * changes nothing does this on both databases, where `select … for update` is PostgreSQL's alone.
 */
export async function lockAccount(db: Db, userId: string): Promise<User> {
  return db
    .updateTable('users')
    .set((row) => ({ created_at: row.ref('created_at') }))
    .where('id', '=', userId)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/**
 * The caller's own account, locked. Every act on it begins so: a session that was ended since the
 * call arrived changes nothing more.
 * @throws ProblemError `unauthenticated`
 */
export async function lockOwnAccount(db: Db, principal: ActingSession): Promise<User> {
  const user = await lockAccount(db, principal.user.id)
  await assertStillOpen(db, principal.sessionId)
  return user
}
