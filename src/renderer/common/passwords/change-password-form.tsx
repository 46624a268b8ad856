import { zodResolver } from '@hookform/resolvers/zod'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useForm, useWatch, type UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { RouteOutput } from '../../../shared/contract/routes.ts'
import { passwordChangeRequestSchema } from '../../../shared/contract/identity/me.ts'
import { addPasswordIssues, issueCode, type PasswordRules } from '../forms/form-rules.ts'
import { callPortal } from '../data/portal.ts'
import { passwordPolicyQuery } from '../data/queries.ts'
import formStyles from '../forms/form.module.css'
import { StepForm } from '../forms/step-form.tsx'
import { StepSummary } from '../forms/step-summary.tsx'
import { useStep, type StepField } from '../forms/use-step.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { NewPasswordField } from './new-password-field.tsx'
import { usePasswordState, type PasswordState } from './use-password-state.ts'

function changeFormSchema(rules: PasswordRules) {
  return passwordChangeRequestSchema.superRefine(({ newPassword }, issues) =>
    addPasswordIssues(issues, 'newPassword', newPassword, rules),
  )
}
type ChangeForm = z.input<ReturnType<typeof changeFormSchema>>

type ChangePasswordFormProps = {
  /** What the new password may not contain, as far as it is known. Must keep its identity. */
  readonly context: PasswordRules['context']
  /** False where every other session ends in any case: there is nothing to choose. */
  readonly othersMayStay?: boolean
  /** Other ways on, beside the button. */
  readonly actions?: React.ReactNode
  readonly onDone: (outcome: RouteOutput<'security.changePassword'>) => void
}

/** The current password and a new one, with its rules, and whether other sessions stay open. */
export function ChangePasswordForm({
  context,
  othersMayStay = true,
  actions,
  onDone,
}: ChangePasswordFormProps) {
  const { t } = useTranslation('passwords')
  const { form, password } = useChangeForm(context)
  const step = useStep(form, useChangeFields(), {
    newPassword: password.remote.kind === 'checked' ? password.remote.failures : [],
  })
  const save = form.handleSubmit(async (data) => {
    const outcome = await step.send(() => callPortal('security.changePassword', data))
    if (outcome === null) return
    // Nobody who comes to this screen later is to find them.
    form.reset()
    onDone(outcome)
  })
  return (
    <StepForm step={step} className={formStyles['form']} onSubmit={() => void save()}>
      <StepSummary {...step.summary} />
      {/* For password managers: whose password it is. */}
      <input type="text" autoComplete="username" value={context.username} readOnly hidden />
      <PasswordField
        {...form.register('currentPassword')}
        id="currentPassword"
        label={t('change.current')}
        error={step.problemsOf('currentPassword')[0]}
        autoComplete="current-password"
        maxLength={1024}
      />
      <NewPasswordField
        field={form.register('newPassword')}
        label={t('change.new')}
        password={password}
        problems={step.problemsOf('newPassword')}
      />
      {othersMayStay && (
        <Checkbox
          {...form.register('keepOtherSessions')}
          label={t('change.keepOthers')}
          hint={t('change.keepOthersHint')}
        />
      )}
      <ButtonRow>
        <Button
          type="submit"
          busy={step.busy}
          unavailable={step.waiting}
          busyLabel={t('change.saving')}
        >
          {t('change.submit')}
        </Button>
        {actions}
      </ButtonRow>
    </StepForm>
  )
}

function useChangeForm(context: PasswordRules['context']): {
  readonly form: UseFormReturn<ChangeForm>
  readonly password: PasswordState
} {
  const policy = useQuery(passwordPolicyQuery).data ?? null
  const schema = useMemo(() => changeFormSchema({ policy, context }), [policy, context])
  const form = useForm<ChangeForm>({
    resolver: zodResolver(schema, { error: issueCode }),
    criteriaMode: 'all',
    mode: 'onTouched',
    shouldFocusError: false,
    defaultValues: { currentPassword: '', newPassword: '', keepOtherSessions: false },
  })
  const value = useWatch({ control: form.control, name: 'newPassword' })
  return { form, password: usePasswordState({ value, policy, context }) }
}

/** The form's fields in their order, for the summary. */
function useChangeFields(): StepField<ChangeForm>[] {
  const { t } = useTranslation('passwords')
  return [
    { name: 'currentPassword', label: t('change.current') },
    { name: 'newPassword', label: t('change.new') },
  ]
}
