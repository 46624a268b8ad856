import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Mended } from './notice-list.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'

type MendedNoticeProps = { readonly what: Mended; readonly onClose: () => void }

/** Another try has worked. The button that was pressed is gone: the keyboard goes on here. */
export function MendedNotice({ what, onClose }: MendedNoticeProps) {
  const { t } = useTranslation(['errors', 'common'])
  const close = useRef<HTMLButtonElement>(null)
  useEffect(() => close.current?.focus(), [])
  return (
    <Notice
      tone="success"
      action={
        <Button ref={close} variant="quiet" onClick={onClose}>
          {t('common:close')}
        </Button>
      }
    >
      {t(`retried.${what}`)}
    </Notice>
  )
}
