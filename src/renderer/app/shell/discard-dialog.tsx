import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutboxItem } from '../../../shared/contract/offline/outbox.ts'
import { useEditedFields } from '../../features/identity/profile/waiting-edit.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'

type DiscardDialogProps = {
  /** Null where nothing is asked. */
  readonly item: OutboxItem | null
  readonly onClose: () => void
  readonly onDiscard: (item: OutboxItem) => void
}

/** Asks once, with what would be lost: it is nowhere else. */
export function DiscardDialog({ item, onClose, onDiscard }: DiscardDialogProps) {
  const { t } = useTranslation('offline')
  const keep = useRef<HTMLButtonElement>(null)
  return (
    <ConfirmDialog
      open={item !== null}
      onClose={onClose}
      title={t('outbox.discardTitle')}
      initialFocus={keep}
      actions={
        <>
          <Button variant="danger" onClick={() => item !== null && onDiscard(item)}>
            {t('outbox.discard')}
          </Button>
          <Button ref={keep} variant="secondary" onClick={onClose}>
            {t('outbox.keep')}
          </Button>
        </>
      }
    >
      <p>{t('outbox.discardText')}</p>
      {item !== null && <Fields item={item} />}
    </ConfirmDialog>
  )
}

function Fields({ item }: { readonly item: OutboxItem }) {
  const { t } = useTranslation('offline')
  return useEditedFields(item.edit).map(({ label, value }) => (
    <p key={label}>{t('outbox.field', { field: label, value })}</p>
  ))
}
