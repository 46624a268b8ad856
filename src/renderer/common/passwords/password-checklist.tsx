import { useTranslation } from 'react-i18next'
import {
  localRules,
  passwordFailures,
  type PasswordContext,
} from '../../../shared/identity/password-policy.ts'
import type {
  PasswordFailure,
  PasswordPolicy,
} from '../../../shared/contract/identity/password-policy.ts'
import { CheckIcon, CloseIcon, Spinner } from '../../ui/icons.tsx'
import styles from './password-guide.module.css'
import type { RemoteCheck } from './use-remote-password-check.ts'
import { useDebounced } from '../../ui/clock.ts'

type Rule = PasswordFailure['code']
type RuleState = 'met' | 'unmet' | 'failed' | 'waiting' | 'checking'

/** Long enough that one is not interrupted while typing, in milliseconds. */
const readingPause = 900

type PasswordChecklistProps = {
  readonly id: string
  readonly policy: PasswordPolicy
  readonly password: string
  readonly context: PasswordContext
  readonly remote: RemoteCheck
  /** After a try to save, what is missing is said as wrong and no longer as open. */
  readonly strict: boolean
}

/** The rules, each with its state while one types. */
export function PasswordChecklist(props: PasswordChecklistProps) {
  const { id, policy } = props
  const { t } = useTranslation('passwords')
  const rules = rulesInList(policy, props.context).map(
    (rule) => [rule, stateOf(rule, props)] as const,
  )
  const met = rules.filter(([, state]) => state === 'met').length
  const progress =
    met === rules.length ? t('complete') : t('progress', { met, total: rules.length })
  // Read out when typing pauses, not at every key.
  const announced = useDebounced(props.password === '' ? '' : progress, readingPause)
  return (
    <>
      <ul className={styles['rules']} id={id}>
        {rules.map(([rule, state]) => (
          <li key={rule} className={styles['rule']} data-state={state}>
            <RuleSign state={state} />
            <span>
              {t(`rules.${rule}`, { min: policy.minLength, max: policy.maxLength })}
              <span className="visually-hidden">, {t(`states.${state}`)}</span>
            </span>
          </li>
        ))}
      </ul>
      <output className="visually-hidden">{announced}</output>
    </>
  )
}

/** How a rule stands, drawn. */
export function RuleSign({ state }: { readonly state: RuleState }) {
  return (
    <span className={styles['sign']}>
      {state === 'met' && <CheckIcon size={18} />}
      {state === 'failed' && <CloseIcon size={16} />}
      {state === 'checking' && <Spinner />}
      {(state === 'unmet' || state === 'waiting') && <span className={styles['dash']} />}
    </span>
  )
}

/** Every rule of `policy`, those included that only the portal can judge. */
export function rulesOf(policy: PasswordPolicy): Rule[] {
  const { forbidCommon, history } = policy
  return [
    ...localRules(policy),
    'too_long',
    ...(forbidCommon ? (['too_common'] as const) : []),
    ...(history > 0 ? (['used_before'] as const) : []),
  ]
}

/** Those that can be judged now: nobody knows a name or an address before step 2 was filled in. */
export function rulesInList(policy: PasswordPolicy, context: PasswordContext): Rule[] {
  return rulesOf(policy).filter((rule) => {
    if (rule === 'contains_name') return (context.names ?? []).length > 0
    if (rule === 'contains_email') return (context.email ?? '') !== ''
    return rule !== 'too_long' && rule !== 'used_before'
  })
}

function stateOf(rule: Rule, props: PasswordChecklistProps): RuleState {
  const { policy, password, context, remote, strict } = props
  if (password === '') return strict ? 'failed' : 'unmet'
  if (rule === 'too_common') {
    if (remote.kind !== 'checked') return remote.kind
    return remote.failures.some(({ code }) => code === rule) ? 'failed' : 'met'
  }
  const failed = passwordFailures(policy, password, context).some(({ code }) => code === rule)
  if (!failed) return 'met'
  // What a password contains is wrong at once; what it lacks may still be on its way.
  return strict || rule.startsWith('contains_') ? 'failed' : 'unmet'
}
