import { useId, type ComponentProps } from 'react'
import { Field, fieldAria, type FieldTexts } from './field.tsx'
import styles from './field.module.css'

type TextFieldProps = FieldTexts & Omit<ComponentProps<'input'>, 'className'>

/** One line of text. Takes a `ref`, so both plain forms and form libraries can hold it. */
export function TextField({
  label,
  hint,
  error,
  optional = false,
  aside,
  ...input
}: TextFieldProps) {
  const ownId = useId()
  const id = input.id ?? ownId
  return (
    <Field {...{ id, label, hint, error, optional, aside }}>
      <div className={styles['control']}>
        <input
          type="text"
          // A name from the right stands as its owner writes it.
          dir="auto"
          {...input}
          {...fieldAria(id, { hint, error }, input['aria-describedby'])}
          id={id}
          className={styles['input']}
        />
      </div>
    </Field>
  )
}
