import { useState } from 'react'
import type { UseFormRegisterReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { SecurityQuestion } from '../../../shared/contract/identity/security-questions.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './questions.module.css'

type QuestionFieldsProps = {
  readonly rows: readonly QuestionRow[]
  readonly questions: readonly SecurityQuestion[]
}

/**
 * Three questions, each offered only where it is not chosen already. Answers are shown while one
 * types: three words typed blind are mistyped, and the mistake would show only when the password
 * is forgotten. Who is looked at over the shoulder hides them with one press.
 */
export function QuestionFields({ rows, questions }: QuestionFieldsProps) {
  const { t } = useTranslation('forms')
  const [hidden, setHidden] = useState(false)
  return (
    <>
      {rows.map((row, index) => (
        <div key={row.question.name} className={styles['row']}>
          <SelectField
            {...row.question}
            // The list may arrive after the choice was restored: the choice then stands.
            value={row.chosen}
            id={row.question.name}
            label={t('questions.question', { number: index + 1 })}
            error={row.problems.question}
          >
            <option value="">{t('questions.choose')}</option>
            {offered(questions, rows, row).map(({ id, text }) => (
              <option key={id} value={id}>
                {text}
              </option>
            ))}
          </SelectField>
          <TextField
            {...row.answer}
            id={row.answer.name}
            type={hidden ? 'password' : 'text'}
            label={t('questions.answer', { number: index + 1 })}
            error={row.problems.answer}
            autoComplete="off"
            autoCorrect="off"
            spellCheck={false}
          />
        </div>
      ))}
      <Checkbox
        label={t('questions.hide')}
        checked={hidden}
        onChange={(event) => setHidden(event.target.checked)}
      />
    </>
  )
}

/** Every question but those that another row has. */
function offered(
  questions: readonly SecurityQuestion[],
  rows: readonly QuestionRow[],
  row: QuestionRow,
) {
  const taken = new Set(rows.filter((other) => other !== row).map(({ chosen }) => chosen))
  return questions.filter(({ id }) => !taken.has(id))
}

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
