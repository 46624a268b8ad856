import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { confirm, useConfirmation } from '../navigation/confirmations.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'

/** Says that something worked, on the page it led to; gone with the next page. */
export function Confirmation() {
  const { t } = useTranslation(['passwords', 'common'])
  const [path] = useLocation()
  const confirmation = useConfirmation()
  const elsewhere = confirmation !== null && confirmation.on !== path
  useEffect(() => {
    if (elsewhere) confirm(null)
  }, [elsewhere])
  if (confirmation === null || elsewhere) return null
  const { endedSessions } = confirmation
  return (
    <Notice
      tone="success"
      title={t('due.changed')}
      action={
        <Button variant="quiet" onClick={() => confirm(null)}>
          {t('common:close')}
        </Button>
      }
    >
      {endedSessions > 0 ? t('due.ended', { count: endedSessions }) : undefined}
    </Notice>
  )
}
