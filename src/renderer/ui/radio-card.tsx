import { useId, type ReactNode, type RefObject } from 'react'
import styles from './radio-card.module.css'

type RadioCardProps = {
  readonly ref?: RefObject<HTMLInputElement | null> | undefined
  /** The same for all that exclude each other. */
  readonly name: string
  readonly title: string
  readonly checked: boolean
  readonly onChoose: () => void
  /** What is chosen with it. */
  readonly children: ReactNode
}

/** One of a few things to choose from, each with a title and its value; all of it can be pressed. */
export function RadioCard({ ref, name, title, checked, onChoose, children }: RadioCardProps) {
  const id = useId()
  return (
    <label className={styles['card']} htmlFor={id}>
      <input
        ref={ref}
        id={id}
        type="radio"
        name={name}
        className={styles['radio']}
        checked={checked}
        onChange={onChoose}
      />
      <span className={styles['title']}>{title}</span>
      <bdi className={styles['value']}>{children}</bdi>
    </label>
  )
}
