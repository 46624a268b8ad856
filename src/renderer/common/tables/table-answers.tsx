import { useTranslation } from 'react-i18next'
import { decimalSigns, type DecimalSign } from '../../../shared/tables/amounts.ts'
import { dayOrders, type DayOrder } from '../../../shared/tables/days.ts'
import { SelectField } from '../../ui/select-field.tsx'
import type { TableAnswer } from './table-questions.tsx'

type TableAnswersProps = {
  /** Null where nobody was asked. */
  readonly answers: { readonly decimalSign: DecimalSign | null; readonly dayOrder: DayOrder | null }
  readonly onAnswer: (answer: TableAnswer) => void
}

/** What was said of amounts and days that have two readings, of this table or of one before, to change it. */
export function TableAnswers({ answers: { decimalSign, dayOrder }, onAnswer }: TableAnswersProps) {
  const { t } = useTranslation('tables')
  return (
    <>
      {decimalSign !== null && (
        <AnswerField
          label={t('answers.decimalSign')}
          answers={decimalSigns}
          value={decimalSign}
          onAnswer={(answer) => onAnswer({ kind: 'decimalSign', answer })}
        />
      )}
      {dayOrder !== null && (
        <AnswerField
          label={t('answers.dayOrder')}
          answers={dayOrders}
          value={dayOrder}
          onAnswer={(answer) => onAnswer({ kind: 'dayOrder', answer })}
        />
      )}
    </>
  )
}

type AnswerFieldProps<Answer> = {
  readonly label: string
  readonly answers: readonly Answer[]
  readonly value: Answer
  readonly onAnswer: (answer: Answer) => void
}

function AnswerField<Answer extends DecimalSign | DayOrder>({
  label,
  answers,
  value,
  onAnswer,
}: AnswerFieldProps<Answer>) {
  const { t } = useTranslation('tables')
  const words = (answer: DecimalSign | DayOrder) => t(`answers.${answer}`)
  return (
    <SelectField
      label={label}
      value={value}
      onChange={({ target }) => {
        const answer = answers.find((one) => one === target.value)
        if (answer !== undefined) onAnswer(answer)
      }}
    >
      {answers.map((answer) => (
        <option key={answer} value={answer}>
          {words(answer)}
        </option>
      ))}
    </SelectField>
  )
}
