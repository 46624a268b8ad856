/** Entering the code that was sent to an e-mail address: from then on it is the account's. */
import type { Me } from '../../../shared/contract/identity/me.ts'
import { lockOwnAccount } from '../sessions/sessions.ts'
import { meOf } from './me.ts'
import { readAccount } from '../accounts/read-account.ts'
import { emailCodeFormat, type EmailChangeRow, emailTakenError } from '../accounts/pending-email.ts'
import { recipientOf } from '../accounts/recipient.ts'
import { endRecoveries } from '../passwords/password-rules.ts'
import { countAttempt, takeBackAttempt, sessionCounters } from '../throttling/attempts.ts'
import type { Context } from '../context.ts'
import { isUniqueViolation } from '../../platform/db/errors.ts'
import type { Db } from '../../platform/db/open.ts'
import type { User } from '../../platform/db/schema.ts'
import { recordAct } from '../../platform/events/acts.ts'
import type { Call } from '../handler.ts'
import { queueMail } from '../../platform/mail/queue.ts'
import { parseTypedCode } from '../accounts/codes.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { changed, inTransaction, noteChanges } from '../../platform/changes/log.ts'

type Outcome =
  | { readonly kind: 'confirmed'; readonly me: Me }
  | { readonly kind: 'wrong'; readonly attemptsLeft: number }

/**
 * Sent again after it succeeded (the answer can get lost), the right code succeeds again.
 * @throws ProblemError `invalid_request` (no code in it) and `code_expired`, for which no try is taken;
 * `verification_failed` with the tries that are left, `email_taken` (by someone who was faster),
 * `not_found` (also for someone else's), `flow_expired` (too late, or no try left), `too_many_attempts`
 */
export async function confirmEmailChange(
  context: Context,
  call: Call<'emailChangeConfirm'>,
): Promise<Me> {
  const outcome = await tryCode(context, call, parseTypedCode(call.body.code, emailCodeFormat))
  if (outcome.kind === 'confirmed') return outcome.me
  const params = { attemptsLeft: outcome.attemptsLeft }
  const errors = [{ pointer: '', code: 'attempts_left', params }]
  throw new ProblemError('verification_failed', { errors })
}

async function tryCode(
  context: Context,
  call: Call<'emailChangeConfirm'>,
  code: string,
): Promise<Outcome> {
  try {
    return await inTransaction(context, async (transaction) => {
      const user = await lockOwnAccount(transaction, call.principal)
      const change = await find(transaction, user.id, call.params.id)
      const hash = context.pepper.hmacCode(change.id, code)
      if (change.state === 'done') return repeat(transaction, user, change, hash)
      if (change.expires_at <= context.now() || change.attempts_left <= 0) {
        throw new ProblemError('flow_expired')
      }
      if (change.code_expires_at <= context.now()) throw new ProblemError('code_expired')
      // Before anything is compared: while the account waits, a right code is refused like any.
      const counters = sessionCounters(context, call.principal, 'email-code')
      const counted = await countAttempt(transaction, counters, context.now())
      // Both are HMACs: the time that comparing them takes tells nothing of the code.
      if (hash === change.code_hash) {
        await takeBackAttempt(transaction, counted)
        return confirm(transaction, context, call, user, change)
      }
      return { kind: 'wrong', attemptsLeft: await useTry(transaction, change) }
    })
  } catch (error) {
    throw isUniqueViolation(error) ? emailTakenError() : error
  }
}

async function find(db: Db, userId: string, id: string): Promise<EmailChangeRow> {
  const change = await db
    .selectFrom('email_changes')
    .selectAll()
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .where('state', '!=', 'cancelled')
    .executeTakeFirst()
  if (change === undefined) throw new ProblemError('not_found')
  return change
}

async function repeat(db: Db, user: User, change: EmailChangeRow, hash: string): Promise<Outcome> {
  if (hash !== change.code_hash || user.email_key !== change.email_key) {
    throw new ProblemError('not_found')
  }
  return { kind: 'confirmed', me: meOf(await readAccount(db, user.id), null) }
}

/** The account is locked, so that a thousand at once take one try each. */
async function useTry(db: Db, change: EmailChangeRow): Promise<number> {
  const { attempts_left } = await db
    .updateTable('email_changes')
    .set((row) => ({ attempts_left: row('attempts_left', '-', 1) }))
    .where('id', '=', change.id)
    .returning('attempts_left')
    .executeTakeFirstOrThrow()
  return attempts_left
}

async function confirm(
  db: Db,
  context: Context,
  call: Call<'emailChangeConfirm'>,
  before: User,
  change: EmailChangeRow,
): Promise<Outcome> {
  await db
    .updateTable('users')
    .set({ email: change.email, email_key: change.email_key, unconfirmed_email: null })
    .where('id', '=', before.id)
    .execute()
  await db.updateTable('email_changes').set({ state: 'done' }).where('id', '=', change.id).execute()
  await noteChanges(db, context, before.id, [changed('me')])
  // Recoveries under way go by the address as it was: a code that went to a former one opens no more.
  await endRecoveries(db, before.id)
  if (before.email === null) {
    await recordAct(db, context, call, 'email_confirmed')
  } else {
    const notice = { kind: 'email_changed', newEmail: change.email } as const
    await queueMail(db, context, recipientOf(before), notice)
    await recordAct(db, context, call, 'email_changed')
  }
  return { kind: 'confirmed', me: meOf(await readAccount(db, before.id), null) }
}
