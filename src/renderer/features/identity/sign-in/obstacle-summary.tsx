import { useTranslation } from 'react-i18next'
import { assertNever } from '../../../../shared/assert-never.ts'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { formatDuration } from '../../../common/i18n/format.ts'
import { useCountdown } from '../../../ui/clock.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import type { Obstacle } from './use-sign-in.ts'

type ObstacleSummaryProps = {
  readonly obstacle: Obstacle
  readonly attempt: number
  readonly fieldIds: Readonly<Record<'username' | 'password', string>>
}

/** Why signing in did not work, and what to do next. */
export function ObstacleSummary({ obstacle, attempt, fieldIds }: ObstacleSummaryProps) {
  const { t } = useTranslation(['sign-in', 'errors'])
  switch (obstacle.kind) {
    case 'incomplete':
      return (
        <ErrorSummary
          attempt={attempt}
          title={t('incomplete')}
          items={obstacle.missing.map((field) => ({
            fieldId: fieldIds[field],
            message: t(`${field}Missing`),
          }))}
        />
      )
    case 'throttled':
      return <ThrottledSummary attempt={attempt} until={obstacle.until} />
    case 'refused': {
      const { code, params } = obstacle.error
      return (
        <ErrorSummary attempt={attempt} title={t(`${code}.message`, { ns: 'errors', ...params })}>
          <p>{t(`${code}.next`, { ns: 'errors', ...params })}</p>
        </ErrorSummary>
      )
    }
    default:
      return assertNever(obstacle)
  }
}

type ThrottledSummaryProps = { readonly attempt: number; readonly until: number }

/** The wait, counted down for the eye each second and for the ear only when it begins and ends. */
function ThrottledSummary({ attempt, until }: ThrottledSummaryProps) {
  const { t } = useTranslation(['sign-in', 'errors'])
  const language = useLanguage()
  const left = useCountdown(until)
  return (
    <ErrorSummary attempt={attempt} title={t('too_many_attempts.message', { ns: 'errors' })}>
      <p role="timer" aria-live="off">
        {left > 0 ? t('waiting', { time: formatDuration(language, left) }) : t('waitingOver')}
      </p>
      <output className="visually-hidden">{left === 0 && t('waitingOver')}</output>
    </ErrorSummary>
  )
}
