import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { LockPassword } from '../../../../shared/contract/identity/sessions.ts'
import type { LockState } from '../../../../shared/contract/offline/lock.ts'
import { callPortal } from '../../../common/data/portal.ts'
import { StepForm } from '../../../common/forms/step-form.tsx'
import { StepSummary } from '../../../common/forms/step-summary.tsx'
import { useStep } from '../../../common/forms/use-step.ts'
import { Button, ButtonRow } from '../../../ui/button.tsx'
import { PasswordField } from '../../../ui/password-field.tsx'
import styles from './profile-form.module.css'

type TurnOffFormProps = {
  /** Which one opens the lock. */
  readonly password: LockPassword
  readonly onDone: (state: LockState) => void
}

/** Turns the lock off, for who can open it. */
export function TurnOffForm({ password, onDone }: TurnOffFormProps) {
  const { t } = useTranslation(['profile', 'errors'])
  const form = useForm({ defaultValues: { opening: '' } })
  const label = t(password === 'own' ? 'lock.currentOwn' : 'lock.currentPortal')
  const step = useStep(form, [{ name: 'opening', label }])
  const turnOff = form.handleSubmit(async ({ opening }) => {
    const state = await step.send(() =>
      callPortal('lock.configure', { kind: 'off', current: opening }),
    )
    if (state !== null) onDone(state)
  })
  return (
    <StepForm step={step} className={styles['form']} onSubmit={() => void turnOff()}>
      <StepSummary {...step.summary} />
      <PasswordField
        {...form.register('opening', { required: 'required' })}
        id="opening"
        label={label}
        error={step.problemsOf('opening')[0]}
        autoComplete="off"
      />
      <ButtonRow>
        <Button
          type="submit"
          variant="secondary"
          busy={step.busy}
          unavailable={step.waiting}
          busyLabel={t('lock.saving')}
        >
          {t('lock.turnOff')}
        </Button>
      </ButtonRow>
    </StepForm>
  )
}
