/** Asking for a code: a new address is sent one, and the present one is told. */
import type { z } from 'zod'
import { emailKeyOf } from '../../../shared/rules/email-address.ts'
import type { emailChangeRequestSchema } from '../../../shared/contract/identity/email-changes.ts'
import { lockOwnAccount } from '../sessions/sessions.ts'
import {
  sendEmailCode,
  findPendingEmail,
  type EmailChangeRow,
  assertEmailNotTaken,
} from '../accounts/pending-email.ts'
import { recipientOf } from '../accounts/recipient.ts'
import { endRecoveries } from '../passwords/password-rules.ts'
import { assertReauthenticated } from '../security/reauthentication.ts'
import { sessionCounters, attemptOnce } from '../throttling/attempts.ts'
import type { Context } from '../context.ts'
import type { Db } from '../../platform/db/open.ts'
import type { User } from '../../platform/db/schema.ts'
import { recordAct } from '../../platform/events/acts.ts'
import type { Call } from '../handler.ts'
import { queueMail } from '../../platform/mail/queue.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { lifetimes } from '../settings.ts'
import { emailChangeOf, type EmailChange } from './email-change.ts'
import { second } from '../../platform/clock.ts'
import { inTransaction } from '../../platform/changes/log.ts'

type Request = z.output<typeof emailChangeRequestSchema>

/**
 * Replaces a request that is pending. Asked again for the same address, it sends another code, and
 * the one before no longer counts. Where no address is confirmed yet, the new one takes the place of
 * the one that waits.
 * @throws ProblemError `reauthentication_required` (but for the one that waits), `invalid_request` (the two differ, or it is the
 * present one), `email_taken`, `too_many_attempts`
 */
export async function requestEmailChange(
  context: Context,
  call: Call<'emailChangeCreate'>,
): Promise<EmailChange> {
  const { principal, body } = call
  await assertMayAsk(context.db, context, call, principal.user)
  assertNew(body, principal.user.email)
  await assertNotJustSent(context, principal.user.id, emailKeyOf(body.email))
  await attemptOnce(context, sessionCounters(context, principal, 'email-change'))
  return inTransaction(context, async (transaction) => {
    const user = await lockOwnAccount(transaction, principal)
    await assertMayAsk(transaction, context, call, user)
    assertNew(body, user.email)
    // Asked again now that nobody else can: two at once must not send two codes.
    await assertNotJustSent({ ...context, db: transaction }, user.id, emailKeyOf(body.email))
    await assertEmailNotTaken(transaction, user.id, emailKeyOf(body.email))
    return emailChangeOf(transaction, await write(transaction, context, call, user))
  })
}

function assertNew({ email, emailConfirmation }: Request, present: string | null): void {
  if (emailKeyOf(email) !== emailKeyOf(emailConfirmation)) {
    const errors = [{ pointer: '/emailConfirmation', code: 'emails_differ' }]
    throw new ProblemError('invalid_request', { errors })
  }
  if (present !== null && emailKeyOf(email) === emailKeyOf(present)) {
    const errors = [{ pointer: '/email', code: 'email_unchanged' }]
    throw new ProblemError('invalid_request', { errors })
  }
}

/** Cancelling and asking again is no way around the wait. */
async function assertNotJustSent(
  { db, now }: Pick<Context, 'db' | 'now'>,
  userId: string,
  emailKey: string,
): Promise<void> {
  const at = now()
  const recent = await db
    .selectFrom('email_changes')
    .select('next_code_at')
    .where('user_id', '=', userId)
    .where('email_key', '=', emailKey)
    .where('state', '!=', 'done')
    .where('next_code_at', '>', at)
    // A longer wait was counted by a clock that was ahead.
    .where('next_code_at', '<=', at + lifetimes.betweenCodes)
    .executeTakeFirst()
  if (recent === undefined) return
  const retryAfter = Math.ceil((recent.next_code_at - at) / second)
  throw new ProblemError('too_many_attempts', { retryAfter })
}

/** Whether `email` is the address that waits since the enrolment, however it is spelled. */
function isUnconfirmed(user: Pick<User, 'unconfirmed_email'>, email: string): boolean {
  return user.unconfirmed_email !== null && emailKeyOf(user.unconfirmed_email) === emailKeyOf(email)
}

/** Another code for the address that waits anyway changes nothing: that needs no password. */
async function assertMayAsk(
  db: Db,
  context: Context,
  { principal, body }: Call<'emailChangeCreate'>,
  user: Pick<User, 'unconfirmed_email'>,
): Promise<void> {
  if (!isUnconfirmed(user, body.email)) await assertReauthenticated(db, context, principal)
}

async function write(
  db: Db,
  context: Context,
  call: Call<'emailChangeCreate'>,
  user: User,
): Promise<EmailChangeRow> {
  const { email } = call.body
  if (isUnconfirmed(user, email)) return sendEmailCode(db, context, user, email)
  await (user.email === null
    ? correctUnconfirmed(db, user.id, email)
    : tellPresentAddress(db, context, user, email))
  const change = await sendEmailCode(db, context, user, email)
  await recordAct(db, context, call, 'email_change_requested')
  return change
}

/** It takes the place of the mistyped one at once: there is no address to go back to. */
async function correctUnconfirmed(db: Db, userId: string, email: string): Promise<void> {
  await db.updateTable('users').set({ unconfirmed_email: email }).where('id', '=', userId).execute()
  // A code that went to the former address opens nothing more.
  await endRecoveries(db, userId)
}

/** Once, and not again for another code. */
async function tellPresentAddress(
  db: Db,
  context: Context,
  user: User,
  email: string,
): Promise<void> {
  const pending = await findPendingEmail(db, user.id, context.now())
  if (pending !== null && emailKeyOf(pending.email) === emailKeyOf(email)) return
  const notice = { kind: 'email_change_requested', newEmail: email } as const
  await queueMail(db, context, recipientOf(user), notice)
}
