/** Taking an account for oneself within a transaction. */
import type { ActingSession } from '../../platform/events/acts.ts'
import { assertStillOpen } from './sessions.ts'
import { lockRows } from '../../platform/db/lock-rows.ts'
import type { Db } from '../../platform/db/open.ts'
import type { User } from '../../platform/db/schema.ts'

/** The account's row as it is now; nobody else writes to it until the transaction ends. */
export async function lockAccount(db: Db, userId: string): Promise<User> {
  const account = db.selectFrom('users').selectAll().where('id', '=', userId)
  return lockRows(db, account).executeTakeFirstOrThrow()
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
