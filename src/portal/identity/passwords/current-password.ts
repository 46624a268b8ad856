/**
 * Entering the current password while signed in: before what is delicate, and to replace it. AttemptCounters
 * are counted apart from the sign-in's and by session, so that whoever found an open one keeps its
 * owner neither from signing in nor from ending it. All uses share one count, so that each brings no
 * tries of its own.
 */
import { normalizePassword } from '../../../shared/identity/password-policy.ts'
import { lockAccount } from '../sessions/sessions.ts'
import type { Context } from '../context.ts'
import type { Db } from '../../platform/db/open.ts'
import type { User } from '../../platform/db/schema.ts'
import { recordAct, type Actor } from '../../platform/events/acts.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import {
  assertMayAttempt,
  takeBackAttempt,
  sessionCounters,
  attemptOnce,
  type CountedAttempt,
} from '../throttling/attempts.ts'
import { inTransaction } from '../../platform/changes/log.ts'

/** An entered password: what it was for, should it be wrong. */
export type PasswordEntry = {
  readonly password: string
  readonly pointer: '/password' | '/currentPassword'
  readonly failure: 'reauthentication_failed' | 'password_change_failed'
}

/** Refuses a flood before it queues for the hasher. @throws ProblemError `too_many_attempts` */
export async function assertMayEnter(context: Context, actor: Actor): Promise<void> {
  await assertMayAttempt(context, sessionCounters(context, actor.principal, 'current-password'))
}

/** An entered password that was right a moment ago. */
export type VerifiedEntry = { readonly user: User; readonly counted: CountedAttempt }

/**
 * Checks `entry`; call it within the hasher's turn. The try stays counted until `confirmEntry`.
 * @throws ProblemError `invalid_credentials`, `too_many_attempts`
 */
export async function verifyEntry(
  context: Context,
  actor: Actor,
  entry: PasswordEntry,
): Promise<VerifiedEntry> {
  const counters = sessionCounters(context, actor.principal, 'current-password')
  const counted = await attemptOnce(context, counters)
  const user = await context.db
    .selectFrom('users')
    .selectAll()
    .where('id', '=', actor.principal.user.id)
    .executeTakeFirstOrThrow()
  const right = await context.hasher.verify(user.password_hash, normalizePassword(entry.password))
  return right ? { user, counted } : refuseEntry(context, actor, entry)
}

/**
 * Within the transaction of what the password opens, after locking the account: whether what was
 * verified still is the password. Verifying takes long enough for it to be replaced meanwhile.
 */
export async function confirmEntry(
  db: Db,
  locked: User,
  { user, counted }: VerifiedEntry,
): Promise<boolean> {
  if (locked.password_hash !== user.password_hash) return false
  await takeBackAttempt(db, counted)
  return true
}

/** Records the failure. @throws ProblemError `invalid_credentials`, always */
export async function refuseEntry(
  context: Context,
  actor: Actor,
  entry: PasswordEntry,
): Promise<never> {
  await inTransaction(context, async (transaction) => {
    await lockAccount(transaction, actor.principal.user.id)
    await recordAct(transaction, context, actor, entry.failure)
  })
  throw new ProblemError('invalid_credentials', {
    errors: [{ pointer: entry.pointer, code: 'invalid_credentials' }],
  })
}
