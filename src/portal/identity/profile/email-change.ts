/** An e-mail address that waits: what both of its sides (asking, and entering the code) share. */
import type { z } from 'zod'
import type { emailChangeSchema } from '../../../shared/contract/identity/email-changes.ts'
import { timestamp } from '../accounts/account.ts'
import { lockOwnAccount } from '../sessions/sessions.ts'
import { cancelPendingEmail, type EmailChangeRow } from '../accounts/pending-email.ts'
import type { Principal } from '../sessions/principal.ts'
import type { Context } from '../context.ts'
import type { Db } from '../../platform/db/open.ts'
import { recordAct, type Actor } from '../../platform/events/acts.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { inTransaction } from '../../platform/changes/log.ts'

export type EmailChange = z.output<typeof emailChangeSchema>

/** @throws ProblemError `not_found` (also for someone else's), `flow_expired` */
export async function readEmailChange(
  { db, now }: Context,
  principal: Principal,
  id: string,
): Promise<EmailChange> {
  const change = await findPending(db, principal.user.id, id)
  if (change.expires_at <= now()) throw new ProblemError('flow_expired')
  return emailChangeOf(db, change)
}

/** Its code counts no longer, and the present address stays. @throws ProblemError `not_found` */
export async function cancelEmailChange(context: Context, actor: Actor, id: string): Promise<void> {
  const { principal } = actor
  await inTransaction(context, async (transaction) => {
    await lockOwnAccount(transaction, principal)
    await findPending(transaction, principal.user.id, id)
    await cancelPendingEmail(transaction, context, principal.user.id)
    await recordAct(transaction, context, actor, 'email_change_cancelled')
  })
}

/** What the client is told of `change`, and of the message with its code. */
export async function emailChangeOf(db: Db, change: EmailChangeRow): Promise<EmailChange> {
  return {
    id: change.id,
    email: change.email,
    delivery: await deliveryOf(db, change.mail_id),
    nextCodeAt: timestamp(change.next_code_at),
    attemptsLeft: change.attempts_left,
    codeExpiresAt: timestamp(change.code_expires_at),
    expiresAt: timestamp(change.expires_at),
  }
}

async function findPending(db: Db, userId: string, id: string): Promise<EmailChangeRow> {
  const change = await db
    .selectFrom('email_changes')
    .selectAll()
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .where('state', '=', 'pending')
    .executeTakeFirst()
  if (change === undefined) throw new ProblemError('not_found')
  return change
}

async function deliveryOf(db: Db, mailId: string): Promise<EmailChange['delivery']> {
  const mail = await db
    .selectFrom('mails')
    .select(['state', 'last_error'])
    .where('id', '=', mailId)
    .executeTakeFirst()
  switch (mail?.state) {
    case 'queued':
      return mail.last_error === null ? 'queued' : 'delayed'
    // A message is forgotten some time after it was sent.
    case 'sent':
    case undefined:
      return 'sent'
    default:
      return 'refused'
  }
}
