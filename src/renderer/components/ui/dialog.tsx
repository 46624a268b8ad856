import { Dialog as BaseDialog } from '@base-ui/react/dialog'
import type { ReactNode } from 'react'
import styles from './popup.module.css'

type DialogProps = {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly title: string
  readonly children: ReactNode
  /** Buttons, the most likely first. */
  readonly actions?: ReactNode
}

/** Asks or tells one thing before anything else: holds the focus, closes by Escape. */
export function Dialog({ open, onOpenChange, title, children, actions }: DialogProps) {
  return (
    <BaseDialog.Root open={open} onOpenChange={onOpenChange}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={styles['backdrop']} />
        <BaseDialog.Popup className={styles['dialog']}>
          <BaseDialog.Title className={styles['dialogTitle']}>{title}</BaseDialog.Title>
          {children}
          {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  )
}
