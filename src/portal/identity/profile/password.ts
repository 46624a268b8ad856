/** Replacing one's own password: by choice, because it has expired, or because someone asks for it. */
import type { z } from 'zod'
import { normalizePassword } from '../../../shared/identity/password-policy.ts'
import type { passwordChangeSchema } from '../../../shared/contract/identity/me.ts'
import { timestamp } from '../accounts/account.ts'
import { lockOwnAccount, endSessions } from '../sessions/sessions.ts'
import { recipientOf } from '../accounts/recipient.ts'
import {
  assertMayEnter,
  confirmEntry,
  refuseEntry,
  verifyEntry,
  type PasswordEntry,
} from '../passwords/current-password.ts'
import { newPasswordErrors, replacePassword } from '../passwords/password-rules.ts'
import type { Context } from '../context.ts'
import type { Db } from '../../platform/db/open.ts'
import type { User } from '../../platform/db/schema.ts'
import { recordAct } from '../../platform/events/acts.ts'
import type { Call } from '../handler.ts'
import { queueMail } from '../../platform/mail/queue.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { inTransaction } from '../../platform/changes/log.ts'

type Changed = z.output<typeof passwordChangeSchema>

/**
 * @throws ProblemError `invalid_credentials` (the current password is wrong), `password_policy` with
 * every rule that fails, `too_many_attempts`, `unauthenticated` (ended by someone else meanwhile)
 */
export async function changePassword(
  context: Context,
  call: Call<'passwordChange'>,
): Promise<Changed> {
  const { currentPassword, newPassword } = call.body
  const entry: PasswordEntry = {
    password: currentPassword,
    pointer: '/currentPassword',
    failure: 'password_change_failed',
  }
  await assertMayEnter(context, call)
  const check = async () => {
    const entered = await verifyEntry(context, call, entry)
    const errors = await newPasswordErrors(context, entered.user, newPassword)
    if (errors.length > 0) return { entered, errors, hash: '' }
    return { entered, errors, hash: await context.hasher.hash(normalizePassword(newPassword)) }
  }
  const checked = await context.hasher.run(check, { client: call.client, known: true })
  const outcome = await inTransaction(context, async (transaction) => {
    const locked = await lockOwnAccount(transaction, call.principal)
    if (!(await confirmEntry(transaction, locked, checked.entered))) return 'overtaken'
    if (checked.errors.length > 0) return 'refused'
    return replace(transaction, context, call, locked, checked.hash)
  })
  if (outcome === 'overtaken') return refuseEntry(context, call, entry)
  if (outcome === 'refused') throw new ProblemError('password_policy', { errors: checked.errors })
  return outcome
}

async function replace(
  db: Db,
  context: Context,
  call: Call<'passwordChange'>,
  locked: User,
  hash: string,
): Promise<Changed> {
  const user = await replacePassword(db, context, locked, hash)
  if (user === undefined) throw new Error('A locked account was written to by someone else')
  const now = context.now()
  const { sessionId } = call.principal
  // A contact person asks for it where someone else may know the password.
  const keepsOthers = call.body.keepOtherSessions && locked.password_change_required === 0
  const endedSessions = keepsOthers
    ? 0
    : await endSessions(db, user.id, now, { kind: 'allBut', sessionId })
  // What others opened with the former password is not worth more than the password was.
  await db
    .updateTable('sessions')
    .set({ reauthenticated_until: 0 })
    .where('user_id', '=', user.id)
    .where('id', '!=', sessionId)
    .execute()
  await queueMail(db, context, recipientOf(user), { kind: 'password_changed', at: now })
  await recordAct(db, context, call, 'password_changed', { endedSessions: String(endedSessions) })
  const { password_expires_at: expiry } = user
  return { passwordExpiresAt: expiry === null ? null : timestamp(expiry), endedSessions }
}
