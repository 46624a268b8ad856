import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { LockPassword } from '../../../../shared/contract/identity/sessions.ts'
import {
  lockPasswordChoices,
  type IdleMinutes,
  type LockPolicy,
  type LockState,
} from '../../../../shared/contract/offline/lock.ts'
import {
  lockPasswordFailures,
  lockPasswordRules,
  shortestLockPassword,
} from '../../../../shared/rules/lock-password.ts'
import { useAppPart } from '../../../common/data/app-store.ts'
import { callPortal } from '../../../common/data/portal.ts'
import type { Failure } from '../../../common/forms/field-failures.ts'
import { StepForm } from '../../../common/forms/step-form.tsx'
import { StepSummary } from '../../../common/forms/step-summary.tsx'
import { useStep } from '../../../common/forms/use-step.ts'
import { RuleSign } from '../../../common/passwords/password-checklist.tsx'
import guide from '../../../common/passwords/password-guide.module.css'
import { Button, ButtonRow } from '../../../ui/button.tsx'
import { PasswordField } from '../../../ui/password-field.tsx'
import { RadioCard } from '../../../ui/radio-card.tsx'
import { MinutesField, firstMinutes, idleMinutesOf } from './lock-time.tsx'
import styles from './profile-form.module.css'

type Values = { by: LockPassword; current: string; password: string; minutes: string }

type LockFormProps = {
  /** What is set; null where the lock is off. */
  readonly present: { readonly password: LockPassword; readonly idleMinutes: IdleMinutes } | null
  readonly policy: LockPolicy
  readonly onDone: (state: LockState) => void
}

/** Turns the lock on, or gives it another password. */
export function LockForm({ present, policy, onDone }: LockFormProps) {
  const { t } = useTranslation('profile')
  const isOn = present !== null
  const username = useAppPart((state) =>
    state?.session.kind === 'ready' || state?.session.kind === 'lockSetup'
      ? state.session.user.username
      : '',
  )
  const choices = lockPasswordChoices(policy)
  const form = useForm<Values>({
    defaultValues: {
      by: choices.find((choice) => choice === present?.password) ?? choices[0] ?? 'own',
      current: '',
      password: '',
      minutes: String(present?.idleMinutes ?? firstMinutes(policy)),
    },
  })
  const [by, password, current] = useWatch({
    control: form.control,
    name: ['by', 'password', 'current'],
  })
  const known = knownFailures({ by, password, current }, isOn, username)
  const labels = {
    current: t(present?.password === 'portal' ? 'lock.currentPortal' : 'lock.currentOwn'),
    password: t(by === 'own' ? 'lock.newOwn' : 'lock.newPortal'),
  }
  const step = useStep<Values>(
    form,
    [
      ...(isOn ? [{ name: 'current' as const, label: labels.current }] : []),
      { name: 'password', label: labels.password },
    ],
    known,
  )
  const save = form.handleSubmit(async (values) => {
    if (Object.values(known).some((failures) => failures.length > 0)) return
    const state = await step.send(() =>
      callPortal('lock.configure', {
        kind: 'on',
        by: values.by,
        password: values.password,
        current: isOn ? values.current : null,
        idleMinutes: idleMinutesOf(values.minutes, policy),
      }),
    )
    if (state === null) return
    form.reset({ ...values, current: '', password: '' })
    onDone(state)
  })
  return (
    <StepForm step={step} className={styles['form']} onSubmit={() => void save()}>
      <StepSummary {...step.summary} />
      {isOn && (
        <PasswordField
          {...form.register('current')}
          id="current"
          label={labels.current}
          error={step.problemsOf('current')[0]}
          autoComplete="off"
        />
      )}
      {choices.length > 1 ? (
        <ByChoice chosen={by} onChoose={(value) => form.setValue('by', value)} />
      ) : (
        <p>{t('lock.managedPassword')}</p>
      )}
      <PasswordField
        {...form.register('password')}
        id="password"
        label={labels.password}
        error={step.problemsOf('password')[0]}
        autoComplete={by === 'own' ? 'new-password' : 'current-password'}
        aria-describedby={by === 'own' ? 'password-rules' : undefined}
      />
      {by === 'own' && <Rules password={password} username={username} />}
      {!isOn && <MinutesField policy={policy} {...form.register('minutes')} />}
      <ButtonRow>
        <Button
          type="submit"
          busy={step.busy}
          unavailable={step.waiting}
          busyLabel={t('lock.saving')}
        >
          {t(isOn ? 'lock.save' : 'lock.turnOn')}
        </Button>
      </ButtonRow>
    </StepForm>
  )
}

function knownFailures(
  { by, password, current }: Omit<Values, 'minutes'>,
  isOn: boolean,
  username: string,
): { password: readonly Failure[]; current: readonly Failure[] } {
  const failing = by === 'own' && password !== '' ? lockPasswordFailures(password, username) : []
  const required: readonly Failure[] = [{ code: 'required' }]
  return {
    current: isOn && current === '' ? required : [],
    password:
      password === ''
        ? required
        : failing.map((code) => ({ code, params: { min: shortestLockPassword } })),
  }
}

type ByChoiceProps = {
  readonly chosen: LockPassword
  readonly onChoose: (by: LockPassword) => void
}

function ByChoice({ chosen, onChoose }: ByChoiceProps) {
  const { t } = useTranslation('profile')
  return (
    <fieldset className={styles['choice']}>
      <legend>{t('lock.which')}</legend>
      {(['own', 'portal'] as const).map((by) => (
        <RadioCard
          key={by}
          name="by"
          title={t(`lock.${by}Text`)}
          checked={chosen === by}
          onChoose={() => onChoose(by)}
        >
          {t(`lock.${by}Title`)}
        </RadioCard>
      ))}
    </fieldset>
  )
}

/** Each rule, with its state while one types. */
function Rules({ password, username }: { readonly password: string; readonly username: string }) {
  const { t } = useTranslation(['profile', 'passwords'])
  const failing = lockPasswordFailures(password, username)
  return (
    <ul className={guide['rules']} id="password-rules" aria-label={t('lock.rulesTitle')}>
      {lockPasswordRules.map((rule) => {
        const state = password !== '' && !failing.includes(rule) ? 'met' : 'unmet'
        return (
          <li key={rule} className={guide['rule']} data-state={state}>
            <RuleSign state={state} />
            <span>
              {t(`lock.rules.${rule}`, { min: shortestLockPassword })}
              <span className="visually-hidden">, {t(`states.${state}`, { ns: 'passwords' })}</span>
            </span>
          </li>
        )
      })}
    </ul>
  )
}
