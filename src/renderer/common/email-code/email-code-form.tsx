import { zodResolver } from '@hookform/resolvers/zod'
import { useQueryClient } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { PendingEmailView } from '../../../shared/contract/identity/profile-view.ts'
import { codeSchemaOf } from '../../../shared/contract/common.ts'
import { CodeValidity } from '../forms/code-validity.tsx'
import { StepForm } from '../forms/step-form.tsx'
import { StepSummary } from '../forms/step-summary.tsx'
import { useClearedCode, useStep } from '../forms/use-step.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { CodeField } from '../../ui/code-field.tsx'
import { issueCode } from '../forms/form-rules.ts'
import { callPortal } from '../data/portal.ts'
import { pendingEmailQuery } from '../data/queries.ts'
import styles from './email-code-form.module.css'

/** Of codes that confirm an address. */
const format = 'numeric'
const codeFormSchema = z.object({ code: codeSchemaOf(format) })

/** The form with the code; another code that is sent takes the one in it away. */
export function useCodeStep() {
  const { t } = useTranslation('forms')
  const form = useForm({
    resolver: zodResolver(codeFormSchema, { error: issueCode }),
    shouldFocusError: false,
    defaultValues: { code: '' },
  })
  const step = useStep(form, [{ name: 'code', label: t('code.label') }])
  useClearedCode(form, step)
  const clear = () => {
    step.dismiss()
    form.resetField('code')
    form.setFocus('code')
  }
  return { form, step, clear }
}

/** `expired` where there is no code to enter any more. */
export type CodeOutcome = 'confirmed' | 'expired'

type EmailCodeFormProps = {
  readonly pending: PendingEmailView
  /** When that was so, in milliseconds since the epoch. */
  readonly at: number
  readonly code: Pick<ReturnType<typeof useCodeStep>, 'form' | 'step'>
  readonly onDone: (outcome: CodeOutcome) => void
  /** Beside the code: another one. */
  readonly children: React.ReactNode
  /** Beside the button. */
  readonly actions?: React.ReactNode
}

/** The code that was sent to an address. */
export function EmailCodeForm(props: EmailCodeFormProps) {
  const { pending, at, onDone, children, actions } = props
  const { form, step } = props.code
  const { t } = useTranslation(['profile', 'forms'])
  const queryClient = useQueryClient()
  const confirm = form.handleSubmit(async (data) => {
    const done = await step.send(async () => {
      const result = await callPortal('profile.confirmEmail', data)
      if (result.ok || result.error.code !== 'flow_expired') return result
      // Too late, or ended from another device: there is no code to enter any more.
      onDone('expired')
      return null
    })
    if (done !== null) onDone('confirmed')
    else await queryClient.invalidateQueries({ queryKey: pendingEmailQuery.queryKey })
  })
  const wrong = step.failure?.error.code === 'verification_failed'
  return (
    <StepForm step={step} className={styles['form']} onSubmit={() => void confirm()}>
      <StepSummary {...step.summary}>
        {wrong && <p>{t('attempts.left', { ns: 'forms', count: pending.attemptsLeft })}</p>}
      </StepSummary>
      <CodeField
        {...form.register('code')}
        id="code"
        format={format}
        label={t('code.label', { ns: 'forms' })}
        hint={t(`code.hint.${format}`, { ns: 'forms' })}
        error={step.problemsOf('code')[0]}
      />
      <div className={styles['about']}>
        <CodeValidity until={at + pending.codeExpiresIn * 1000} />
        {children}
      </div>
      <ButtonRow>
        <Button
          type="submit"
          busy={step.busy}
          unavailable={step.waiting}
          busyLabel={t('email.confirming')}
        >
          {t('email.confirm')}
        </Button>
        {actions}
      </ButtonRow>
    </StepForm>
  )
}
