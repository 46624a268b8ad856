import type { UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import formStyles from '../../../common/forms/form.module.css'
import { StepForm } from '../../../common/forms/step-form.tsx'
import { StepSummary, type StepFailure } from '../../../common/forms/step-summary.tsx'
import { useStep } from '../../../common/forms/use-step.ts'
import { Button, ButtonRow } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { paths } from '../../../common/navigation/navigation.ts'
import { callPortal } from '../../../common/data/portal.ts'
import { isSameUsername, type UsernameForm } from './form-rules.ts'
import styles from './recovery.module.css'
import type { Take } from './use-recovery.ts'

type UsernameStepProps = {
  readonly form: UseFormReturn<UsernameForm>
  /** Whose request is open already, where one only came back here. */
  readonly begunFor: string | null
  readonly over: boolean
  readonly take: Take
  readonly onBegun: () => void
  readonly onSame: () => void
}

/** "Votre identifiant". */
export function UsernameStep({ form, begunFor, over, take, onBegun, onSame }: UsernameStepProps) {
  const { t } = useTranslation('recovery')
  const label = t('username.label')
  const step = useStep(form, [{ name: 'username', label }])
  const begin = form.handleSubmit(async ({ username }) => {
    if (isSameUsername(username, begunFor)) return onSame()
    const begun = await step.send(() => take(() => callPortal('recovery.start', { username })))
    if (begun !== null) onBegun()
  })
  return (
    <StepForm step={step} className={formStyles['form']} onSubmit={() => void begin()}>
      <StepSummary {...step.summary}>
        <SignInOpen failure={step.failure} />
      </StepSummary>
      {over && step.failure === null && (
        <Notice tone="warning" title={t('over.title')}>
          {t('over.text')}
        </Notice>
      )}
      <p>{t('username.intro')}</p>
      <TextField
        {...form.register('username')}
        id="username"
        label={label}
        error={step.problemsOf('username')[0]}
        autoComplete="username"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        maxLength={64}
      />
      <ButtonRow>
        <Button
          type="submit"
          busy={step.busy}
          unavailable={step.waiting}
          busyLabel={t('username.sending')}
        >
          {t('next')}
        </Button>
        <Link className={styles['forgottenName']} href={paths.forgottenUsername}>
          {t('username.forgotten')}
        </Link>
      </ButtonRow>
    </StepForm>
  )
}

/** Too many tries here keep nobody from signing in: worth knowing while one waits. */
export function SignInOpen({ failure }: { readonly failure: StepFailure | null }) {
  const { t } = useTranslation('recovery')
  return failure?.error.code === 'too_many_attempts' ? <p>{t('signInOpen')}</p> : null
}
