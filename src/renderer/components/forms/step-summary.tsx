import { useTranslation } from 'react-i18next'
import type { AppError } from '../../../shared/ipc/result.ts'
import { ErrorSummary, type SummaryItem } from '../ui/error-summary.tsx'
import { formatDuration } from '../../lib/format.ts'
import { useCountdown } from '../../lib/use-countdown.ts'
import { useLanguage } from '../../lib/use-language.ts'

/** Why main or the portal did not accept a step; `at` is when, in milliseconds since the epoch. */
export type StepFailure = { readonly error: AppError; readonly at: number }

type StepSummaryProps = {
  /** Failed tries so far; each moves the focus here. */
  readonly attempt: number
  readonly failure: StepFailure | null
  readonly items: readonly SummaryItem[]
}

/** All that keeps a step from being saved; gone once everything in it is put right. */
export function StepSummary({ attempt, failure, items }: StepSummaryProps) {
  const { t } = useTranslation(['forms', 'errors'])
  const namesFields = (failure?.error.fields ?? []).length > 0
  if (items.length === 0 && (failure === null || namesFields)) return null
  if (failure === null) {
    const title = t('summary.title', { count: items.length })
    return <ErrorSummary attempt={attempt} title={title} items={items} />
  }
  const { code, params } = failure.error
  return (
    <ErrorSummary
      attempt={attempt}
      title={t(`${code}.message`, { ns: 'errors', ...params })}
      items={items}
    >
      <p>{t(`${code}.next`, { ns: 'errors', ...params })}</p>
      <Wait failure={failure} />
    </ErrorSummary>
  )
}

/** How long to wait: seen every second, read out only when it is over. */
function Wait({ failure: { error, at } }: { readonly failure: StepFailure }) {
  const { t } = useTranslation('errors')
  const language = useLanguage()
  const left = useCountdown(error.retryAfter === undefined ? null : at + error.retryAfter * 1000)
  if (error.retryAfter === undefined) return null
  return left > 0 ? (
    <p role="timer">{t('wait.countdown', { wait: formatDuration(language, left) })}</p>
  ) : (
    <output>{t('wait.over')}</output>
  )
}
