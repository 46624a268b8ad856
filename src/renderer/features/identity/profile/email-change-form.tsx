import { useEffect } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useAwaitCode } from '../../../common/email-code/use-send-code.ts'
import { StepForm } from '../../../common/forms/step-form.tsx'
import { StepSummary } from '../../../common/forms/step-summary.tsx'
import { useStep } from '../../../common/forms/use-step.ts'
import type { Reauthentication } from '../../../common/email-code/reauthentication.tsx'
import { Button, ButtonRow } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { callPortal } from '../../../common/data/portal.ts'
import { noEmail, type EmailForm } from './email-form.ts'
import styles from './profile-form.module.css'

type EmailChangeFormProps = {
  readonly form: UseFormReturn<EmailForm>
  /** False where the present address is corrected, and true where another takes its place. */
  readonly confirmed: boolean
  readonly reauthentication: Reauthentication
  /** Opened by a press: the keyboard goes on in the first field. */
  readonly takesFocus: boolean
  readonly onClose: () => void
}

/** The new address, twice; the password is asked where it was not just now. */
export function EmailChangeForm(props: EmailChangeFormProps) {
  const { form, confirmed, reauthentication, takesFocus, onClose } = props
  const { t } = useTranslation('profile')
  const awaitCode = useAwaitCode()
  const step = useStep(form, [
    { name: 'email', label: t('email.email') },
    { name: 'emailConfirmation', label: t('email.emailConfirmation') },
  ])
  useEffect(() => {
    if (takesFocus) form.setFocus('email')
  }, [form, takesFocus])
  const close = () => {
    form.reset(noEmail)
    onClose()
  }
  const request = form.handleSubmit(async (data) => {
    const pending = await step.send(() =>
      reauthentication.run({ kind: 'changeEmail' }, () => callPortal('profile.requestEmail', data)),
    )
    if (pending === null) return
    awaitCode(pending)
    close()
  })
  return (
    <StepForm step={step} className={styles['form']} onSubmit={() => void request()}>
      <p className={styles['quiet']}>{t(confirmed ? 'email.intro' : 'email.unconfirmed.intro')}</p>
      <StepSummary {...step.summary} />
      <TextField
        {...form.register('email', { deps: ['emailConfirmation'] })}
        id="email"
        type="email"
        label={t('email.email')}
        error={step.problemsOf('email')[0]}
        autoComplete="email"
      />
      <TextField
        {...form.register('emailConfirmation')}
        id="emailConfirmation"
        type="email"
        label={t('email.emailConfirmation')}
        error={step.problemsOf('emailConfirmation')[0]}
        autoComplete="email"
      />
      <ButtonRow>
        <Button
          type="submit"
          busy={step.busy}
          unavailable={step.waiting}
          busyLabel={t('email.requesting')}
        >
          {t('email.request')}
        </Button>
        <Button variant="secondary" onClick={close}>
          {t('email.cancel')}
        </Button>
      </ButtonRow>
    </StepForm>
  )
}
