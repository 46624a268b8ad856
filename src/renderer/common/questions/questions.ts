/** The three rows of questions and answers, as every form that asks for them needs them. */
import type { UseFormRegisterReturn } from 'react-hook-form'

export const rowNumbers = [0, 1, 2] as const
export type RowNumber = (typeof rowNumbers)[number]

/** One question and its answer, registered by the form that owns them. */
export type QuestionRow = {
  readonly question: UseFormRegisterReturn
  readonly answer: UseFormRegisterReturn
  /** The question's id, or empty. */
  readonly chosen: string
  readonly problems: Readonly<Record<'question' | 'answer', string | undefined>>
}

/** The fields whose rules look at this one: `deps` for registering it. */
export function otherRows<Field extends 'questionId' | 'answer'>(row: RowNumber, field: Field) {
  return rowNumbers
    .filter((other) => other !== row)
    .map((other) => `answers.${other}.${field}` as const)
}
