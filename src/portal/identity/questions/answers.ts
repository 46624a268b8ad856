/** Answers to security questions: what they must be, how they are kept and checked. */
import {
  answerFailures,
  answerNormalizationVersion,
  normalizeAnswer,
  type AnswerContext,
} from '../../../shared/identity/answers.ts'
import { foldCase } from '../../../shared/rules/typed-text.ts'
import type { ProblemDetail } from '../../../shared/contract/problem.ts'
import {
  securityQuestionIds,
  type Answer,
} from '../../../shared/contract/identity/security-questions.ts'
import type { Context } from '../context.ts'
import type { Db } from '../../platform/db/open.ts'

export type HashedAnswer = { readonly question_id: string; readonly answer_hash: string }

/** `normalization` is the version of the rule that made the hash. */
export type KeptAnswer = HashedAnswer & { readonly normalization: number }

export type ComparedAnswer = {
  readonly answer: Answer
  /** What it was compared with; undefined for nobody's. */
  readonly kept: KeptAnswer | undefined
  readonly right: boolean
}

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

/**
 * Compares each of `answers` with what is kept of it, by the rule of its day; where nothing is, it
 * takes as long. Run it in the hasher's turn.
 */
export async function compareAnswers(
  { hasher, pepper }: Pick<Context, 'hasher' | 'pepper'>,
  keptOnes: readonly KeptAnswer[],
  answers: readonly Answer[],
): Promise<ComparedAnswer[]> {
  const compared: ComparedAnswer[] = []
  for (const answer of answers) {
    const kept = keptOnes.find((one) => one.question_id === answer.questionId)
    const version = kept?.normalization ?? answerNormalizationVersion
    const text = normalizedBy(version, answer.answer)
    // oxlint-disable-next-line no-await-in-loop -- one at a time: each takes 19 MiB
    const right = await hasher.verify(kept?.answer_hash ?? hasher.dummyHash, text, pepper.answers)
    compared.push({ answer, kept, right })
  }
  return compared
}

/** Each rule by which answers were normalised, as long as there are hashes made with it. */
const normalizations: Readonly<Record<number, (answer: string) => string>> = {
  1: (answer) => foldCase(answer).replaceAll(/\s+/gu, ' ').trim(),
  [answerNormalizationVersion]: normalizeAnswer,
}

/**
 * `answer` as the rule `version` has it.
 * @throws Error for a rule that is newer than this portal
 */
export function normalizedBy(version: number, answer: string): string {
  const normalize = normalizations[version]
  if (normalize === undefined) throw new Error(`No rule ${version} for answers`)
  return normalize(answer)
}

/**
 * Hashes right answers anew that a former rule made, so that today's holds for them from now on. It
 * takes time that only whoever knew them sees. Run it in the hasher's turn.
 */
export async function renewAnswers(
  context: Pick<Context, 'db' | 'hasher' | 'pepper'>,
  userId: string,
  compared: readonly ComparedAnswer[],
): Promise<void> {
  for (const { answer, kept, right } of compared) {
    if (!right || kept === undefined || kept.normalization === answerNormalizationVersion) continue
    // oxlint-disable-next-line no-await-in-loop -- one at a time: each takes 19 MiB
    const [renewed] = await hashAnswers(context, [answer])
    if (renewed === undefined) continue
    // oxlint-disable-next-line no-await-in-loop -- one at a time
    await context.db
      .updateTable('security_answers')
      .set({ ...renewed, normalization: answerNormalizationVersion })
      .where('user_id', '=', userId)
      .where('answer_hash', '=', kept.answer_hash)
      .execute()
  }
}

/** What `userId` chose, in the order of choosing. */
export async function findAnswers(db: Db, userId: string): Promise<KeptAnswer[]> {
  return db
    .selectFrom('security_answers')
    .select(['question_id', 'answer_hash', 'normalization'])
    .where('user_id', '=', userId)
    .orderBy('position')
    .execute()
}
