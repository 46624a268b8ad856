import { useTranslation } from 'react-i18next'
import { localRules } from '../../../shared/identity/password-policy.ts'
import type { PasswordPolicy } from '../../../shared/contract/identity/password-policy.ts'
import { HelpPopover } from '../../ui/help-popover.tsx'
import styles from './password-guide.module.css'

/** The "?" beside the new password: all the rules, those included that only the portal can judge. */
export function PasswordHelp({ policy }: { readonly policy: PasswordPolicy | null }) {
  const { t } = useTranslation('passwords')
  return (
    <HelpPopover title={t('rules.title')}>
      {policy === null ? <p>{t('unreachable')}</p> : <AllRules policy={policy} />}
    </HelpPopover>
  )
}

function AllRules({ policy }: { readonly policy: PasswordPolicy }) {
  const { t } = useTranslation('passwords')
  const { minLength: min, maxLength: max, history, expiresAfterDays: days } = policy
  const rules = [
    ...localRules(policy),
    'too_long' as const,
    ...(policy.forbidCommon ? ['too_common' as const] : []),
    ...(history > 0 ? ['used_before' as const] : []),
  ]
  return (
    <div className={styles['help']}>
      <ul className={styles['helpRules']}>
        {rules.map((rule) => (
          <li key={rule}>{t(`rules.${rule}`, { min, max, history })}</li>
        ))}
      </ul>
      <p>{t('rules.tip')}</p>
      {days !== null && <p>{t('rules.expires', { days })}</p>}
    </div>
  )
}
