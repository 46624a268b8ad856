import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PasswordContext } from '../../../shared/identity/password-policy.ts'
import type { PasswordPolicy } from '../../../shared/contract/identity/password-policy.ts'
import { QuestionIcon } from '../../ui/icons.tsx'
import { rulesInList, rulesOf } from './password-checklist.tsx'
import styles from './password-guide.module.css'

/**
 * The "?" beside the new password and what it opens. That stands between the label and the field and
 * covers nothing, and tells only what the list under the field does not.
 */
export function usePasswordHelp(policy: PasswordPolicy | null, context: PasswordContext) {
  const { t } = useTranslation('passwords')
  const [open, setOpen] = useState(false)
  const id = useId()
  const toggle = (
    <button
      type="button"
      className={styles['helpButton']}
      aria-label={t('rules.title')}
      aria-expanded={open}
      aria-controls={open ? id : undefined}
      onClick={() => setOpen(!open)}
    >
      <QuestionIcon size={18} />
    </button>
  )
  const text = (
    <div id={id} className={styles['help']}>
      {policy === null ? <p>{t('unreachable')}</p> : <OtherRules {...{ policy, context }} />}
    </div>
  )
  return { toggle, text: open ? text : undefined }
}

type OtherRulesProps = { readonly policy: PasswordPolicy; readonly context: PasswordContext }

function OtherRules({ policy, context }: OtherRulesProps) {
  const { t } = useTranslation('passwords')
  const { minLength: min, maxLength: max, history, expiresAfterDays: days } = policy
  const listed = new Set(rulesInList(policy, context))
  const rules = rulesOf(policy).filter((rule) => !listed.has(rule))
  return (
    <>
      <ul className={styles['helpRules']}>
        {rules.map((rule) => (
          <li key={rule}>{t(`rules.${rule}`, { min, max, history })}</li>
        ))}
      </ul>
      <p>{t('rules.tip')}</p>
      {days !== null && <p>{t('rules.expires', { days })}</p>}
    </>
  )
}
