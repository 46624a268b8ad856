import { useTranslation } from 'react-i18next'
import type { BatchChange, BatchView } from '../../../../shared/contract/servnet/batch.ts'
import { decimalSigns, readAmount } from '../../../../shared/tables/amounts.ts'
import { dayOrders, readDay } from '../../../../shared/tables/days.ts'
import { localeOf } from '../../../../shared/i18n/locale.ts'
import type { Language } from '../../../../shared/languages.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { Button } from '../../../ui/button.tsx'
import styles from './batch.module.css'

type BatchQuestionsProps = {
  readonly questions: BatchView['questions']
  readonly onAnswer: (answer: BatchChange) => void
}

/** What only the person can say: an amount or a day that has two readings, with both of them to press. */
export function BatchQuestions({ questions, onAnswer }: BatchQuestionsProps) {
  const { t } = useTranslation('batch')
  return (
    <section className={styles['questions']} aria-labelledby="batch-questions">
      <h2 id="batch-questions">{t('questions.title')}</h2>
      {questions.map((question) => (
        <Question key={question.kind} question={question} onAnswer={onAnswer} />
      ))}
      <p className={styles['quiet']}>{t('questions.hint')}</p>
    </section>
  )
}

type QuestionProps = {
  readonly question: BatchView['questions'][number]
  readonly onAnswer: (answer: BatchChange) => void
}

function Question({ question: { kind, sample }, onAnswer }: QuestionProps) {
  const { t } = useTranslation('batch')
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

type Answer = { readonly words: string; readonly answer: BatchChange }

function amounts(language: Language, sample: string): Answer[] {
  const format = new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 4 })
  const digits = sample.replaceAll(/[^\d.,]/gu, '')
  return decimalSigns.flatMap((sign) => {
    const reading = readAmount(digits, sign)
    if (reading.kind !== 'read') return []
    const words = format.format(Number(reading.value))
    return [{ words, answer: { kind: 'decimalSign', answer: sign } }]
  })
}

function days(language: Language, sample: string): Answer[] {
  const format = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' })
  return dayOrders.flatMap((order) => {
    const reading = readDay(sample, order)
    if (reading.kind !== 'read') return []
    const words = format.format(new Date(reading.value))
    return [{ words, answer: { kind: 'dayOrder', answer: order } }]
  })
}
