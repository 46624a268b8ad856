/**
 * How answers to security questions are compared. Versioned, because hashes of old answers were
 * made with the rule of their day.
 */
import type { Answer, AnswerFailureCode } from '../contract/identity/security-questions.ts'
import { foldTyped } from '../rules/typed-text.ts'

export const answerNormalizationVersion = 2

/** In letters and digits: shorter answers are guessed in a few tries. */
export const shortestAnswer = 2

/** Apostrophes, dashes, spaces and all other punctuation, also those that Unicode counts as letters. */
const separators = /[\s\p{P}\p{Sk}\u02b9-\u02c1\u02c8\u02ca-\u02cd\u0640\u2212]+/gu

/**
 * Marks on letters of the scripts whose readers leave them out when they type in a hurry. Vowel signs
 * of Indic scripts and the voicing of Japanese tell words apart, and stay.
 */
const optionalMarks =
  /(?![\u3099\u309a])\p{M}(?<=[\p{sc=Zinh}\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}\p{sc=Hebr}\p{sc=Arab}])/gu

/** Letters that no keyboard without them composes, as people write them then. */
const plainLetters: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
}

/**
 * What is left of an answer when nothing counts that another keyboard, a telephone's correction or
 * haste may change: case, accents, apostrophes, dashes, spaces, punctuation, what nobody sees.
 */
export function normalizeAnswer(answer: string): string {
  const letters = foldTyped(answer).normalize('NFKD').replaceAll(optionalMarks, '')
  const plain = letters.replaceAll(/[œæøłđðþħ]/gu, (letter) => plainLetters[letter] ?? letter)
  return plain.normalize('NFKC').replaceAll(separators, '')
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
    text !== undefined && normalized[index] !== '' && normalizeAnswer(text) === normalized[index]
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
