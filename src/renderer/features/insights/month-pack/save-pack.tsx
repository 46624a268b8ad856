import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '../../../../shared/contract/result.ts'
import { callPortal } from '../../../common/data/portal.ts'
import { FailureNotice } from '../../../common/frames/load-failure.tsx'
import { Button } from '../../../ui/button.tsx'
import { CheckIcon } from '../../../ui/icons.tsx'
import styles from './month-pack.module.css'

type Outcome =
  | { readonly kind: 'idle' | 'busy' }
  | { readonly kind: 'saved'; readonly path: string }
  | { readonly kind: 'failed'; readonly error: AppError }

type SavePackProps = {
  readonly month: string
  /** Whether all that is to be printed is on the page. */
  readonly isReady: boolean
}

/** Prints the page into a file; main asks where. */
export function SavePack({ month, isReady }: SavePackProps) {
  const { t } = useTranslation('month-pack')
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'idle' })
  const save = async () => {
    if (!isReady) return
    setOutcome({ kind: 'busy' })
    await document.fonts.ready
    const result = await callPortal('insights.saveMonthPack', { month })
    if (!result.ok) setOutcome({ kind: 'failed', error: result.error })
    else if (result.data.kind === 'cancelled') setOutcome({ kind: 'idle' })
    else setOutcome(result.data)
  }
  return (
    <>
      <Button
        busy={outcome.kind === 'busy'}
        busyLabel={t('saving')}
        unavailable={!isReady}
        onClick={() => void save()}
      >
        {t('save')}
      </Button>
      <output className={styles['outcome']}>
        {outcome.kind === 'saved' && (
          <>
            <CheckIcon size={18} /> <span>{t('saved', { path: outcome.path })}</span>
          </>
        )}
      </output>
      {outcome.kind === 'failed' && <FailureNotice error={outcome.error} />}
    </>
  )
}
