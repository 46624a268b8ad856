import type { ComponentProps, MouseEvent, ReactNode } from 'react'
import styles from './button.module.css'
import { WarningIcon, Spinner } from './icons.tsx'

/**
 * `primary` is red: the one thing that a screen is for. `ink` is the same before there is anything to
 * do, `danger` what cannot be taken back.
 */
export type ButtonVariant = 'primary' | 'ink' | 'secondary' | 'danger' | 'quiet'

/** The classes of a button, for links that lead where a button would. */
export function buttonClass(variant: ButtonVariant = 'primary'): string {
  return `${styles['button']} ${styles[variant]}`
}

type ButtonProps = Omit<ComponentProps<'button'>, 'disabled' | 'className'> & {
  readonly variant?: ButtonVariant
  /** Something is under way: shown, said, and further presses do nothing. */
  readonly busy?: boolean
  /** What stands on the button meanwhile; its place is kept, so that the button never widens. */
  readonly busyLabel?: string
  /** Presses do nothing, but the button keeps its place in the tab order and can explain itself. */
  readonly unavailable?: boolean
  readonly children: ReactNode
}

function keepFocus(event: MouseEvent) {
  event.preventDefault()
}

/** A button that never loses focus: waiting and unavailable are said, not `disabled`. */
export function Button({
  variant = 'primary',
  busy = false,
  busyLabel,
  unavailable = false,
  type = 'button',
  onClick,
  children,
  ...rest
}: ButtonProps) {
  const blocked = busy || unavailable
  return (
    <button
      {...rest}
      // oxlint-disable-next-line react/button-has-type -- always one of button's own types
      type={type}
      className={buttonClass(variant)}
      aria-disabled={blocked || undefined}
      aria-busy={busy || undefined}
      // Leaving a field may show its error and push this button down, away from under the pointer:
      // the press would be lost. So pressing leaves the focus where it is.
      onMouseDown={type === 'submit' ? keepFocus : undefined}
      onClick={(event) => {
        if (blocked) event.preventDefault()
        else onClick?.(event)
      }}
    >
      {variant === 'danger' && <WarningIcon size={18} />}
      <ButtonLabel {...{ busy, busyLabel }}>{children}</ButtonLabel>
    </button>
  )
}

/** Both labels lie in one cell, which is as wide as the longer one; only one is to be seen or heard. */
function ButtonLabel({
  busy,
  busyLabel,
  children,
}: {
  readonly busy: boolean
  readonly busyLabel: string | undefined
  readonly children: ReactNode
}) {
  return (
    <span className={styles['labels']}>
      <span className={shownWhile(!busy || busyLabel === undefined)}>{children}</span>
      {busyLabel !== undefined && (
        <span className={`${shownWhile(busy)} ${styles['busyLabel']}`}>{busyLabel}</span>
      )}
      {busy && (
        <span className={busyLabel === undefined ? styles['spinnerAlone'] : styles['spinner']}>
          <Spinner />
        </span>
      )}
    </span>
  )
}

function shownWhile(shown: boolean): string | undefined {
  return shown ? styles['label'] : styles['hiddenLabel']
}

/** The buttons of a form or a card: one row at its left edge, the main one first. */
export function ButtonRow({ children }: { readonly children: ReactNode }) {
  return <div className={styles['row']}>{children}</div>
}
