import { AlertDialog } from '@base-ui/react/alert-dialog'
import { Dialog as BaseDialog } from '@base-ui/react/dialog'
import type { ReactNode, RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './dialog.module.css'
import { CloseIcon } from './icons.tsx'

type DialogProps = {
  readonly open: boolean
  /** Escape, the cross, or whatever else means "not now". */
  readonly onClose: () => void
  readonly title: string
  /** What it is about, read out with the title. */
  readonly description?: ReactNode
  /** The field to begin in; else the first thing that takes the focus. */
  readonly initialFocus?: RefObject<HTMLElement | null>
  readonly children: ReactNode
}

/**
 * Something to do before going on. The page behind waits; a press beside it does not close it, so
 * that nothing typed is lost by a slip. The focus goes back to where it came from.
 */
export function Dialog({ open, onClose, title, description, initialFocus, children }: DialogProps) {
  const { t } = useTranslation('common')
  return (
    <BaseDialog.Root
      open={open}
      onOpenChange={(next) => !next && onClose()}
      disablePointerDismissal
    >
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={styles['backdrop']} />
        <BaseDialog.Viewport className={styles['viewport']}>
          <BaseDialog.Popup className={styles['popup']} initialFocus={initialFocus}>
            <div className={styles['head']}>
              <BaseDialog.Title className={styles['title']}>{title}</BaseDialog.Title>
              <BaseDialog.Close className={styles['close']} aria-label={t('close')}>
                <CloseIcon size={18} />
              </BaseDialog.Close>
            </div>
            {description !== undefined && (
              <BaseDialog.Description className={styles['description']}>
                {description}
              </BaseDialog.Description>
            )}
            {children}
          </BaseDialog.Popup>
        </BaseDialog.Viewport>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  )
}

type ConfirmationProps = Pick<DialogProps, 'open' | 'onClose' | 'title'> & {
  /** What follows from it, in a sentence. */
  readonly children: ReactNode
  /** The buttons; the one that changes nothing comes last and is focused first. */
  readonly actions: ReactNode
  /** The button to begin at: the one that changes nothing. */
  readonly initialFocus?: RefObject<HTMLElement | null>
}

/** A question that must be answered: an `alertdialog`. Escape means no. */
export function ConfirmDialog({
  open,
  onClose,
  title,
  children,
  actions,
  initialFocus,
}: ConfirmationProps) {
  return (
    <AlertDialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={styles['backdrop']} />
        <AlertDialog.Viewport className={styles['viewport']}>
          <AlertDialog.Popup className={styles['popup']} initialFocus={initialFocus}>
            <AlertDialog.Title className={styles['title']}>{title}</AlertDialog.Title>
            <AlertDialog.Description className={styles['description']} render={<div />}>
              {children}
            </AlertDialog.Description>
            <DialogActions>{actions}</DialogActions>
          </AlertDialog.Popup>
        </AlertDialog.Viewport>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}

/** The buttons at the end: the first stands on the right, where the hand is. */
export function DialogActions({ children }: { readonly children: ReactNode }) {
  return <div className={styles['actions']}>{children}</div>
}
