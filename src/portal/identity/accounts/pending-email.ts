/** An e-mail address that waits for its code: a new one, or the one of the enrolment. */
import { randomUUID } from 'node:crypto'
import type { Selectable } from 'kysely'
import { emailKeyOf } from '../../../shared/rules/email-address.ts'
import type { Me } from '../../../shared/contract/identity/me.ts'
import type { Context } from '../context.ts'
import { changed, noteChanges } from '../../platform/changes/log.ts'
import type { Db } from '../../platform/db/open.ts'
import { prepare, type Slots } from '../../platform/db/prepare.ts'
import type { Tables, User } from '../../platform/db/schema.ts'
import { createCode } from './codes.ts'
import { queueMail, withdrawMails } from '../../platform/mail/queue.ts'
import { lifetimes } from '../settings.ts'
import { recipientOf } from './recipient.ts'
import { minute } from '../../platform/clock.ts'
import { ProblemError } from '../../platform/problem-error.ts'

export type EmailChangeRow = Selectable<Tables['email_changes']>

/** Whoever enters it has signed in: the code is not all that is asked for. */
export const emailCodeFormat = 'numeric'

/** How often a code may be mistaken. */
const triesPerCode = 5

const pendingOf = prepare((db, { userId }: Slots<{ userId: string }>) =>
  db
    .selectFrom('email_changes')
    .select(['id', 'email', 'expires_at'])
    .where('user_id', '=', userId)
    .where('state', '=', 'pending'),
)

/** For edits, within their transaction. */
export async function findPendingEmail(
  db: Db,
  userId: string,
  now: number,
): Promise<Me['pendingEmail']> {
  const [row] = await pendingOf(db, { userId })
  return row === undefined || row.expires_at <= now ? null : { id: row.id, email: row.email }
}

/**
 * Sends a code to `email`, within the caller's transaction, which holds the account. Whatever waited
 * for a code before no longer does.
 */
export async function sendEmailCode(
  db: Db,
  context: Pick<Context, 'now' | 'pepper'>,
  user: User,
  email: string,
): Promise<EmailChangeRow> {
  const now = context.now()
  const id = randomUUID()
  const code = createCode(emailCodeFormat)
  await cancelPendingEmail(db, context, user.id)
  await noteChanges(db, context, user.id, [changed('me')])
  const mailId = await queueMail(db, context, recipientOf(user, email), {
    kind: 'email_change_code',
    code,
    minutes: lifetimes.emailChangeCode / minute,
  })
  return db
    .insertInto('email_changes')
    .values({
      id,
      user_id: user.id,
      email,
      email_key: emailKeyOf(email),
      state: 'pending',
      code_hash: context.pepper.hmacCode(id, code),
      attempts_left: triesPerCode,
      next_code_at: now + lifetimes.betweenCodes,
      code_expires_at: now + lifetimes.emailChangeCode,
      expires_at: now + lifetimes.emailChange,
      mail_id: mailId,
      created_at: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Whatever waits for a code no longer does, nor does the code go out that still waits to be sent. */
export async function cancelPendingEmail(
  db: Db,
  context: Pick<Context, 'now'>,
  userId: string,
): Promise<void> {
  const cancelled = await db
    .updateTable('email_changes')
    .set({ state: 'cancelled' })
    .where('user_id', '=', userId)
    .where('state', '=', 'pending')
    .returning('mail_id')
    .execute()
  if (cancelled.length > 0) await noteChanges(db, context, userId, [changed('me')])
  await withdrawMails(
    db,
    cancelled.map(({ mail_id }) => mail_id),
  )
}

/** What somebody is told who asks for, or confirms, an address that another account has. */
export function emailTakenError(): ProblemError {
  return new ProblemError('email_taken', { errors: [{ pointer: '/email', code: 'email_taken' }] })
}

/**
 * @param emailKey the address without regard to case
 * @throws ProblemError `email_taken` where an account other than `userId` has confirmed it
 */
export async function assertEmailNotTaken(db: Db, userId: string, emailKey: string): Promise<void> {
  const other = await db
    .selectFrom('users')
    .select('id')
    .where('email_key', '=', emailKey)
    .where('id', '!=', userId)
    .executeTakeFirst()
  if (other !== undefined) throw emailTakenError()
}
