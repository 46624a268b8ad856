/** Step 1 of the enrolment: a password of one's own, and three questions with answers. */
import {
  answerFailures,
  answerNormalizationVersion,
  normalizeAnswer,
} from '../../shared/answers.ts'
import { normalizePassword } from '../../shared/password-policy.ts'
import type { Enrolment, EnrolmentSecurityRequest } from '../../shared/portal/enrolment.ts'
import type { ProblemDetail } from '../../shared/portal/problem.ts'
import { securityQuestionIds } from '../../shared/portal/security-questions.ts'
import { enrolmentStateOf } from '../accounts/account.ts'
import { keepInHistory, newPasswordErrors } from '../auth/password-rules.ts'
import type { Principal } from '../auth/principal.ts'
import { assertStillOpen, endSessions } from '../auth/sessions.ts'
import { chargeAttempt, enrolmentKey } from '../auth/throttle.ts'
import type { Context } from '../context.ts'
import type { Db } from '../db/open.ts'
import type { User } from '../db/schema.ts'
import { recordEvent } from '../events/security-events.ts'
import { ProblemError } from '../problem-error.ts'
import { lifetimes } from '../settings.ts'
import { assertNotExpired, enrolmentOf } from './enrolment.ts'

type Hashes = {
  readonly password: string
  readonly answers: readonly { readonly question_id: string; readonly answer_hash: string }[]
}

/**
 * Checks and keeps step 1. Sent again, it replaces what it kept.
 * @throws ProblemError `password_policy` or `answers_policy` with every rule that fails,
 * `invalid_state`, `flow_expired`, `too_many_attempts`, `unauthenticated` (ended by someone else while this was hashed)
 */
export async function saveSecurity(
  context: Context,
  principal: Principal,
  request: EnrolmentSecurityRequest,
): Promise<Enrolment> {
  const user = await context.db
    .selectFrom('users')
    .selectAll()
    .where('id', '=', principal.user.id)
    .executeTakeFirstOrThrow()
  assertOpen(user, context.now())
  const key = enrolmentKey('security', user.id)
  const charge = { key, policy: context.settings.throttle.enrolment }
  await chargeAttempt(context.db, [charge], context.now())
  const hashes = await context.hasher.inTurn(async () => {
    await assertPolicy(context, user, request)
    return hashAll(context, request)
  })
  return context.db
    .transaction()
    .execute((transaction) => store(transaction, context, principal, hashes))
}

function assertOpen(user: User, now: number): void {
  if (enrolmentStateOf(user) === 'complete') throw new ProblemError('invalid_state')
  assertNotExpired(user, now)
}

async function assertPolicy(
  context: Context,
  user: User,
  request: EnrolmentSecurityRequest,
): Promise<void> {
  const password = await newPasswordErrors(context, user, request.newPassword)
  const answers = answerErrors(user, request)
  if (password.length > 0)
    throw new ProblemError('password_policy', { errors: [...password, ...answers] })
  if (answers.length > 0) throw new ProblemError('answers_policy', { errors: answers })
}

function answerErrors(user: User, request: EnrolmentSecurityRequest): ProblemDetail[] {
  const known = new Set<string>(securityQuestionIds)
  const unknown = request.answers.flatMap(({ questionId }, index) =>
    known.has(questionId)
      ? []
      : [{ pointer: `/answers/${index}/questionId`, code: 'question_unknown' }],
  )
  const failures = answerFailures(request.answers, {
    username: user.username,
    password: request.newPassword,
    ...(user.email !== null && { email: user.email }),
  })
  return [
    ...unknown,
    ...failures.map(({ index, field, code }) => ({ pointer: `/answers/${index}/${field}`, code })),
  ]
}

async function hashAll(context: Context, request: EnrolmentSecurityRequest): Promise<Hashes> {
  const { hasher, pepper } = context
  const password = await hasher.hash(normalizePassword(request.newPassword))
  const answers: { question_id: string; answer_hash: string }[] = []
  for (const { questionId, answer } of request.answers) {
    // oxlint-disable-next-line no-await-in-loop -- one at a time: each takes 19 MiB
    const hash = await hasher.hash(normalizeAnswer(answer), pepper.answers)
    answers.push({ question_id: questionId, answer_hash: hash })
  }
  return { password, answers }
}

async function store(
  db: Db,
  context: Context,
  principal: Principal,
  hashes: Hashes,
): Promise<Enrolment> {
  const now = context.now()
  const { sessionId } = principal
  const userId = principal.user.id
  // The write comes first, so that two of these steps wait for each other.
  const before = await db
    .updateTable('users')
    .set({ enrolment_expires_at: now + lifetimes.initialPassword })
    .where('id', '=', userId)
    .where('enrolment_state', '!=', 'complete')
    .returning(['enrolment_state', 'password_hash'])
    .executeTakeFirst()
  if (before === undefined) throw new ProblemError('invalid_state')
  await assertStillOpen(db, sessionId)
  if (before.enrolment_state === 'security') {
    await keepInHistory(db, context, userId, before.password_hash)
  }
  const user = await db
    .updateTable('users')
    .set({ password_hash: hashes.password, enrolment_state: 'personalData' })
    .where('id', '=', userId)
    .returningAll()
    .executeTakeFirstOrThrow()
  // Whoever else signed in knew the former password, the initial one above all: it passed through
  // other hands, and its sessions must not grow into full ones.
  await endSessions(db, userId, now, { kind: 'allBut', sessionId })
  await db.deleteFrom('security_answers').where('user_id', '=', userId).execute()
  await db
    .insertInto('security_answers')
    .values(
      hashes.answers.map((answer, position) => ({
        ...answer,
        user_id: userId,
        position,
        normalization: answerNormalizationVersion,
      })),
    )
    .execute()
  await recordEvent(db, context, { kind: 'enrolment_security_saved', userId, details: {} })
  return enrolmentOf(db, user)
}
