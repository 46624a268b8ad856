import { Popover } from '@base-ui/react/popover'
import { useState, type ReactNode } from 'react'
import { HelpIcon } from './icons.tsx'
import styles from './popup.module.css'

type HelpPopupProps = {
  /** What the "?" is called, and what stands above the explanation. */
  readonly title: string
  readonly children: ReactNode
}

/** A "?" beside a word or a figure, and what it explains; Escape or a press beside it closes it. */
export function HelpPopup({ title, children }: HelpPopupProps) {
  // It opens beside its button and not at the end of the page, which belongs to no landmark.
  const [place, setPlace] = useState<HTMLElement | null>(null)
  return (
    <Popover.Root>
      <Popover.Trigger className={styles['help']} aria-label={title}>
        <HelpIcon size={18} />
      </Popover.Trigger>
      <span ref={setPlace} />
      <Popover.Portal container={place}>
        <Popover.Positioner className={styles['layer']} sideOffset={8} collisionPadding={16}>
          <Popover.Popup className={`${styles['popup']} ${styles['explanation']}`}>
            <Popover.Title className={styles['title']} render={<p />}>
              {title}
            </Popover.Title>
            {children}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
