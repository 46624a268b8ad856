import { Menu } from '@base-ui/react/menu'
import { useState, type ReactNode } from 'react'
import { CheckIcon, ChevronDownIcon } from './icons.tsx'
import styles from './popup.module.css'
import ownStyles from './options-menu.module.css'

export type MenuAction = {
  readonly key: string
  readonly label: string
  readonly onSelect: () => void
}

type ChecksProps = {
  readonly label: string
  readonly checks: readonly {
    readonly key: string
    readonly label: string
    readonly checked: boolean
    readonly onChange: (checked: boolean) => void
  }[]
}

type OptionsMenuProps = {
  readonly label: string
  readonly children: ReactNode
}

/** A quiet button that opens a list of choices or of things to do. */
export function OptionsMenu({ label, children }: OptionsMenuProps) {
  // It opens beside its button and not at the end of the page, which belongs to no landmark.
  const [place, setPlace] = useState<HTMLElement | null>(null)
  return (
    <Menu.Root>
      <Menu.Trigger className={ownStyles['open']}>
        {label}
        <ChevronDownIcon size={14} />
      </Menu.Trigger>
      <div ref={setPlace} className={ownStyles['place']} />
      <Menu.Portal container={place}>
        <Menu.Positioner
          className={styles['layer']}
          side="bottom"
          align="end"
          sideOffset={6}
          collisionPadding={16}
        >
          <Menu.Popup className={`${styles['popup']} ${styles['menu']}`}>{children}</Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

/** Things to do, a row each. */
export function MenuActions({ actions }: { readonly actions: readonly MenuAction[] }) {
  return actions.map(({ key, label, onSelect }) => (
    <Menu.Item key={key} className={styles['item']} onClick={onSelect}>
      {label}
    </Menu.Item>
  ))
}

/** What is there or not; the menu stays open. */
export function MenuChecks({ label, checks }: ChecksProps) {
  return (
    <Menu.Group className={ownStyles['checks']}>
      <Menu.GroupLabel className={styles['groupLabel']}>{label}</Menu.GroupLabel>
      {checks.map((check) => (
        <Menu.CheckboxItem
          key={check.key}
          className={styles['option']}
          checked={check.checked}
          onCheckedChange={check.onChange}
        >
          <Mark>
            <Menu.CheckboxItemIndicator>
              <CheckIcon size={16} />
            </Menu.CheckboxItemIndicator>
          </Mark>
          {check.label}
        </Menu.CheckboxItem>
      ))}
    </Menu.Group>
  )
}

type MenuRadiosProps<Value extends string> = {
  readonly label: string
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly onChoose: (value: Value) => void
}

/** One of several; the menu stays open. */
export function MenuRadios<Value extends string>(props: MenuRadiosProps<Value>) {
  const { label, value, options, onChoose } = props
  return (
    <Menu.Group>
      <Menu.GroupLabel className={styles['groupLabel']}>{label}</Menu.GroupLabel>
      <Menu.RadioGroup value={value} onValueChange={(next: Value) => onChoose(next)}>
        {options.map((option) => (
          <Menu.RadioItem key={option.value} value={option.value} className={styles['option']}>
            <Mark>
              <Menu.RadioItemIndicator>
                <CheckIcon size={16} />
              </Menu.RadioItemIndicator>
            </Mark>
            {option.label}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </Menu.Group>
  )
}

function Mark({ children }: { readonly children: ReactNode }) {
  return <span className={styles['mark']}>{children}</span>
}

export function MenuSeparator() {
  return <Menu.Separator className={styles['separator']} />
}
