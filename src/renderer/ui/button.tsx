import type { ComponentProps, MouseEvent, ReactNode } from 'react'
import styles from './button.module.css'
import { Spinner } from './spinner.tsx'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet'

/** The classes of a button, for links that lead where a button would. */
export function buttonClass(variant: ButtonVariant = 'primary'): string {
  return `${styles['button']} ${styles[variant]}`
}

type ButtonProps = Omit<ComponentProps<'button'>, 'disabled' | 'className'> & {
  readonly variant?: ButtonVariant
  /** Something is under way: shown, said, and further presses do nothing. */
  readonly busy?: boolean
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
      {busy && <Spinner />}
      {children}
    </button>
  )
}
