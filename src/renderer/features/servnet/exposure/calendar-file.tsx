import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '../../../../shared/contract/result.ts'
import { callPortal } from '../../../common/data/portal.ts'
import { FailureNotice } from '../../../common/frames/load-failure.tsx'
import { CheckIcon, Spinner } from '../../../ui/icons.tsx'
import styles from './exposure.module.css'

type Outcome =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'saved'; readonly path: string; readonly days: number }
  | { readonly kind: 'failed'; readonly error: AppError }

/**
 * Saves the days of reporting as a calendar file; main asks where.
 * @param key of one customer; null for all
 */
export function useCalendarFile(key: string | null) {
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'idle' })
  const save = async () => {
    if (outcome.kind === 'busy') return
    setOutcome({ kind: 'busy' })
    const result = await callPortal('servnet.exportLedgerDays', { key })
    if (!result.ok) setOutcome({ kind: 'failed', error: result.error })
    else if (result.data.kind === 'cancelled') setOutcome({ kind: 'idle' })
    else setOutcome(result.data)
  }
  return { outcome, save: () => void save() }
}

/** What came of it, where it was asked for. */
export function CalendarOutcome({ outcome }: { readonly outcome: Outcome }) {
  const { t } = useTranslation('exposure')
  return (
    <>
      <output className={styles['outcome']}>
        {outcome.kind === 'busy' && (
          <>
            <Spinner /> {t('calendar.busy')}
          </>
        )}
        {outcome.kind === 'saved' && (
          <>
            <CheckIcon size={18} />
            <span>{t('calendar.saved', { count: outcome.days, path: outcome.path })}</span>
          </>
        )}
      </output>
      {outcome.kind === 'failed' && <FailureNotice error={outcome.error} />}
    </>
  )
}
