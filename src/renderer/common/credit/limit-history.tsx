import { useTranslation } from 'react-i18next'
import type { CourseStep } from '../../../shared/contract/credit/credit-limits.ts'
import { formatMoney } from '../../../shared/i18n/money.ts'
import { StepLine, type Step as LineStep } from '../../ui/charts/step-line.tsx'
import { useNow } from '../../ui/clock.ts'
import { useLanguage } from '../i18n/languages.ts'
import { formatAmount, formatShortDay } from './list-formats.ts'

/** Of the limits of one buyer under one policy. */
type Step = Pick<CourseStep, 'kind' | 'at' | 'amount' | 'effectiveOn' | 'endsOn'>

const dayMs = 86_400_000

/** What was in force from which day on, oldest first; after the end of a temporary limit, nothing. */
function stepsOf(course: readonly Step[], until: number) {
  const granted = course
    .filter(({ kind }) => kind !== 'applied')
    .map(({ at, effectiveOn, endsOn, amount }) => ({
      at: Date.parse(effectiveOn ?? at),
      end: endsOn === null ? null : Date.parse(endsOn) + dayMs,
      amount,
    }))
    .toReversed()
  return granted
    .flatMap(({ at, end, amount }, index) => {
      const next = granted[index + 1]?.at ?? until
      const ends =
        end !== null && end < next ? [{ at: end, amount: { ...amount, amount: '0' } }] : []
      return [{ at, amount }, ...ends]
    })
    .filter(({ at }) => at <= until)
    .toSorted((one, other) => one.at - other.at)
}

/** The limit over time, as a line. */
export function LimitHistory({ course }: { readonly course: readonly Step[] }) {
  const { t } = useTranslation('buyers')
  const language = useLanguage()
  const until = useNow()
  const steps = stepsOf(course, until).map(({ at, amount }): LineStep => ({
    at,
    value: Number(amount.amount),
    spoken: t('history.spoken', {
      date: formatShortDay(language, new Date(at).toISOString()),
      value: formatMoney(language, amount),
    }),
  }))
  if (steps.length === 0) return <p>{t('history.none')}</p>
  return (
    <StepLine
      label={t('history.limit')}
      hint={t('history.keys')}
      steps={steps}
      until={until}
      most={Math.max(1, ...steps.map(({ value }) => value)) * 1.1}
      formatValue={(value) => formatAmount(language, String(value))}
      formatTime={(time) => formatShortDay(language, new Date(time).toISOString())}
    />
  )
}
