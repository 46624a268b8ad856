import { useId, type ComponentProps } from 'react'
import { Field, fieldAria, type FieldTexts } from './field.tsx'
import styles from './field.module.css'
import { ChevronDownIcon } from './icons.tsx'

type SelectFieldProps = FieldTexts & Omit<ComponentProps<'select'>, 'className' | 'multiple'>

/** A choice from a list: the system's own, which every keyboard and reader already knows. */
export function SelectField({
  label,
  hint,
  error,
  optional = false,
  aside,
  children,
  ...select
}: SelectFieldProps) {
  const ownId = useId()
  const id = select.id ?? ownId
  return (
    <Field {...{ id, label, hint, error, optional, aside }}>
      <div className={styles['control']}>
        <select
          {...select}
          {...fieldAria(id, { hint, error }, select['aria-describedby'])}
          id={id}
          className={`${styles['input']} ${styles['select']}`}
        >
          {children}
        </select>
        <span className={styles['chevron']}>
          <ChevronDownIcon />
        </span>
      </div>
    </Field>
  )
}
