/** Answers to security questions: what they must be, how they are kept and checked. */
import {
  answerFailures,
  answerNormalizationVersion,
  normalizeAnswer,
  type AnswerContext,
} from '../../shared/answers.ts'
import type { ProblemDetail } from '../../shared/portal/problem.ts'
import { securityQuestionIds, type Answer } from '../../shared/portal/security-questions.ts'
import type { Context } from '../context.ts'
import type { Db } from '../db/open.ts'

export type HashedAnswer = { readonly question_id: string; readonly answer_hash: string }

const known = new Set<string>(securityQuestionIds)

/** Everything wrong with three questions and their answers. */
export function answerErrors(answers: readonly Answer[], context: AnswerContext): ProblemDetail[] {
  const unknown = answers.flatMap(({ questionId }, index) =>
    known.has(questionId)
      ? []
      : [{ pointer: `/answers/${index}/questionId`, code: 'question_unknown' }],
  )
  const failures = answerFailures(answers, context)
  return [
    ...unknown,
    ...failures.map(({ index, field, code }) => ({ pointer: `/answers/${index}/${field}`, code })),
  ]
}

/** Run it in the hasher's turn. */
export async function hashAnswers(
  { hasher, pepper }: Pick<Context, 'hasher' | 'pepper'>,
  answers: readonly Answer[],
): Promise<HashedAnswer[]> {
  const hashed: HashedAnswer[] = []
  for (const { questionId, answer } of answers) {
    // oxlint-disable-next-line no-await-in-loop -- one at a time: each takes 19 MiB
    const hash = await hasher.hash(normalizeAnswer(answer), pepper.answers)
    hashed.push({ question_id: questionId, answer_hash: hash })
  }
  return hashed
}

/** Puts `answers` in the place of those that `userId` had, within the caller's transaction. */
export async function replaceAnswers(
  db: Db,
  userId: string,
  answers: readonly HashedAnswer[],
): Promise<void> {
  await db.deleteFrom('security_answers').where('user_id', '=', userId).execute()
  await db
    .insertInto('security_answers')
    .values(
      answers.map((answer, position) => ({
        ...answer,
        user_id: userId,
        position,
        normalization: answerNormalizationVersion,
      })),
    )
    .execute()
}

/** What `userId` chose, in the order of choosing. */
export async function findAnswers(db: Db, userId: string): Promise<HashedAnswer[]> {
  return db
    .selectFrom('security_answers')
    .select(['question_id', 'answer_hash'])
    .where('user_id', '=', userId)
    .orderBy('position')
    .execute()
}
