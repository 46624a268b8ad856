/**
 * Step 2 of the enrolment: e-mail, name, language. It completes the enrolment; the address waits for
 * the code that it is sent.
 */
import { isDeepStrictEqual } from 'node:util'
import type { z } from 'zod'
import { emailKeyOf } from '../../../shared/rules/email-address.ts'
import type {
  enrolmentCompletedSchema,
  PersonalData,
} from '../../../shared/contract/identity/enrolment.ts'
import { enrolmentStateOf, givenEmailOf } from '../accounts/account.ts'
import { readAccount, type Account } from '../accounts/read-account.ts'
import { lockAccount, holdOpen, issueTokens } from '../sessions/sessions.ts'
import { sendEmailCode, assertEmailNotTaken } from '../accounts/pending-email.ts'
import { passwordExpiry } from '../passwords/password-rules.ts'
import type { Principal } from '../sessions/principal.ts'
import { sessionCounters, attemptOnce } from '../throttling/attempts.ts'
import type { Context } from '../context.ts'
import type { Db } from '../../platform/db/open.ts'
import { recordEvent } from '../../platform/events/security-events.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { assertNotExpired } from './enrolment.ts'
import { changed, inTransaction, noteChanges } from '../../platform/changes/log.ts'

type Completed = z.output<typeof enrolmentCompletedSchema>

/**
 * Keeps step 2 and swaps the enrolment's tokens for a full session's. The enrolment's own token
 * may send the same again until it expires: the answer with the new tokens can get lost. Anything
 * else from then on is the profile's affair, which asks for more than such a token.
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
  if (emailKeyOf(data.email) !== emailKeyOf(data.emailConfirmation)) {
    const errors = [{ pointer: '/emailConfirmation', code: 'emails_differ' }]
    throw new ProblemError('invalid_request', { errors })
  }
  await attemptOnce(context, sessionCounters(context, principal, 'enrolment-personal-data'))
  return inTransaction(context, (transaction) => complete(transaction, context, principal, data))
}

async function complete(
  db: Db,
  context: Context,
  principal: Principal,
  data: PersonalData,
): Promise<Completed> {
  const { sessionId } = principal
  const { id } = await lockAccount(db, principal.user.id)
  await holdOpen(db, sessionId)
  const before = await readAccount(db, id)
  const account = accountOf(data)
  const preferences = { alerts_by_email: data.alertsByEmail ? 1 : 0 }
  const state = enrolmentStateOf(before)
  // Invited anew in the meantime: the first step is due again.
  if (state === 'security') throw new ProblemError('invalid_state')
  if (state === 'complete') {
    if (!isSame(before, { ...account, ...preferences })) throw new ProblemError('invalid_state')
    return { state, session: await issueTokens(db, context, sessionId, before) }
  }
  await assertEmailNotTaken(db, id, emailKeyOf(data.email))
  const now = context.now()
  await db
    .updateTable('users')
    .set({
      ...account,
      enrolment_state: 'complete',
      enrolled_at: now,
      password_expires_at: passwordExpiry(context.settings.passwordPolicy, now),
    })
    .where('id', '=', id)
    .execute()
  await db.updateTable('preferences').set(preferences).where('user_id', '=', id).execute()
  await noteChanges(db, context, id, [changed('me'), changed('preferences')])
  await recordEvent(db, context, {
    kind: 'enrolment_completed',
    userId: id,
    details: { session: sessionId },
  })
  const user = await readAccount(db, id)
  await sendEmailCode(db, context, user, data.email)
  return { state: 'complete', session: await issueTokens(db, context, sessionId, user) }
}

function accountOf(data: PersonalData) {
  return {
    unconfirmed_email: data.email,
    first_name: data.firstName === undefined || data.firstName === '' ? null : data.firstName,
    last_name: data.lastName,
    language: data.language,
  }
}

/** Also once the address was confirmed: that does not make it another. */
function isSame(
  account: Account,
  {
    unconfirmed_email: email,
    ...columns
  }: ReturnType<typeof accountOf> & Pick<Account, 'alerts_by_email'>,
): boolean {
  const same = isDeepStrictEqual({ ...account, ...columns }, { ...account })
  return same && givenEmailOf(account) === email
}
