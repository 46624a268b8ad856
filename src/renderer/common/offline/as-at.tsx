import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Freshness } from '../../../shared/contract/route.ts'
import { Button } from '../../ui/button.tsx'
import { useHasLasted, useNow } from '../../ui/clock.ts'
import { ClockIcon, Spinner } from '../../ui/icons.tsx'
import { useCheck } from '../data/portal-status.ts'
import { momentParts } from '../i18n/format.ts'
import { useLanguage } from '../i18n/languages.ts'
import styles from './offline.module.css'

/** Whoever waits less than this for something newer need not be told, in milliseconds. */
const worthSaying = 1000

/**
 * How old what is shown is, where that is worth knowing: it could not be refreshed, or that takes
 * long enough to wonder. Nothing appears for a refresh that is over at once.
 */
export function AsAt({ freshness }: { readonly freshness: Freshness }) {
  const { t } = useTranslation('offline')
  const { fetchedAt, stale, refreshing } = freshness
  const isSlow = useHasLasted(refreshing, worthSaying)
  const queryClient = useQueryClient()
  const { outcome, check } = useCheck()
  const refresh = async () => {
    await check()
    await queryClient.refetchQueries({ type: 'active' })
  }
  const words = useAsAt(fetchedAt)
  const isOld = stale && !refreshing
  if (!isOld && !isSlow && outcome !== 'busy') return null
  return (
    <div className={styles['asAt']} data-as-at={fetchedAt}>
      <p className={styles['age']}>
        {isSlow ? <Spinner /> : <ClockIcon size={18} />}
        <span>{words}</span>
      </p>
      {isSlow && <p>{t('asAt.refreshing')}</p>}
      {!isSlow && (
        <Button variant="quiet" busy={outcome === 'busy'} onClick={() => void refresh()}>
          {t('check.refresh')}
        </Button>
      )}
      <output className={styles['outcome']}>{outcome === 'failed' && t('check.failed')}</output>
    </div>
  )
}

/** "As at yesterday, 17:42". */
export function useAsAt(timestamp: string): string {
  const { t } = useTranslation('offline')
  const language = useLanguage()
  const { day, ...parts } = momentParts(language, timestamp, useNow())
  return t(`asAt.${day}`, parts)
}
