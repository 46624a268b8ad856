import { zodResolver } from '@hookform/resolvers/zod'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import formStyles from '../../../common/forms/form.module.css'
import { StepForm } from '../../../common/forms/step-form.tsx'
import { StepSummary } from '../../../common/forms/step-summary.tsx'
import { useStep, type StepField } from '../../../common/forms/use-step.ts'
import { NewPasswordField } from '../../../common/passwords/new-password-field.tsx'
import { usePasswordState } from '../../../common/passwords/use-password-state.ts'
import { Button, ButtonRow } from '../../../ui/button.tsx'
import { PasswordField } from '../../../ui/password-field.tsx'
import { issueCode } from '../../../common/forms/form-rules.ts'
import { callPortal } from '../../../common/data/portal.ts'
import { passwordPolicyQuery } from '../../../common/data/queries.ts'
import { passwordFormSchema, type PasswordForm } from './form-rules.ts'
import type { Take } from './use-recovery.ts'
import styles from './recovery.module.css'

type PasswordStepProps = { readonly username: string; readonly take: Take }

/** "Saisir un nouveau mot de passe", twice. */
export function PasswordStep({ username, take }: PasswordStepProps) {
  const { t } = useTranslation('recovery')
  const { form, password } = usePasswordForm(username)
  const step = useStep(form, usePasswordFields(), {
    newPassword: password.remote.kind === 'checked' ? password.remote.failures : [],
  })
  const save = form.handleSubmit(async ({ newPassword }) => {
    await step.send(() => take(() => callPortal('recovery.setPassword', { newPassword })))
  })
  return (
    <StepForm step={step} className={formStyles['form']} onSubmit={() => void save()}>
      <StepSummary {...step.summary} />
      <div className={styles['intro']}>
        <p>{t('password.intro')}</p>
        <p className={styles['quiet']}>{t('password.sessions')}</p>
      </div>
      {/* For password managers: whose password it is. */}
      <input type="text" autoComplete="username" value={username} readOnly hidden />
      <NewPasswordField
        field={form.register('newPassword', { deps: ['confirmation'] })}
        label={t('password.label')}
        password={password}
        problems={step.problemsOf('newPassword')}
      />
      <PasswordField
        {...form.register('confirmation')}
        id="confirmation"
        label={t('password.again')}
        error={step.problemsOf('confirmation')[0]}
        autoComplete="new-password"
      />
      <ButtonRow>
        <Button
          type="submit"
          busy={step.busy}
          unavailable={step.waiting}
          busyLabel={t('password.saving')}
        >
          {t('next')}
        </Button>
      </ButtonRow>
    </StepForm>
  )
}

function usePasswordForm(username: string) {
  const policy = useQuery(passwordPolicyQuery).data ?? null
  const context = useMemo(() => ({ username }), [username])
  const schema = useMemo(() => passwordFormSchema({ policy, context }), [policy, context])
  const form = useForm<PasswordForm>({
    resolver: zodResolver(schema, { error: issueCode }),
    criteriaMode: 'all',
    mode: 'onTouched',
    shouldFocusError: false,
    defaultValues: { newPassword: '', confirmation: '' },
  })
  const value = useWatch({ control: form.control, name: 'newPassword' })
  return { form, password: usePasswordState({ value, policy, context }) }
}

/** The step's fields in their order, for the summary. */
function usePasswordFields(): StepField<PasswordForm>[] {
  const { t } = useTranslation('recovery')
  return [
    { name: 'newPassword', label: t('password.label') },
    { name: 'confirmation', label: t('password.again') },
  ]
}
