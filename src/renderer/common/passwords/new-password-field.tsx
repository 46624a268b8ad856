import type { UseFormRegisterReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { passwordFailures } from '../../../shared/identity/password-policy.ts'
import { PasswordField } from '../../ui/password-field.tsx'
import { PasswordChecklist } from './password-checklist.tsx'
import styles from './password-guide.module.css'
import { usePasswordHelp } from './password-help.tsx'
import type { StrengthLevel } from './password-strength.ts'
import { StrengthMeter, usePasswordStrength } from './strength-meter.tsx'
import type { PasswordState } from './use-password-state.ts'

type NewPasswordFieldProps = {
  /** As registered by the form that owns it. */
  readonly field: UseFormRegisterReturn
  readonly label: string
  readonly password: PasswordState
  /** Sentences for all that is wrong with it. */
  readonly problems: readonly string[]
}

/** A password to choose: its rules behind the "?", its strength, and each rule while one types. */
export function NewPasswordField({ field, label, password, problems }: NewPasswordFieldProps) {
  const { t } = useTranslation('errors')
  const { value, policy, context, remote } = password
  const estimate = usePasswordStrength(value, context)
  const help = usePasswordHelp(policy, context)
  // One sentence at the field; the list below shows each rule, the summary names them all.
  const error = problems.length > 1 ? t('password_policy.message') : problems[0]
  const ids = { strength: `${field.name}-strength`, rules: `${field.name}-rules` }
  return (
    <div className={styles['guide']}>
      <PasswordField
        {...field}
        id={field.name}
        label={label}
        error={error}
        aside={help.toggle}
        hint={help.text}
        autoComplete="new-password"
        aria-describedby={`${ids.strength} ${ids.rules}`}
      />
      <StrengthMeter id={ids.strength} level={noStrongerThanVerdict(estimate, password)} />
      {policy !== null && (
        <PasswordChecklist
          id={ids.rules}
          strict={problems.length > 0}
          password={value}
          {...{ policy, context, remote }}
        />
      )}
    </div>
  )
}

/** What is refused is not called good, however hard it would be to guess. */
function noStrongerThanVerdict(
  level: StrengthLevel | null,
  { value, policy, context, remote }: PasswordState,
): StrengthLevel | null {
  if (level === null) return null
  const told = remote.kind === 'checked' ? remote.failures : []
  if (told.some(({ code }) => code === 'too_common')) return 'very_weak'
  const own = policy === null ? [] : passwordFailures(policy, value, context)
  const refused = told.length > 0 || own.length > 0
  return refused && level !== 'very_weak' ? 'weak' : level
}
