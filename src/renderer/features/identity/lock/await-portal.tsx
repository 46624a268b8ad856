import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LockReason } from '../../../../shared/contract/identity/sessions.ts'
import type { AppError } from '../../../../shared/contract/result.ts'
import { setSession } from '../../../common/data/app-store.ts'
import { callPortal } from '../../../common/data/portal.ts'
import { Button, ButtonRow } from '../../../ui/button.tsx'
import styles from './lock-page.module.css'

type AwaitPortalProps = { readonly reason: LockReason }

const sentences = { lock: 'app_locked', lease: 'lease_over', clock: 'clock_set_back' } as const

/** Opens by itself once the portal is reached; one may ask it to be tried now. */
export function AwaitPortal({ reason }: AwaitPortalProps) {
  return (
    <Suspense>
      <Explained reason={reason} />
    </Suspense>
  )
}

function Explained({ reason }: AwaitPortalProps) {
  const { t } = useTranslation(['lock', 'errors'])
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const reach = async () => {
    setBusy(true)
    const result = await callPortal('lock.reach', {})
    setBusy(false)
    setError(result.ok ? null : result.error)
    if (result.ok) setSession(result.data)
  }
  const code = sentences[reason]
  return (
    <div className={styles['form']}>
      <div>
        <p className={styles['strong']}>{t(`${code}.message`, { ns: 'errors' })}</p>
        <p>{t(`${code}.next`, { ns: 'errors' })}</p>
      </div>
      <div role="alert" className={styles['refusal']}>
        {error !== null && <p>{t(`${error.code}.message`, { ns: 'errors', ...error.params })}</p>}
      </div>
      <ButtonRow>
        <Button busy={busy} busyLabel={t('retrying')} onClick={() => void reach()}>
          {t('retry')}
        </Button>
      </ButtonRow>
    </div>
  )
}
