import { useId, useMemo } from 'react'
import styles from './filter-select.module.css'
import { ChevronDownIcon, CloseIcon } from './icons.tsx'

type FilterSelectProps = {
  readonly label: string
  /** What stands for no filter. */
  readonly all: string
  /** What taking the filter off is called. */
  readonly takeLabel: string
  /** Null where it does not filter. */
  readonly value: string | null
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (value: string | null) => void
}

/** One way to narrow a list: a chip that says what it is narrowed to, and can be taken off. */
export function FilterSelect(props: FilterSelectProps) {
  const { label, all, takeLabel, value, options, onChange } = props
  const id = useId()
  // There may be hundreds, and the list beside them is drawn anew with every window of rows.
  const choices = useMemo(
    () =>
      options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      )),
    [options],
  )
  const chosen = options.find((option) => option.value === value)
  return (
    <span className={styles['chip']} data-set={value !== null || undefined}>
      <label className={styles['label']} htmlFor={id}>
        {label}
      </label>
      <span className={styles['choice']}>
        {/* As wide as what is chosen: a list of choices by itself is as wide as its longest. */}
        <span className={styles['value']} aria-hidden="true">
          {chosen?.label ?? all}
        </span>
        <ChevronDownIcon size={14} />
        <select
          id={id}
          className={styles['select']}
          value={value ?? ''}
          onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
        >
          <option value="">{all}</option>
          {choices}
        </select>
      </span>
      {value !== null && (
        <button
          type="button"
          className={styles['take']}
          aria-label={takeLabel}
          title={takeLabel}
          onClick={() => onChange(null)}
        >
          <CloseIcon size={14} />
        </button>
      )}
    </span>
  )
}
