import { useId, type ClipboardEvent, type ComponentProps } from 'react'
import { longestCodeText, readCode, type CodeFormat } from '../../shared/rules/codes.ts'
import styles from './code-field.module.css'
import { Field, fieldAria, type FieldTexts } from './field.tsx'
import fieldStyles from './field.module.css'

type CodeFieldProps = FieldTexts & { readonly format: CodeFormat } & Omit<
    ComponentProps<'input'>,
    'className' | 'type'
  >

/** A whole message may be pasted, in UTF-16 units. */
const longestPaste = 20_000
const keyboards = { numeric: 'numeric', alphanumeric: 'text' } as const

/** One field for a code, however it is grouped; whatever stands around a pasted one goes. */
export function CodeField({
  format,
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
          inputMode={keyboards[format]}
          autoCapitalize="characters"
          autoComplete="one-time-code"
          autoCorrect="off"
          spellCheck={false}
          maxLength={longestCodeText}
          {...input}
          {...fieldAria(id, { hint, error }, input['aria-describedby'])}
          id={id}
          data-format={format}
          className={`${fieldStyles['input']} ${styles['code']}`}
          onPaste={(event) => pasteCode(event, format)}
        />
      </div>
    </Field>
  )
}

/** A code copied with the words around it, or grouped, is entered alone. */
function pasteCode(event: ClipboardEvent<HTMLInputElement>, format: CodeFormat) {
  const code = readCode(event.clipboardData.getData('text').slice(0, longestPaste), format)
  if (code === null) return
  event.preventDefault()
  const field = event.currentTarget
  field.setRangeText(code, 0, field.value.length, 'end')
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }))
}
