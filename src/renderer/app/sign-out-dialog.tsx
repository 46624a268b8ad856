import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureNotice } from '../common/frames/load-failure.tsx'
import type { useSignOutQuestion } from '../common/navigation/sign-out.ts'
import { useOutboxExport, useSendNow } from '../common/offline/outbox-actions.ts'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/dialog.tsx'

type SignOutDialogProps = Omit<ReturnType<typeof useSignOutQuestion>, 'count'> & {
  /** How many edits would be lost. */
  readonly count: number
}

/** Send them first, keep them as a file, lose them, or stay. */
export function SignOutDialog({ count, stay, endWhenSent, endAndLose }: SignOutDialogProps) {
  const { t } = useTranslation('offline')
  const sending = useSendNow()
  const exporting = useOutboxExport()
  const cancel = useRef<HTMLButtonElement>(null)
  const sendAndEnd = async () => {
    if (await sending.send()) await endWhenSent.end()
  }
  return (
    <ConfirmDialog
      open
      onClose={stay}
      title={t('signOut.title', { count })}
      initialFocus={cancel}
      actions={
        <>
          <Button busy={sending.busy || endWhenSent.busy} onClick={() => void sendAndEnd()}>
            {t('signOut.send')}
          </Button>
          <Button variant="secondary" onClick={() => void exporting.save()}>
            {t('outbox.save')}
          </Button>
          <Button variant="danger" busy={endAndLose.busy} onClick={() => void endAndLose.end()}>
            {t('signOut.discard', { count })}
          </Button>
          <Button ref={cancel} variant="quiet" onClick={stay}>
            {t('signOut.cancel')}
          </Button>
        </>
      }
    >
      <p>{t('signOut.text')}</p>
      <output>
        {sending.notSent && <p>{t('signOut.notSent')}</p>}
        {exporting.fileName !== null && (
          <p>{t('outbox.saved', { fileName: exporting.fileName })}</p>
        )}
      </output>
      {exporting.error !== null && <FailureNotice error={exporting.error} />}
    </ConfirmDialog>
  )
}
