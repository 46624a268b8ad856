import { Popover } from '@base-ui/react/popover'
import type { ReactNode } from 'react'
import { QuestionIcon } from './icons.tsx'
import styles from './popup.module.css'

type HelpPopoverProps = {
  /** What the "?" explains; its name for screen readers and the popup's title. */
  readonly title: string
  readonly children: ReactNode
}

/** The "?" beside a field: opens by press or Enter, closes by Escape or a press elsewhere. */
export function HelpPopover({ title, children }: HelpPopoverProps) {
  return (
    <Popover.Root>
      <Popover.Trigger className={styles['help']} aria-label={title}>
        <QuestionIcon size={18} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner side="bottom" align="end" sideOffset={8} collisionPadding={16}>
          <Popover.Popup className={styles['popup']}>
            <Popover.Title className={styles['title']}>{title}</Popover.Title>
            {children}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
