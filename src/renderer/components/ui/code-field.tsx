import { useId, type ClipboardEvent, type ComponentProps } from 'react'
import styles from './code-field.module.css'
import { Field, fieldAria, type FieldTexts } from './field.tsx'
import fieldStyles from './field.module.css'

type CodeFieldProps = FieldTexts & Omit<ComponentProps<'input'>, 'className' | 'type'>

const codeLength = 6

/** One field for six digits, however they are grouped; whatever stands around a pasted code goes. */
export function CodeField({
  label,
  hint,
  error,
  optional = false,
  aside,
  ...input
}: CodeFieldProps) {
  const ownId = useId()
  const id = input.id ?? ownId
  return (
    <Field {...{ id, label, hint, error, optional, aside }}>
      <div className={fieldStyles['control']}>
        <input
          type="text"
          inputMode="numeric"
          autoComplete="one-time-code"
          autoCorrect="off"
          spellCheck={false}
          maxLength={20}
          {...input}
          {...fieldAria(id, { hint, error }, input['aria-describedby'])}
          id={id}
          className={`${fieldStyles['input']} ${styles['code']}`}
          onPaste={pasteCode}
        />
      </div>
    </Field>
  )
}

/** A code copied with the words around it, or grouped, is entered as its digits alone. */
function pasteCode(event: ClipboardEvent<HTMLInputElement>) {
  const digits = event.clipboardData.getData('text').replaceAll(/\D/gu, '')
  if (digits.length !== codeLength) return
  event.preventDefault()
  const field = event.currentTarget
  field.setRangeText(digits, 0, field.value.length, 'end')
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }))
}
