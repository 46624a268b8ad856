import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './field.module.css'
import { ErrorIcon } from './icons.tsx'

/** What every field of a form has, whatever one enters it with. */
export type FieldTexts = {
  readonly label: string
  /** Said before typing, under the label. */
  readonly hint?: ReactNode
  /** A whole, translated sentence; the field is then marked as wrong. */
  readonly error?: string | undefined
  /** Marks the few fields that may stay empty; the others are required. */
  readonly optional?: boolean
  /** Beside the label: the "?" of a password, for instance. */
  readonly aside?: ReactNode
}

type FieldProps = FieldTexts & { readonly id: string; readonly children: ReactNode }

/** Label, hint and error around a control that carries `describedBy` and `aria-invalid`. */
export function Field({ id, label, hint, error, optional = false, aside, children }: FieldProps) {
  const { t } = useTranslation('common')
  return (
    <div className={styles['field']}>
      <div className={styles['heading']}>
        <label className={styles['label']} htmlFor={id}>
          {label}
          {optional && <span className={styles['optional']}> {t('optional')}</span>}
        </label>
        {aside}
      </div>
      {hint !== undefined && (
        <div className={styles['hint']} id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {children}
      {error !== undefined && (
        <p className={styles['error']} id={`${id}-error`}>
          <ErrorIcon size={18} />
          <span>{error}</span>
        </p>
      )}
    </div>
  )
}

/** The attributes that tie a control to its hint and its error. */
export function fieldAria(
  id: string,
  { hint, error }: Pick<FieldTexts, 'hint' | 'error'>,
  ...more: readonly (string | undefined)[]
) {
  const ids = [
    hint === undefined ? undefined : `${id}-hint`,
    error === undefined ? undefined : `${id}-error`,
    ...more,
  ].filter((value) => value !== undefined)
  return {
    'aria-describedby': ids.length > 0 ? ids.join(' ') : undefined,
    'aria-invalid': error === undefined ? undefined : true,
  }
}
