/**
 * How answers to security questions are compared. Versioned, because hashes of old answers were
 * made with the rule of their day.
 */
import { foldCase } from './fold-case.ts'
import type { Answer, AnswerFailureCode } from './portal/security-questions.ts'

export const answerNormalizationVersion = 1

/** Shorter answers are guessed in a few tries. */
export const shortestAnswer = 2

/** Case, accents' composition and spaces do not matter: folded, trimmed, single spaces. */
export function normalizeAnswer(answer: string): string {
  return foldCase(answer).replace(/\s+/gu, ' ').trim()
}

export type AnswerFailure = {
  readonly index: number
  readonly field: 'questionId' | 'answer'
  readonly code: AnswerFailureCode
}

/** What an answer may not equal. The app leaves out what it does not know. */
export type AnswerContext = {
  readonly username?: string
  readonly email?: string
  readonly password?: string
}

/** Everything wrong with the chosen questions and answers, in their order. */
export function answerFailures(
  answers: readonly Answer[],
  context: AnswerContext = {},
): AnswerFailure[] {
  const normalized = answers.map(({ answer }) => normalizeAnswer(answer))
  const equals = (index: number, text: string | undefined) =>
    text !== undefined && normalizeAnswer(text) === normalized[index]
  return answers.flatMap(({ questionId }, index) => {
    const failures: AnswerFailure[] = []
    const answer = normalized[index] ?? ''
    const add = (field: AnswerFailure['field'], code: AnswerFailureCode) =>
      failures.push({ index, field, code })
    if (answers.findIndex((other) => other.questionId === questionId) < index) {
      add('questionId', 'question_repeated')
    }
    if (Array.from(answer).length < shortestAnswer) add('answer', 'answer_too_short')
    else if (normalized.indexOf(answer) < index) add('answer', 'answers_alike')
    if (equals(index, context.username)) add('answer', 'answer_is_username')
    if (equals(index, context.email)) add('answer', 'answer_is_email')
    if (equals(index, context.password)) add('answer', 'answer_is_password')
    return failures
  })
}
