import { useId, type ReactNode } from 'react'
import styles from './chips.module.css'
import fieldStyles from './field.module.css'
import { ErrorIcon } from './icons.tsx'

export type Chip<Value extends string> = { readonly value: Value; readonly label: string }

type ChipsProps<Value extends string> = {
  readonly name: string
  readonly legend: string
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly chips: readonly Chip<Value>[]
  /** Null where none is chosen. */
  readonly value: Value | null
  readonly onChoose: (value: Value) => void
  readonly onBlur?: () => void
  /** What belongs to the choice, beside it. */
  readonly children?: ReactNode
}

/** One of a few short words or numbers, all of them in view: radio buttons that look like chips. */
export function Chips<Value extends string>({
  name,
  legend,
  hint,
  error,
  chips,
  value,
  onChoose,
  onBlur,
  children,
}: ChipsProps<Value>) {
  const id = useId()
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <fieldset className={styles['chips']} aria-describedby={described || undefined}>
      <legend className={fieldStyles['label']}>{legend}</legend>
      {hint !== undefined && (
        <p className={fieldStyles['hint']} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div className={styles['row']}>
        {chips.map((chip) => (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keeps its place, no more
          <label
            key={chip.value}
            className={styles['chip']}
            // Leaving a field may show its error and push this down, away from under the pointer.
            onMouseDown={(event) => event.preventDefault()}
          >
            <input
              type="radio"
              className={styles['radio']}
              name={name}
              value={chip.value}
              checked={chip.value === value}
              onChange={() => onChoose(chip.value)}
              onBlur={onBlur}
            />
            {chip.label}
          </label>
        ))}
        {children}
      </div>
      {error !== undefined && (
        <p className={fieldStyles['error']} id={`${id}-error`}>
          <ErrorIcon size={18} />
          <span>{error}</span>
        </p>
      )}
    </fieldset>
  )
}
