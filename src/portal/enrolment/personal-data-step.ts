/** Step 2 of the enrolment: e-mail, name, language. It completes the enrolment. */
import type { z } from 'zod'
import type { enrolmentCompletedSchema, PersonalData } from '../../shared/portal/enrolment.ts'
import { enrolmentStateOf } from '../accounts/account.ts'
import { foldName } from '../accounts/fold-name.ts'
import { passwordExpiry } from '../auth/password-rules.ts'
import type { Principal } from '../auth/principal.ts'
import { assertStillOpen, issueTokens } from '../auth/sessions.ts'
import { chargeAttempt, enrolmentKey } from '../auth/throttle.ts'
import type { Context } from '../context.ts'
import { isUniqueViolation } from '../db/errors.ts'
import type { Db } from '../db/open.ts'
import { recordEvent } from '../events/security-events.ts'
import { ProblemError } from '../problem-error.ts'
import { assertNotExpired } from './enrolment.ts'

type Completed = z.output<typeof enrolmentCompletedSchema>

/**
 * Keeps step 2 and swaps the enrolment's tokens for a full session's. The enrolment's own token
 * may send it again until it expires: the answer with the new tokens can get lost.
 * @throws ProblemError `invalid_request` (e-mails differ), `email_taken`, `invalid_state`,
 * `flow_expired`, `too_many_attempts`
 */
export async function savePersonalData(
  context: Context,
  principal: Principal,
  data: PersonalData,
): Promise<Completed> {
  assertNotExpired(principal.user, context.now())
  if (enrolmentStateOf(principal.user) === 'security') throw new ProblemError('invalid_state')
  if (enrolmentStateOf(principal.user) === 'complete' && principal.scope === 'full') {
    throw new ProblemError('invalid_state')
  }
  if (foldName(data.email) !== foldName(data.emailConfirmation)) {
    const errors = [{ pointer: '/emailConfirmation', code: 'emails_differ' }]
    throw new ProblemError('invalid_request', { errors })
  }
  const key = enrolmentKey('personal-data', principal.user.id)
  const charge = { key, policy: context.settings.throttle.enrolment }
  await chargeAttempt(context.db, [charge], context.now())
  try {
    return await context.db
      .transaction()
      .execute((transaction) => complete(transaction, context, principal, data))
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    throw new ProblemError('email_taken', { errors: [{ pointer: '/email', code: 'email_taken' }] })
  }
}

async function complete(
  db: Db,
  context: Context,
  principal: Principal,
  data: PersonalData,
): Promise<Completed> {
  const now = context.now()
  const user = await db
    .updateTable('users')
    .set((row) => ({
      email: data.email,
      email_key: foldName(data.email),
      first_name: data.firstName === undefined || data.firstName === '' ? null : data.firstName,
      last_name: data.lastName,
      language: data.language,
      alerts_by_email: data.alertsByEmail ? 1 : 0,
      enrolment_state: 'complete',
      enrolled_at: row.fn.coalesce('enrolled_at', row.val(now)),
      password_expires_at: passwordExpiry(context.settings.passwordPolicy, now),
    }))
    .where('id', '=', principal.user.id)
    .where('enrolment_state', '!=', 'security')
    .returningAll()
    .executeTakeFirst()
  // Invited anew in the meantime: the first step is due again.
  if (user === undefined) throw new ProblemError('invalid_state')
  await assertStillOpen(db, principal.sessionId)
  await recordEvent(db, context, {
    kind: 'enrolment_completed',
    userId: user.id,
    details: { session: principal.sessionId },
  })
  return { state: 'complete', session: await issueTokens(db, context, principal.sessionId, user) }
}
