import { useId, useState, type ComponentProps, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Field, fieldAria, type FieldTexts } from './field.tsx'
import styles from './field.module.css'
import { WarningIcon } from './icons.tsx'

type PasswordFieldProps = FieldTexts & Omit<ComponentProps<'input'>, 'className' | 'type'>

/**
 * A secret: hidden until one asks to see it, and a word when capitals are locked. Pasting and
 * password managers work as anywhere.
 */
export function PasswordField({
  label,
  hint,
  error,
  optional = false,
  aside,
  onKeyDown,
  onKeyUp,
  ...input
}: PasswordFieldProps) {
  const { t } = useTranslation('common')
  const ownId = useId()
  const id = input.id ?? ownId
  const [shown, setShown] = useState(false)
  const [capsLock, setCapsLock] = useState(false)
  const watchCapsLock = (event: KeyboardEvent<HTMLInputElement>) => {
    setCapsLock(event.getModifierState('CapsLock'))
  }
  return (
    <Field {...{ id, label, hint, error, optional, aside }}>
      <div className={styles['control']}>
        <input
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          {...input}
          {...fieldAria(id, { hint, error }, input['aria-describedby'], `${id}-caps`)}
          id={id}
          type={shown ? 'text' : 'password'}
          className={`${styles['input']} ${styles['withButton']}`}
          onKeyDown={(event) => {
            watchCapsLock(event)
            onKeyDown?.(event)
          }}
          onKeyUp={(event) => {
            watchCapsLock(event)
            onKeyUp?.(event)
          }}
        />
        <button
          type="button"
          className={styles['insideButton']}
          aria-controls={id}
          aria-label={t(shown ? 'password.hideLong' : 'password.showLong', { field: label })}
          onClick={() => setShown(!shown)}
        >
          {t(shown ? 'password.hide' : 'password.show')}
        </button>
      </div>
      <output className={styles['notice']} id={`${id}-caps`}>
        {capsLock && (
          <>
            <WarningIcon size={18} />
            <span>{t('password.capsLock')}</span>
          </>
        )}
      </output>
    </Field>
  )
}
