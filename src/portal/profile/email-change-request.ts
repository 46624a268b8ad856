/** Asking for a new e-mail address: the new one is sent a code, the present one is told. */
import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { emailKeyOf } from '../../shared/email-address.ts'
import type { emailChangeRequestSchema } from '../../shared/portal/email-changes.ts'
import { lockOwnAccount } from '../accounts/lock.ts'
import { cancelPendingEmail } from '../accounts/pending-email.ts'
import { recipientOf } from '../accounts/recipient.ts'
import { assertReauthenticated } from '../auth/reauthentication.ts'
import { chargeAttempt } from '../auth/throttle.ts'
import type { Context } from '../context.ts'
import type { Db } from '../db/open.ts'
import type { User } from '../db/schema.ts'
import { recordAct } from '../events/acts.ts'
import type { Call } from '../http/handler.ts'
import { createCode } from '../mail/create-code.ts'
import { queueMail } from '../mail/queue.ts'
import { ProblemError } from '../problem-error.ts'
import { lifetimes } from '../settings.ts'
import {
  emailChangeOf,
  emailTaken,
  triesPerCode,
  type EmailChange,
  type EmailChangeRow,
} from './email-change.ts'

type Request = z.output<typeof emailChangeRequestSchema>

const second = 1000
const minute = 60 * second

/**
 * Replaces a request that is pending. Asked again for the same address, it sends another code, and
 * the one before no longer counts.
 * @throws ProblemError `reauthentication_required`, `invalid_request` (the two differ, or it is the
 * present one), `email_taken`, `too_many_attempts`
 */
export async function requestEmailChange(
  context: Context,
  call: Call<'emailChangeCreate'>,
): Promise<EmailChange> {
  const { principal, body } = call
  await assertReauthenticated(context.db, context, principal)
  assertNew(body, principal.user.email)
  await assertNotJustSent(context, principal.user.id, emailKeyOf(body.email))
  const charge = {
    key: `email-change:${principal.user.id}`,
    policy: context.settings.throttle.emailChange,
  }
  await chargeAttempt(context.db, [charge], context.now())
  return context.db.transaction().execute(async (transaction) => {
    const user = await lockOwnAccount(transaction, principal)
    await assertReauthenticated(transaction, context, principal)
    assertNew(body, user.email)
    // Asked again now that nobody else can: two at once must not send two codes.
    await assertNotJustSent({ ...context, db: transaction }, user.id, emailKeyOf(body.email))
    await assertNobodyElses(transaction, user.id, emailKeyOf(body.email))
    const change = await write(transaction, context, user, body.email)
    await recordAct(transaction, context, call, 'email_change_requested')
    return emailChangeOf(transaction, change)
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
  const recent = await db
    .selectFrom('email_changes')
    .select('next_code_at')
    .where('user_id', '=', userId)
    .where('email_key', '=', emailKey)
    .where('state', '!=', 'done')
    .where('next_code_at', '>', now())
    .executeTakeFirst()
  if (recent === undefined) return
  const retryAfter = Math.ceil((recent.next_code_at - now()) / second)
  throw new ProblemError('too_many_attempts', { retryAfter })
}

async function assertNobodyElses(db: Db, userId: string, emailKey: string): Promise<void> {
  const other = await db
    .selectFrom('users')
    .select('id')
    .where('email_key', '=', emailKey)
    .where('id', '!=', userId)
    .executeTakeFirst()
  if (other !== undefined) throw emailTaken()
}

async function write(db: Db, context: Context, user: User, email: string): Promise<EmailChangeRow> {
  const now = context.now()
  const id = randomUUID()
  const code = createCode()
  const pending = await db
    .selectFrom('email_changes')
    .select('email_key')
    .where('user_id', '=', user.id)
    .where('state', '=', 'pending')
    .where('expires_at', '>', now)
    .executeTakeFirst()
  await cancelPendingEmail(db, user.id)
  const mailId = await queueMail(db, context, recipientOf(user, email), {
    kind: 'email_change_code',
    code,
    minutes: lifetimes.emailChange / minute,
  })
  if (pending?.email_key !== emailKeyOf(email)) {
    const notice = { kind: 'email_change_requested', newEmail: email } as const
    await queueMail(db, context, recipientOf(user), notice)
  }
  return db
    .insertInto('email_changes')
    .values({
      id,
      user_id: user.id,
      email,
      email_key: emailKeyOf(email),
      state: 'pending',
      code_hash: context.pepper.hideCode(id, code),
      attempts_left: triesPerCode,
      next_code_at: now + lifetimes.betweenCodes,
      expires_at: now + lifetimes.emailChange,
      mail_id: mailId,
      created_at: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}
