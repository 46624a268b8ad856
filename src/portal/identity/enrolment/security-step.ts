/** Step 1 of the enrolment: a password of one's own, and three questions with answers. */
import { normalizePassword } from '../../../shared/identity/password-policy.ts'
import type {
  Enrolment,
  EnrolmentSecurityRequest,
} from '../../../shared/contract/identity/enrolment.ts'
import { enrolmentStateOf } from '../accounts/account.ts'
import { readAccount } from '../accounts/read-account.ts'
import {
  answerErrors,
  hashAnswers,
  replaceAnswers,
  type HashedAnswer,
} from '../questions/answers.ts'
import { keepInHistory, newPasswordErrors } from '../passwords/password-rules.ts'
import type { Principal } from '../sessions/principal.ts'
import { assertStillOpen, endSessions } from '../sessions/sessions.ts'
import { sessionCounters, attemptOnce } from '../throttling/attempts.ts'
import type { Context } from '../context.ts'
import type { Db } from '../../platform/db/open.ts'
import type { User } from '../../platform/db/schema.ts'
import { recordEvent } from '../../platform/events/security-events.ts'
import type { Call } from '../handler.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { lifetimes } from '../settings.ts'
import { assertNotExpired, enrolmentOf } from './enrolment.ts'
import { inTransaction } from '../../platform/changes/log.ts'

type Hashes = {
  readonly password: string
  readonly answers: readonly HashedAnswer[]
}

/**
 * Checks and keeps step 1. Sent again, it replaces what it kept.
 * @throws ProblemError `password_policy` or `answers_policy` with every rule that fails,
 * `invalid_state`, `flow_expired`, `too_many_attempts`, `unauthenticated` (ended by someone else while this was hashed)
 */
export async function saveSecurity(
  context: Context,
  { principal, body: request, client }: Call<'enrolmentSecurity'>,
): Promise<Enrolment> {
  const user = await context.db
    .selectFrom('users')
    .selectAll()
    .where('id', '=', principal.user.id)
    .executeTakeFirstOrThrow()
  assertOpen(user, context.now())
  await attemptOnce(context, sessionCounters(context, principal, 'enrolment-security'))
  const hash = async (): Promise<Hashes> => {
    await assertPolicy(context, user, request)
    return hashAll(context, request)
  }
  const hashes = await context.hasher.run(hash, { client, known: true })
  return inTransaction(context, (transaction) => store(transaction, context, principal, hashes))
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
  const answers = answerErrors(request.answers, {
    username: user.username,
    password: request.newPassword,
    ...(user.email !== null && { email: user.email }),
  })
  if (password.length > 0)
    throw new ProblemError('password_policy', { errors: [...password, ...answers] })
  if (answers.length > 0) throw new ProblemError('answers_policy', { errors: answers })
}

async function hashAll(context: Context, request: EnrolmentSecurityRequest): Promise<Hashes> {
  const password = await context.hasher.hash(normalizePassword(request.newPassword))
  return { password, answers: await hashAnswers(context, request.answers) }
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
  await db
    .updateTable('users')
    .set({ password_hash: hashes.password, enrolment_state: 'personalData' })
    .where('id', '=', userId)
    .execute()
  // Whoever else signed in knew the former password, the initial one above all: it passed through
  // other hands, and its sessions must not grow into full ones.
  await endSessions(db, userId, now, { kind: 'allBut', sessionId })
  await replaceAnswers(db, userId, hashes.answers)
  await recordEvent(db, context, { kind: 'enrolment_security_saved', userId, details: {} })
  return enrolmentOf(db, await readAccount(db, userId))
}
