import { useWatch, type DeepPartial, type FieldPath, type UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import formStyles from '../../../common/forms/form.module.css'
import { StepForm } from '../../../common/forms/step-form.tsx'
import { StepSummary } from '../../../common/forms/step-summary.tsx'
import { useStep, type StepField } from '../../../common/forms/use-step.ts'
import { NewPasswordField } from '../../../common/passwords/new-password-field.tsx'
import type { PasswordState } from '../../../common/passwords/use-password-state.ts'
import { QuestionChoice } from '../../../common/questions/question-choice.tsx'
import {
  otherRows,
  rowNumbers,
  type QuestionRow,
} from '../../../common/questions/question-fields.tsx'
import { Button, ButtonRow } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { callPortal } from '../../../common/data/portal.ts'
import type { SecurityForm } from './form-rules.ts'

type SecurityStepProps = {
  readonly form: UseFormReturn<SecurityForm>
  readonly password: PasswordState
  /** The portal already holds a password and answers of this person: leaving it at that is fine. */
  readonly alreadySaved: boolean
  readonly onDone: () => void
}

/** "Etape 1: Sécurité": a password of one's own and three questions. */
export function SecurityStep({ form, password, alreadySaved, onDone }: SecurityStepProps) {
  const { t } = useTranslation('enrolment')
  const { remote } = password
  const step = useStep(form, useSecurityFields(), {
    newPassword: remote.kind === 'checked' ? remote.failures : [],
  })
  const save = form.handleSubmit(async (data) => {
    const saved = await step.send(() => callPortal('enrolment.saveSecurity', data))
    if (saved !== null) onDone()
  })
  // Nothing new: there is nothing to send, and so nothing to wait for.
  const typed = useWatch({ control: form.control })
  const skips = alreadySaved && isBlank(typed)
  const rows = useQuestionRows(form, (name) => step.problemsOf(name)[0])
  return (
    <StepForm
      step={skips ? ready : step}
      className={formStyles['form']}
      onSubmit={() => (skips ? onDone() : void save())}
    >
      <StepSummary {...step.summary} />
      {alreadySaved && <Notice tone="success">{t('security.alreadySaved')}</Notice>}
      <section className={formStyles['section']} aria-labelledby="password-title">
        <div className={formStyles['sectionHead']}>
          <h3 id="password-title">{t('security.passwordTitle')}</h3>
          <p>{t('security.passwordIntro')}</p>
        </div>
        <NewPasswordField
          field={form.register('newPassword')}
          label={t('security.newPassword')}
          password={password}
          problems={step.problemsOf('newPassword')}
        />
      </section>
      <section className={formStyles['section']} aria-labelledby="questions-title">
        <div className={formStyles['sectionHead']}>
          <h3 id="questions-title">{t('security.questionsTitle')}</h3>
          <p>
            {t('security.questionsIntro')} {t('security.answersHint')}
          </p>
        </div>
        <QuestionChoice rows={rows} />
      </section>
      <ButtonRow>
        <Button
          type="submit"
          busy={step.busy}
          unavailable={step.waiting && !skips}
          busyLabel={t('security.saving')}
        >
          {t('security.next')}
        </Button>
      </ButtonRow>
    </StepForm>
  )
}

function useQuestionRows(
  form: UseFormReturn<SecurityForm>,
  problemOf: (name: FieldPath<SecurityForm>) => string | undefined,
): QuestionRow[] {
  const answers = useWatch({ control: form.control, name: 'answers' })
  return rowNumbers.map((row) => ({
    question: form.register(`answers.${row}.questionId`, { deps: otherRows(row, 'questionId') }),
    answer: form.register(`answers.${row}.answer`, { deps: otherRows(row, 'answer') }),
    chosen: answers[row]?.questionId ?? '',
    problems: {
      question: problemOf(`answers.${row}.questionId`),
      answer: problemOf(`answers.${row}.answer`),
    },
  }))
}

/** The step's fields in their order, for the summary. */
function useSecurityFields(): StepField<SecurityForm>[] {
  const { t } = useTranslation(['enrolment', 'forms'])
  const rows = rowNumbers.flatMap((row): StepField<SecurityForm>[] => [
    {
      name: `answers.${row}.questionId`,
      label: t('questions.question', { ns: 'forms', number: row + 1 }),
    },
    {
      name: `answers.${row}.answer`,
      label: t('questions.answer', { ns: 'forms', number: row + 1 }),
    },
  ])
  return [{ name: 'newPassword', label: t('security.newPassword') }, ...rows]
}

const ready = { busy: false, waiting: false } as const

function isBlank({ newPassword = '', answers = [] }: DeepPartial<SecurityForm>): boolean {
  return newPassword === '' && answers.every((row) => (row?.answer ?? '').trim() === '')
}
