import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { formatLongDay } from '../../../shared/i18n/days.ts'
import { localeOf } from '../../../shared/i18n/locale.ts'
import type { Language } from '../../../shared/languages.ts'
import { decimalSigns, readAmount, type DecimalSign } from '../../../shared/tables/amounts.ts'
import { dayOrders, readDay, type DayOrder } from '../../../shared/tables/days.ts'
import { Button } from '../../ui/button.tsx'
import { useLanguage } from '../i18n/languages.ts'
import styles from './tables.module.css'

type Question = { readonly kind: 'decimalSign' | 'dayOrder'; readonly sample: string }
export type TableAnswer =
  | { readonly kind: 'decimalSign'; readonly answer: DecimalSign }
  | { readonly kind: 'dayOrder'; readonly answer: DayOrder }

type TableQuestionsProps = {
  readonly title: string
  readonly questions: readonly Question[]
  readonly onAnswer: (answer: TableAnswer) => void
}

/** What only the person can say: an amount or a day that has two readings, with both of them to press. */
export function TableQuestions({ title, questions, onAnswer }: TableQuestionsProps) {
  const { t } = useTranslation('tables')
  const id = useId()
  return (
    <section className={styles['questions']} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {questions.map((question) => (
        <AskedQuestion key={question.kind} question={question} onAnswer={onAnswer} />
      ))}
      <p className={styles['quiet']}>{t('questions.hint')}</p>
    </section>
  )
}

type AskedQuestionProps = Pick<TableQuestionsProps, 'onAnswer'> & { readonly question: Question }

function AskedQuestion({ question: { kind, sample }, onAnswer }: AskedQuestionProps) {
  const { t } = useTranslation('tables')
  const language = useLanguage()
  const answers = kind === 'decimalSign' ? amounts(language, sample) : days(language, sample)
  return (
    <fieldset className={styles['question']}>
      <legend>{t(`questions.${kind}`, { sample })}</legend>
      <div className={styles['answers']}>
        {answers.map(({ words, answer }) => (
          <Button key={words} variant="secondary" onClick={() => onAnswer(answer)}>
            {words}
          </Button>
        ))}
      </div>
    </fieldset>
  )
}

type Worded = { readonly words: string; readonly answer: TableAnswer }

function amounts(language: Language, sample: string): Worded[] {
  const format = new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 4 })
  const digits = sample.replaceAll(/[^\d.,]/gu, '')
  return decimalSigns.flatMap((sign) => {
    const reading = readAmount(digits, sign)
    if (reading.kind !== 'read') return []
    const words = format.format(Number(reading.value))
    return [{ words, answer: { kind: 'decimalSign', answer: sign } }]
  })
}

function days(language: Language, sample: string): Worded[] {
  return dayOrders.flatMap((order) => {
    const reading = readDay(sample, order)
    if (reading.kind !== 'read') return []
    const words = formatLongDay(language, Date.parse(reading.value), 'UTC')
    return [{ words, answer: { kind: 'dayOrder', answer: order } }]
  })
}
