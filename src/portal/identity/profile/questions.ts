/** The three security questions of an account: which they are, and choosing them anew. */
import { normalizePassword } from '../../../shared/identity/password-policy.ts'
import type { ProblemDetail } from '../../../shared/contract/problem.ts'
import type {
  Answer,
  SecurityQuestion,
} from '../../../shared/contract/identity/security-questions.ts'
import { givenEmailOf } from '../accounts/account.ts'
import { lockOwnAccount } from '../sessions/sessions.ts'
import {
  answerErrors,
  findAnswers,
  hashAnswers,
  replaceAnswers,
  type HashedAnswer,
} from '../questions/answers.ts'
import { endRecoveries } from '../passwords/password-rules.ts'
import { assertReauthenticated } from '../security/reauthentication.ts'
import { sessionCounters, attemptOnce } from '../throttling/attempts.ts'
import type { Context } from '../context.ts'
import type { User } from '../../platform/db/schema.ts'
import { recordAct } from '../../platform/events/acts.ts'
import type { Call } from '../handler.ts'
import { questionsOf } from '../questions/catalogue.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { lifetimes } from '../settings.ts'
import { changed, inTransaction, noteChanges } from '../../platform/changes/log.ts'

type Chosen = { items: SecurityQuestion[] }

/** @throws ProblemError `reauthentication_required` */
export async function readQuestions(
  context: Context,
  { principal, query }: Call<'chosenQuestions'>,
): Promise<Chosen> {
  await assertReauthenticated(context.db, context, principal)
  const chosen = await findAnswers(context.db, principal.user.id)
  const ids = chosen.map((row) => row.question_id)
  return { items: questionsOf(ids, query.language) }
}

/**
 * Replaces all three. What recoveries are under way end, as they go by the former ones.
 * @throws ProblemError `reauthentication_required`, `answers_policy` with everything wrong,
 * `too_many_attempts`, `unauthenticated` (ended by someone else meanwhile)
 */
export async function replaceQuestions(
  context: Context,
  call: Call<'chosenQuestionsReplace'>,
): Promise<Chosen> {
  const { principal, query } = call
  const { answers } = call.body
  const { id } = principal.user
  await assertReauthenticated(context.db, context, principal)
  await attemptOnce(context, sessionCounters(context, principal, 'questions'))
  const hash = async (): Promise<HashedAnswer[]> => {
    const user = await context.db
      .selectFrom('users')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const errors = await allErrors(context, user, answers)
    if (errors.length > 0) throw new ProblemError('answers_policy', { errors })
    return hashAnswers(context, answers)
  }
  const hashes = await context.hasher.run(hash, { client: call.client, known: true })
  await inTransaction(context, async (transaction) => {
    await lockOwnAccount(transaction, principal)
    // Hashing takes long enough for the password to be changed meanwhile, which closes this.
    await assertReauthenticated(transaction, context, principal)
    await replaceAnswers(transaction, id, hashes)
    await endRecoveries(transaction, id)
    await transaction
      .updateTable('users')
      .set({ rehearsal_due_at: context.now() + lifetimes.betweenRehearsals })
      .where('id', '=', id)
      .execute()
    await noteChanges(transaction, context, id, [changed('me')])
    await recordAct(transaction, context, call, 'questions_changed')
  })
  const ids = answers.map(({ questionId }) => questionId)
  return { items: questionsOf(ids, query.language) }
}

/** The password is known by its hash only, so that each answer is tried as if it were entered. */
async function allErrors(
  { hasher }: Context,
  user: User,
  answers: readonly Answer[],
): Promise<ProblemDetail[]> {
  const email = givenEmailOf(user)
  const errors = answerErrors(answers, {
    username: user.username,
    ...(email !== null && { email }),
  })
  for (const [index, { answer }] of answers.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- one at a time: each takes 19 MiB
    if (await hasher.verify(user.password_hash, normalizePassword(answer))) {
      errors.push({ pointer: `/answers/${index}/answer`, code: 'answer_is_password' })
    }
  }
  return errors
}
