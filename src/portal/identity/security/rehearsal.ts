/**
 * Whether a person could still answer their questions, before they have to. It has no consequence
 * for a recovery or a sign-in: only its own wrong answers slow it down.
 */
import type { ProblemDetail } from '../../../shared/contract/problem.ts'
import type { Answer, Rehearsal } from '../../../shared/contract/identity/security-questions.ts'
import { lockOwnAccount } from '../sessions/sessions.ts'
import {
  compareAnswers,
  findAnswers,
  renewAnswers,
  type HashedAnswer,
} from '../questions/answers.ts'
import { assertReauthenticated } from './reauthentication.ts'
import {
  assertMayAttempt,
  takeBackAttempt,
  sessionCounters,
  attemptOnce,
} from '../throttling/attempts.ts'
import type { Context } from '../context.ts'
import type { Db } from '../../platform/db/open.ts'
import { recordAct, type Actor } from '../../platform/events/acts.ts'
import type { Call } from '../handler.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { lifetimes } from '../settings.ts'
import { changed, inTransaction, noteChanges } from '../../platform/changes/log.ts'

/**
 * @throws ProblemError `reauthentication_required`, `invalid_request` (a question that is not among
 * the person's three, or twice), `too_many_attempts`
 */
export async function rehearse(context: Context, call: Call<'rehearsal'>): Promise<Rehearsal> {
  const { principal, body } = call
  const { id } = principal.user
  await assertReauthenticated(context.db, context, principal)
  const counters = sessionCounters(context, principal, 'rehearsal')
  await assertMayAttempt(context, counters)
  const kept = await findAnswers(context.db, id)
  const errors = questionErrors(kept, body.answers)
  if (errors.length > 0) throw new ProblemError('invalid_request', { errors })
  const check = async () => {
    const counted = await attemptOnce(context, counters)
    const compared = await compareAnswers(context, kept, body.answers)
    await renewAnswers(context, id, compared)
    const results = compared.map((one) => ({
      questionId: one.answer.questionId,
      right: one.right,
    }))
    return { counted, results }
  }
  const turn = { client: call.client, known: true }
  const { counted, results } = await context.hasher.run(check, turn)
  const right = results.filter((result) => result.right).length
  await inTransaction(context, async (transaction) => {
    await lockOwnAccount(transaction, principal)
    if (right === results.length) await takeBackAttempt(transaction, counted)
    await putOff(transaction, context, id)
    await recordAct(transaction, context, call, 'questions_rehearsed', { right: String(right) })
  })
  return { results }
}

/** Offers it again in three months. */
export async function postponeRehearsal(context: Context, { principal }: Actor): Promise<void> {
  await inTransaction(context, async (transaction) => {
    await lockOwnAccount(transaction, principal)
    await putOff(transaction, context, principal.user.id)
  })
}

async function putOff(db: Db, context: Context, userId: string): Promise<void> {
  await db
    .updateTable('users')
    .set({ rehearsal_due_at: context.now() + lifetimes.betweenRehearsals })
    .where('id', '=', userId)
    .execute()
  await noteChanges(db, context, userId, [changed('me')])
}

function questionErrors(
  kept: readonly HashedAnswer[],
  answers: readonly Answer[],
): ProblemDetail[] {
  return answers.flatMap(({ questionId }, index) => {
    const pointer = `/answers/${index}/questionId`
    if (!kept.some((one) => one.question_id === questionId)) {
      return [{ pointer, code: 'question_unknown' }]
    }
    const first = answers.findIndex((one) => one.questionId === questionId)
    return first < index ? [{ pointer, code: 'question_repeated' }] : []
  })
}
