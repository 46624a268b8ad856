import { Menu as BaseMenu } from '@base-ui/react/menu'
import { useState, type ReactNode } from 'react'
import { CheckIcon } from './icons.tsx'
import styles from './popup.module.css'

export type MenuEntry = {
  readonly key: string
  readonly label: string
  readonly onSelect: () => void
}

/** One of several that holds from then on; the menu stays open. */
export type MenuChoice = {
  readonly label: string
  readonly value: string
  readonly options: readonly {
    readonly value: string
    readonly label: string
    /** Of the label. */
    readonly lang: string
  }[]
  readonly onChoose: (value: string) => void
}

type MenuProps = {
  /** What the button that opens the menu shows and is called. */
  readonly label: ReactNode
  readonly triggerClass: string | undefined
  readonly entries: readonly MenuEntry[]
  readonly choice?: MenuChoice
  /** Set apart at the end. */
  readonly last?: MenuEntry
}

/** A button that opens a list of places to go or things to do; arrows, Home, End and letters work. */
export function Menu({ label, triggerClass, entries, choice, last }: MenuProps) {
  // It opens beside its button and not at the end of the page, which belongs to no landmark.
  const [place, setPlace] = useState<HTMLElement | null>(null)
  return (
    <BaseMenu.Root>
      <BaseMenu.Trigger className={triggerClass}>{label}</BaseMenu.Trigger>
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
            {entries.map((entry) => (
              <Item key={entry.key} entry={entry} />
            ))}
            {choice && <Choice choice={choice} />}
            {last && (
              <>
                <BaseMenu.Separator className={styles['separator']} />
                <Item entry={last} />
              </>
            )}
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  )
}

function Item({ entry: { label, onSelect } }: { readonly entry: MenuEntry }) {
  return (
    <BaseMenu.Item className={styles['item']} onClick={onSelect}>
      {label}
    </BaseMenu.Item>
  )
}

function Choice({ choice: { label, value, options, onChoose } }: { readonly choice: MenuChoice }) {
  return (
    <BaseMenu.Group>
      <BaseMenu.Separator className={styles['separator']} />
      <BaseMenu.GroupLabel className={styles['groupLabel']}>{label}</BaseMenu.GroupLabel>
      <BaseMenu.RadioGroup value={value} onValueChange={(next: string) => onChoose(next)}>
        {options.map((option) => (
          <BaseMenu.RadioItem
            key={option.value}
            value={option.value}
            lang={option.lang}
            className={styles['option']}
          >
            <span className={styles['mark']}>
              <BaseMenu.RadioItemIndicator>
                <CheckIcon size={16} />
              </BaseMenu.RadioItemIndicator>
            </span>
            {option.label}
          </BaseMenu.RadioItem>
        ))}
      </BaseMenu.RadioGroup>
    </BaseMenu.Group>
  )
}
