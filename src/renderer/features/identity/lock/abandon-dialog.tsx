import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { setSession } from '../../../common/data/app-store.ts'
import { callPortal } from '../../../common/data/portal.ts'
import { Button } from '../../../ui/button.tsx'
import { ConfirmDialog } from '../../../ui/dialog.tsx'
import styles from './lock-page.module.css'

type AbandonDialogProps = {
  /** How many edits are lost with it. */
  readonly waiting: number
  readonly onClose: () => void
}

/** The last question before what is kept here is destroyed. */
export function AbandonDialog({ waiting, onClose }: AbandonDialogProps) {
  const { t } = useTranslation('lock')
  const keep = useRef<HTMLButtonElement>(null)
  const [busy, setBusy] = useState(false)
  const abandon = async () => {
    setBusy(true)
    const result = await callPortal('lock.abandon', {})
    if (result.ok) setSession(result.data)
    else onClose()
  }
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={t('abandon.title')}
      initialFocus={keep}
      actions={
        <>
          <Button variant="danger" busy={busy} onClick={() => void abandon()}>
            {t('abandon.confirm')}
          </Button>
          <Button ref={keep} variant="secondary" onClick={onClose}>
            {t('abandon.keep')}
          </Button>
        </>
      }
    >
      <p>{t('abandon.text')}</p>
      {waiting > 0 && <p className={styles['lost']}>{t('abandon.lost', { count: waiting })}</p>}
    </ConfirmDialog>
  )
}
