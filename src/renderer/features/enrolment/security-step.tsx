import { useQuery } from '@tanstack/react-query'
import type { FieldPath, UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/ui/button.tsx'
import { Notice } from '../../components/ui/notice.tsx'
import { PasswordField } from '../../components/ui/password-field.tsx'
import { Skeleton } from '../../components/ui/skeleton.tsx'
import { callPortal } from '../../lib/portal.ts'
import { useLanguage } from '../../lib/use-language.ts'
import { securityQuestionsQuery } from './api.ts'
import styles from './enrolment.module.css'
import type { SecurityForm } from './form-rules.ts'
import { PasswordChecklist } from './password-checklist.tsx'
import guideStyles from './password-guide.module.css'
import { PasswordHelp } from './password-help.tsx'
import { QuestionFields } from './question-fields.tsx'
import { StepSummary } from './step-summary.tsx'
import { StrengthMeter } from './strength-meter.tsx'
import { usePasswordStrength } from './use-password-strength.ts'
import type { PasswordState } from './use-security-form.ts'
import { useStep, type StepField } from './use-step.ts'

type SecurityStepProps = {
  readonly form: UseFormReturn<SecurityForm>
  readonly password: PasswordState
  /** The portal already holds a password and answers of this person: leaving it at that is fine. */
  readonly alreadySaved: boolean
  readonly onDone: () => void
}

/** "Etape 1: Sécurité": a password of one's own and three questions. */
export function SecurityStep({ form, password, alreadySaved, onDone }: SecurityStepProps) {
  const { t } = useTranslation(['enrolment', 'errors'])
  const { remote } = password
  const step = useStep(form, useSecurityFields(), {
    newPassword: remote.kind === 'checked' ? remote.failures : [],
  })
  const save = form.handleSubmit(async (data) => {
    const saved = await step.send(() => callPortal('enrolment.saveSecurity', data))
    if (saved !== null) onDone()
  })
  const problemOf = (name: FieldPath<SecurityForm>) => step.problemsOf(name)[0]
  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (alreadySaved && isBlank(form.getValues())) onDone()
        else if (!step.busy) void save()
      }}
    >
      <StepSummary {...step.summary} />
      {alreadySaved && <Notice tone="success">{t('security.alreadySaved')}</Notice>}
      <NewPassword form={form} password={password} problems={step.problemsOf('newPassword')} />
      <section className={styles['section']} aria-labelledby="questions-title">
        <div className={styles['sectionHead']}>
          <h3 id="questions-title">{t('security.questionsTitle')}</h3>
          <p>
            {t('security.questionsIntro')} {t('security.answersHint')}
          </p>
        </div>
        <Questions form={form} problemOf={problemOf} />
      </section>
      <div className={styles['actions']}>
        <Button type="submit" busy={step.busy}>
          {t(step.busy ? 'security.saving' : 'security.next')}
        </Button>
      </div>
    </form>
  )
}

type NewPasswordProps = Pick<SecurityStepProps, 'form' | 'password'> & {
  readonly problems: readonly string[]
}

function NewPassword({ form, password, problems }: NewPasswordProps) {
  const { t } = useTranslation(['enrolment', 'errors'])
  const { value, policy, context, remote } = password
  const estimate = usePasswordStrength(value, [context.username, ...(context.names ?? [])])
  // The portal knows more common passwords than the meter does.
  const common =
    remote.kind === 'checked' && remote.failures.some(({ code }) => code === 'too_common')
  const level = common ? 'very_weak' : estimate
  // One sentence at the field; the list below shows each rule, the summary names them all.
  const error = problems.length > 1 ? t('password_policy.message', { ns: 'errors' }) : problems[0]
  return (
    <section className={styles['section']} aria-labelledby="password-title">
      <div className={styles['sectionHead']}>
        <h3 id="password-title">{t('security.passwordTitle')}</h3>
        <p>{t('security.passwordIntro')}</p>
      </div>
      <div className={guideStyles['guide']}>
        <PasswordField
          {...form.register('newPassword')}
          id="newPassword"
          label={t('security.newPassword')}
          error={error}
          aside={<PasswordHelp policy={policy} />}
          autoComplete="new-password"
          aria-describedby="password-strength password-rules"
        />
        <StrengthMeter id="password-strength" level={level} />
        {policy !== null && (
          <PasswordChecklist
            id="password-rules"
            strict={problems.length > 0}
            password={value}
            {...{ policy, context, remote }}
          />
        )}
      </div>
    </section>
  )
}

type QuestionsProps = Pick<SecurityStepProps, 'form'> & {
  readonly problemOf: (name: FieldPath<SecurityForm>) => string | undefined
}

function Questions({ form, problemOf }: QuestionsProps) {
  const { t } = useTranslation(['enrolment', 'errors'])
  const language = useLanguage()
  // While another language's list is on its way the present one stays, so that nothing jumps.
  const { data, error, refetch, isFetching } = useQuery({
    ...securityQuestionsQuery(language),
    placeholderData: (before) => before,
  })
  if (data !== undefined) {
    return <QuestionFields form={form} questions={data.items} problemOf={problemOf} />
  }
  if (error === null) return <Skeleton />
  return (
    <Notice
      tone="error"
      title={t('security.questionsUnavailable')}
      action={
        <Button variant="quiet" busy={isFetching} onClick={() => void refetch()}>
          {t('retry')}
        </Button>
      }
    >
      {t(`${error.error.code}.next`, { ns: 'errors', ...error.error.params })}
    </Notice>
  )
}

/** The step's fields in their order, for the summary. */
function useSecurityFields(): StepField<SecurityForm>[] {
  const { t } = useTranslation('enrolment')
  const rows = ([0, 1, 2] as const).flatMap((row): StepField<SecurityForm>[] => [
    { name: `answers.${row}.questionId`, label: t('security.questionNumber', { number: row + 1 }) },
    { name: `answers.${row}.answer`, label: t('security.answerNumber', { number: row + 1 }) },
  ])
  return [{ name: 'newPassword', label: t('security.newPassword') }, ...rows]
}

function isBlank({ newPassword, answers }: SecurityForm): boolean {
  return newPassword === '' && answers.every(({ answer }) => answer.trim() === '')
}
