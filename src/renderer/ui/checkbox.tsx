import { useId, type ComponentProps } from 'react'
import styles from './checkbox.module.css'
import { fieldAria, type FieldTexts } from './field.tsx'
import { ErrorIcon } from './icons.tsx'

type CheckboxProps = Pick<FieldTexts, 'label' | 'hint' | 'error'> &
  Omit<ComponentProps<'input'>, 'className' | 'type'>

/** Yes or no. Where it is disabled, the hint says why. */
export function Checkbox({ label, hint, error, ...input }: CheckboxProps) {
  const ownId = useId()
  const id = input.id ?? ownId
  return (
    <div className={styles['row']}>
      <input
        {...input}
        {...fieldAria(id, { hint, error }, input['aria-describedby'])}
        id={id}
        type="checkbox"
        className={styles['box']}
      />
      <label className={styles['label']} htmlFor={id}>
        {label}
      </label>
      {hint !== undefined && (
        <div className={styles['hint']} id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error !== undefined && (
        <p className={styles['error']} id={`${id}-error`}>
          <ErrorIcon size={18} />
          {error}
        </p>
      )}
    </div>
  )
}
