import { useTranslation } from 'react-i18next'
import type { AppError } from '../../../shared/contract/result.ts'
import { useCountdown } from '../../ui/clock.ts'
import { isUnreachable } from '../data/portal-status.ts'
import { Wait, waitEnd } from '../forms/step-summary.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'

type LoadFailureProps = {
  readonly error: AppError
  /** What it means where the portal could not be asked. */
  readonly means: Unreached
  readonly busy: boolean
  /** Not called while another try would be too early. */
  readonly onRetry: () => void
}

/** Why something could not be done, what to do, and another try as soon as that can succeed. */
export function LoadFailure({ error, means, busy, onRetry }: LoadFailureProps) {
  const { t } = useTranslation(['forms', 'errors'])
  const failure = { error, at: failureTime(error) }
  const waiting = useCountdown(waitEnd(failure)) > 0
  return (
    <FailureNotice
      error={error}
      means={means}
      action={
        <Button variant="secondary" busy={busy} unavailable={waiting} onClick={onRetry}>
          {t('retry')}
        </Button>
      }
    />
  )
}

/**
 * `nothingKept`: it would be shown from this computer's store, were it there. `needsPortalFailed`: it
 * was to be done, and only the portal can.
 */
type Unreached = 'nothingKept' | 'needsPortalFailed'

type FailureNoticeProps = {
  readonly error: AppError
  readonly means?: Unreached
  readonly action?: React.ReactNode
}

/** Why something could not be done, what to do, and for how long to wait. */
export function FailureNotice({ error, means = 'needsPortalFailed', action }: FailureNoticeProps) {
  const { t } = useTranslation(['errors', 'offline'])
  const { code, params } = error
  const failure = { error, at: failureTime(error) }
  return (
    <Notice tone="error" title={t(`${code}.message`, { ...params })} action={action}>
      {isUnreachable(code) && <p>{t(`offline:${means}`)}</p>}
      <p>{t(`${code}.next`, { ...params })}</p>
      <Wait failure={failure} />
    </Notice>
  )
}

const times = new WeakMap<AppError, number>()

/** When a failure was first shown, in milliseconds since the epoch: what it says to wait counts from then. */
export function failureTime(error: AppError): number {
  const time = times.get(error) ?? Date.now()
  times.set(error, time)
  return time
}
