/**
 * What a new password of an account must be, and how it takes the place of the one before. The
 * enrolment, a recovery and a change all ask here.
 */
import { randomUUID } from 'node:crypto'
import {
  normalizePassword,
  type PasswordContext,
} from '../../../shared/identity/password-policy.ts'
import type { PasswordPolicy } from '../../../shared/contract/identity/password-policy.ts'
import type { ProblemDetail } from '../../../shared/contract/problem.ts'
import { enrolmentStateOf, givenEmailOf } from '../accounts/account.ts'
import { cancelPendingEmail } from '../accounts/pending-email.ts'
import type { Context } from '../context.ts'
import { changed, inTransaction, noteChanges } from '../../platform/changes/log.ts'
import type { Db } from '../../platform/db/open.ts'
import type { User } from '../../platform/db/schema.ts'
import { withdrawMails } from '../../platform/mail/queue.ts'
import { ruleFailures } from './password-check.ts'
import { readInitialPassword } from './initial-password.ts'
import { day } from '../../platform/clock.ts'

/**
 * Every rule that `password` fails as the next password of `user`, pointing at `/newPassword`.
 * Verifies up to five hashes: run it in the hasher's turn.
 */
export async function newPasswordErrors(
  context: Context,
  user: User,
  password: string,
): Promise<ProblemDetail[]> {
  const policy = context.settings.passwordPolicy
  const email = givenEmailOf(user)
  const known: PasswordContext = {
    username: user.username,
    names: [user.first_name, user.last_name].filter((name) => name !== null),
    ...(email !== null && { email }),
  }
  const failures = await ruleFailures(policy, password, known)
  if (await wasUsedBefore(context, user, normalizePassword(password))) {
    failures.push({ code: 'used_before', params: { history: policy.history } })
  }
  return failures.map((failure) => ({ pointer: '/newPassword', ...failure }))
}

/**
 * The present password is the first of the policy's history. Only the one that an enrolment under
 * way has just chosen does not count: its step can be sent again.
 */
async function wasUsedBefore(context: Context, user: User, password: string): Promise<boolean> {
  const { history } = context.settings.passwordPolicy
  const before = await context.db
    .selectFrom('password_history')
    .select('password_hash')
    .where('user_id', '=', user.id)
    .orderBy('replaced_at', 'desc')
    .limit(history)
    .execute()
  const present = enrolmentStateOf(user) === 'personalData' ? [] : [user.password_hash]
  const hashes = [...present, ...before.map((row) => row.password_hash)].slice(0, history)
  // The initial password passed through other hands: in other dress it is none of one's own either.
  const readings = new Set([password, readInitialPassword(password)])
  for (const hash of hashes) {
    for (const reading of readings) {
      // oxlint-disable-next-line no-await-in-loop -- one at a time: each takes 19 MiB
      if (await context.hasher.verify(hash, reading)) return true
    }
  }
  return false
}

/** When a password that is set at `now` expires; null where none does. */
export function passwordExpiry({ expiresAfterDays }: PasswordPolicy, now: number): number | null {
  return expiresAfterDays === null ? null : now + expiresAfterDays * day
}

/**
 * A policy that was changed holds for the passwords that are there, too: where passwords do not expire, none that was set under another policy does; where they do, one
 * that had no end has the whole time from now on. What a contact person asked for stays asked for.
 */
export async function applyExpiryPolicy(context: Context): Promise<void> {
  const expiry = passwordExpiry(context.settings.passwordPolicy, context.now())
  await inTransaction(context, async (transaction) => {
    const changedAccounts = await transaction
      .updateTable('users')
      .set({ password_expires_at: expiry })
      .where('enrolment_state', '=', 'complete')
      .where('password_expires_at', expiry === null ? 'is not' : 'is', null)
      .returning('id')
      .execute()
    for (const { id } of changedAccounts) {
      // oxlint-disable-next-line no-await-in-loop -- one transaction, one statement at a time
      await noteChanges(transaction, context, id, [changed('me')])
    }
  })
}

/** Keeps a password that is being replaced among those that must not come back. */
export async function keepInHistory(
  db: Db,
  context: Pick<Context, 'now' | 'settings'>,
  userId: string,
  passwordHash: string,
): Promise<void> {
  const row = { id: randomUUID(), user_id: userId, password_hash: passwordHash }
  await db
    .insertInto('password_history')
    .values({ ...row, replaced_at: context.now() })
    .execute()
  await db
    .deleteFrom('password_history')
    .where('user_id', '=', userId)
    .where('id', 'not in', (query) =>
      query
        .selectFrom('password_history')
        .select('id')
        .where('user_id', '=', userId)
        .orderBy('replaced_at', 'desc')
        .limit(context.settings.passwordPolicy.history),
    )
    .execute()
}

/**
 * Replaces the password of an enrolled account, within the caller's transaction, whose first write
 * this must be. Recoveries under way end with it, save `recovery` (the hash of its id) itself, and so
 * does an e-mail address that waits for its code; ending sessions, telling and recording are the caller's affair.
 * @param checked the account as it was when `passwordHash` was found good
 * @returns the account as it is now, or undefined where its password was replaced in the meantime
 */
export async function replacePassword(
  db: Db,
  context: Pick<Context, 'now' | 'settings'>,
  checked: Pick<User, 'id' | 'password_hash'>,
  passwordHash: string,
  recovery = '',
): Promise<User | undefined> {
  const user = await db
    .updateTable('users')
    .set({
      password_hash: passwordHash,
      password_expires_at: passwordExpiry(context.settings.passwordPolicy, context.now()),
      password_change_required: 0,
    })
    .where('id', '=', checked.id)
    .where('password_hash', '=', checked.password_hash)
    .returningAll()
    .executeTakeFirst()
  if (user === undefined) return undefined
  await keepInHistory(db, context, user.id, checked.password_hash)
  await endRecoveries(db, user.id, recovery)
  // Whoever asked for another address knew the former password, and may still be signed in.
  await cancelPendingEmail(db, context, user.id)
  await noteChanges(db, context, user.id, [changed('me')])
  return user
}

/**
 * Ends what recoveries of `userId` are under way, save the one whose id has the hash `except`: for
 * a change of anything that a recovery goes by. Their codes do not go out any more.
 */
export async function endRecoveries(db: Db, userId: string, except = ''): Promise<void> {
  const ended = await db
    .deleteFrom('recoveries')
    .where('user_id', '=', userId)
    .where('state', '!=', 'done')
    .where('id_hash', '!=', except)
    .returning('mail_id')
    .execute()
  await withdrawMails(
    db,
    ended.map(({ mail_id }) => mail_id),
  )
}
