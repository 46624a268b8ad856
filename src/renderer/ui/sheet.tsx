import { Dialog } from '@base-ui/react/dialog'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CloseIcon } from './icons.tsx'
import styles from './sheet.module.css'

type SheetProps = {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly title: string
  /** The edge that it comes from: what one goes by at the start, what one looks up at the end. */
  readonly side?: 'start' | 'end'
  /** What the button that opens it shows and is called. */
  readonly trigger: ReactNode
  readonly triggerClass: string | undefined
  readonly children: ReactNode
}

/** Slides in from the edge over the page, and goes with Escape or a press beside it. */
export function Sheet({
  open,
  onOpenChange,
  title,
  side = 'start',
  trigger,
  triggerClass,
  children,
}: SheetProps) {
  const { t } = useTranslation('common')
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Trigger className={triggerClass}>{trigger}</Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles['backdrop']} />
        <Dialog.Popup className={`${styles['sheet']} ${styles[side]}`}>
          <div className={styles['head']}>
            <Dialog.Title className={styles['title']}>{title}</Dialog.Title>
            <Dialog.Close className={styles['close']} aria-label={t('close')}>
              <CloseIcon size={18} />
            </Dialog.Close>
          </div>
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
