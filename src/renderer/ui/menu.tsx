import { Menu as BaseMenu } from '@base-ui/react/menu'
import { useState, type ReactNode } from 'react'
import { buttonClass } from './button.tsx'
import styles from './popup.module.css'

export type MenuEntry = {
  readonly key: string
  readonly label: string
  readonly current?: boolean
  readonly onSelect: () => void
}

type MenuProps = {
  /** What the button that opens the menu shows and is called. */
  readonly label: ReactNode
  readonly entries: readonly MenuEntry[]
}

/** A button that opens a list of places to go or things to do; arrows, Home, End and letters work. */
export function Menu({ label, entries }: MenuProps) {
  // It opens beside its button and not at the end of the page, which belongs to no landmark.
  const [place, setPlace] = useState<HTMLElement | null>(null)
  return (
    <BaseMenu.Root>
      <BaseMenu.Trigger className={buttonClass('secondary')}>{label}</BaseMenu.Trigger>
      <div ref={setPlace} />
      <BaseMenu.Portal container={place}>
        <BaseMenu.Positioner
          className={styles['layer']}
          side="bottom"
          align="end"
          sideOffset={8}
          collisionPadding={16}
        >
          <BaseMenu.Popup className={`${styles['popup']} ${styles['menu']}`}>
            {entries.map(({ key, label: text, current, onSelect }) => (
              <BaseMenu.Item
                key={key}
                className={styles['item']}
                aria-current={current === true ? 'page' : undefined}
                onClick={onSelect}
              >
                {text}
              </BaseMenu.Item>
            ))}
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  )
}
