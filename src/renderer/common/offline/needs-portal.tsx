import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { InfoIcon } from '../../ui/icons.tsx'
import { useIsOffline } from '../data/portal-status.ts'
import styles from './offline.module.css'

/**
 * Beside what only the portal can do, while it is known not to answer: said before one presses, and
 * quietly. The button stays as it is, as the portal may be back by then.
 */
export function NeedsPortal() {
  const isOffline = useIsOffline()
  // Its words come with it: a form that is being filled in must not go for them.
  return <Suspense>{isOffline && <Line text="needsPortal" />}</Suspense>
}

/** The same for whoever is about to sign in. */
export function SignInNeedsPortal() {
  return <Line text="signIn" />
}

function Line({ text }: { readonly text: 'needsPortal' | 'signIn' }) {
  const { t } = useTranslation('offline')
  return (
    <span className={styles['needsPortal']}>
      <InfoIcon size={18} />
      <span>{t(text)}</span>
    </span>
  )
}
