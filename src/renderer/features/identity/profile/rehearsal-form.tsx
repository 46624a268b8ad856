import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import {
  chosenAnswersRequestSchema,
  type Rehearsal,
  type SecurityQuestion,
} from '../../../../shared/contract/identity/security-questions.ts'
import { StepForm } from '../../../common/forms/step-form.tsx'
import { StepSummary } from '../../../common/forms/step-summary.tsx'
import { useStep } from '../../../common/forms/use-step.ts'
import { rowNumbers } from '../../../common/questions/question-fields.tsx'
import type { Reauthentication } from '../../../common/email-code/reauthentication.tsx'
import { Button, ButtonRow } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { issueCode } from '../../../common/forms/form-rules.ts'
import { callPortal } from '../../../common/data/portal.ts'
import styles from './profile-form.module.css'

type RehearsalFormProps = {
  readonly questions: readonly SecurityQuestion[]
  readonly run: Reauthentication['run']
  readonly onChecked: (results: Rehearsal['results']) => void
}

/** The person's own questions, each with an empty field. */
export function RehearsalForm({ questions, run, onChecked }: RehearsalFormProps) {
  const { t } = useTranslation('profile')
  const rows = rowNumbers.map((row) => ({ row, question: questions[row] }))
  const form = useForm<z.input<typeof chosenAnswersRequestSchema>>({
    resolver: zodResolver(chosenAnswersRequestSchema, { error: issueCode }),
    criteriaMode: 'all',
    mode: 'onTouched',
    shouldFocusError: false,
    defaultValues: {
      answers: questions.map(({ id }) => ({ questionId: id, answer: '' })),
    },
  })
  const step = useStep(
    form,
    rows.map(({ row, question }) => ({
      name: `answers.${row}.answer` as const,
      label: question?.text ?? '',
    })),
  )
  const check = form.handleSubmit(async (data) => {
    const checked = await step.send(() =>
      run({ kind: 'rehearse' }, () => callPortal('security.rehearse', data)),
    )
    if (checked !== null) onChecked(checked.results)
  })
  return (
    <StepForm step={step} className={styles['form']} onSubmit={() => void check()}>
      <StepSummary {...step.summary} />
      {rows.map(({ row, question }) => (
        <TextField
          key={row}
          {...form.register(`answers.${row}.answer`)}
          id={`answers.${row}.answer`}
          label={question?.text ?? ''}
          error={step.problemsOf(`answers.${row}.answer`)[0]}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
        />
      ))}
      <ButtonRow>
        <Button
          type="submit"
          busy={step.busy}
          unavailable={step.waiting}
          busyLabel={t('rehearsal.checking')}
        >
          {t('rehearsal.submit')}
        </Button>
      </ButtonRow>
    </StepForm>
  )
}
