import { useState } from 'react'
import { useWatch, type UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { SecurityQuestion } from '../../../shared/portal/security-questions.ts'
import { Checkbox } from '../../components/ui/checkbox.tsx'
import { SelectField } from '../../components/ui/select-field.tsx'
import { TextField } from '../../components/ui/text-field.tsx'
import styles from './enrolment.module.css'
import type { SecurityForm } from './form-rules.ts'

const rows = [0, 1, 2] as const
type Row = (typeof rows)[number]

type QuestionFieldsProps = {
  readonly form: UseFormReturn<SecurityForm>
  readonly questions: readonly SecurityQuestion[]
  readonly problemOf: (name: `answers.${Row}.${'questionId' | 'answer'}`) => string | undefined
}

/**
 * Three questions, each offered only where it is not chosen already. Answers are shown while one
 * types: three words typed blind are mistyped, and the mistake would show only when the password
 * is forgotten. Who is looked at over the shoulder hides them with one press.
 */
export function QuestionFields({ form, questions, problemOf }: QuestionFieldsProps) {
  const { t } = useTranslation('enrolment')
  const [hidden, setHidden] = useState(false)
  const chosen = useWatch({ control: form.control, name: 'answers' }).map((one) => one.questionId)
  return (
    <>
      {rows.map((row) => (
        <div key={row} className={styles['question']}>
          <SelectField
            {...form.register(`answers.${row}.questionId`, { deps: otherRows(row, 'questionId') })}
            // The list may arrive after the choice was restored: the choice then stands.
            value={chosen[row] ?? ''}
            id={`answers.${row}.questionId`}
            label={t('security.questionNumber', { number: row + 1 })}
            error={problemOf(`answers.${row}.questionId`)}
          >
            <option value="">{t('security.chooseQuestion')}</option>
            {offered(questions, chosen, row).map(({ id, text }) => (
              <option key={id} value={id}>
                {text}
              </option>
            ))}
          </SelectField>
          <TextField
            {...form.register(`answers.${row}.answer`, { deps: otherRows(row, 'answer') })}
            id={`answers.${row}.answer`}
            type={hidden ? 'password' : 'text'}
            label={t('security.answerNumber', { number: row + 1 })}
            error={problemOf(`answers.${row}.answer`)}
            autoComplete="off"
            autoCorrect="off"
            spellCheck={false}
          />
        </div>
      ))}
      <Checkbox
        label={t('security.hideAnswers')}
        checked={hidden}
        onChange={(event) => setHidden(event.target.checked)}
      />
    </>
  )
}

/** Every question but those that another row has. */
function offered(questions: readonly SecurityQuestion[], chosen: readonly string[], row: Row) {
  const taken = new Set(chosen.filter((_, index) => index !== row))
  return questions.filter(({ id }) => !taken.has(id))
}

/** The fields whose rules look at this one. */
function otherRows<Field extends 'questionId' | 'answer'>(row: Row, field: Field) {
  return rows.filter((other) => other !== row).map((other) => `answers.${other}.${field}` as const)
}
