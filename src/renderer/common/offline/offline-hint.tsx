import { Suspense, useEffect, useEffectEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { InfoIcon } from '../../ui/icons.tsx'
import { useCheck, usePortalStatus } from '../data/portal-status.ts'
import styles from './offline.module.css'

/** For whoever is about to sign in: that the portal is away, before they type in vain. */
export function OfflineHint() {
  const connection = usePortalStatus()?.connection.kind
  const { check } = useCheck()
  // Nothing was asked of the portal yet, so nobody can know.
  const ask = useEffectEvent(() => void check())
  const isUnknown = connection === 'unknown'
  useEffect(() => {
    if (isUnknown) ask()
  }, [isUnknown])
  return (
    <output>
      <Suspense>{connection === 'offline' && <Words />}</Suspense>
    </output>
  )
}

function Words() {
  const { t } = useTranslation('offline')
  return (
    <span className={styles['needsPortal']}>
      <InfoIcon size={18} />
      <span>{t('signIn')}</span>
    </span>
  )
}
