import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '../../../shared/contract/result.ts'
import { ErrorSummary, type SummaryItem } from '../../ui/error-summary.tsx'
import { isUnreachable } from '../data/portal-status.ts'
import { formatDuration } from '../i18n/format.ts'
import { useCountdown } from '../../ui/clock.ts'
import { useLanguage } from '../i18n/languages.ts'

/** Why main or the portal did not accept a step; `at` is when, in milliseconds since the epoch. */
export type StepFailure = { readonly error: AppError; readonly at: number }

/** When another try can succeed, in milliseconds since the epoch; null where it can at once. */
export function waitEnd(failure: StepFailure | null): number | null {
  const seconds = failure?.error.retryAfter
  return failure === null || seconds === undefined ? null : failure.at + seconds * 1000
}

type StepSummaryProps = {
  /** Failed tries so far; each moves the focus here. */
  readonly attempt: number
  readonly failure: StepFailure | null
  readonly items: readonly SummaryItem[]
  /** What this step has to add to the failure. */
  readonly children?: ReactNode
}

/** All that keeps a step from being saved; gone once everything in it is put right. */
export function StepSummary({ attempt, failure, items, children }: StepSummaryProps) {
  const { t } = useTranslation(['forms', 'errors', 'offline'])
  if (failure === null) {
    if (items.length === 0) return null
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
      {isUnreachable(code) && <p>{t('offline:needsPortalFailed')}</p>}
      <p>{t(`${code}.next`, { ns: 'errors', ...params })}</p>
      {children}
      <Wait failure={failure} />
    </ErrorSummary>
  )
}

/** How long to wait: seen every second, read out only when it is over. Nothing where one need not. */
export function Wait({ failure: { error, at } }: { readonly failure: StepFailure }) {
  const { t } = useTranslation('errors')
  const language = useLanguage()
  const left = useCountdown(waitEnd({ error, at }))
  if (error.retryAfter === undefined) return null
  return left > 0 ? (
    <p role="timer">{t('wait.countdown', { wait: formatDuration(language, left) })}</p>
  ) : (
    <output>{t('wait.over')}</output>
  )
}
