import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { ServiceId } from '../../../shared/services.ts'
import { confirm, useConfirmation } from '../navigation/confirmations.ts'
import { assertNever } from '../../../shared/assert-never.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'

/** Says what became of what one did on the page before; gone with the next page. */
export function Confirmation() {
  const [path] = useLocation()
  const confirmation = useConfirmation()
  const elsewhere = confirmation !== null && confirmation.on !== path
  useEffect(() => {
    if (elsewhere) confirm(null)
  }, [elsewhere])
  if (confirmation === null || elsewhere) return null
  switch (confirmation.kind) {
    case 'passwordChanged':
      return <PasswordChanged endedSessions={confirmation.endedSessions} />
    case 'serviceClosed':
      return <ServiceClosed service={confirmation.service} />
    case 'linkCopied':
      return <LinkCopied />
    default:
      return assertNever(confirmation)
  }
}

function PasswordChanged({ endedSessions }: { readonly endedSessions: number }) {
  const { t } = useTranslation('passwords')
  return (
    <Notice tone="success" title={t('due.changed')} action={<Close />}>
      {endedSessions > 0 ? t('due.ended', { count: endedSessions }) : undefined}
    </Notice>
  )
}

function ServiceClosed({ service }: { readonly service: ServiceId }) {
  const { t } = useTranslation('services')
  return (
    <Notice title={t(`${service}.notGranted`)} action={<Close />}>
      {t('yours.ask')}
    </Notice>
  )
}

function LinkCopied() {
  const { t } = useTranslation('common')
  return (
    <Notice tone="success" title={t('linkCopied.title')} action={<Close />}>
      {t('linkCopied.text')}
    </Notice>
  )
}

function Close() {
  const { t } = useTranslation('common')
  return (
    <Button variant="quiet" onClick={() => confirm(null)}>
      {t('close')}
    </Button>
  )
}
