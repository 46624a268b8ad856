import { zodResolver } from '@hookform/resolvers/zod'
import { useMemo } from 'react'
import { useForm, useWatch, type FieldPath, type UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { z } from 'zod'
import type { AnswerContext } from '../../../../shared/identity/answers.ts'
import type { Me } from '../../../../shared/contract/identity/me.ts'
import {
  chosenAnswersRequestSchema,
  type SecurityQuestion,
} from '../../../../shared/contract/identity/security-questions.ts'
import { StepForm } from '../../../common/forms/step-form.tsx'
import { StepSummary } from '../../../common/forms/step-summary.tsx'
import { useStep, type StepField } from '../../../common/forms/use-step.ts'
import { QuestionChoice } from '../../../common/questions/question-choice.tsx'
import {
  otherRows,
  rowNumbers,
  type QuestionRow,
} from '../../../common/questions/question-fields.tsx'
import type { Reauthentication } from '../../../common/email-code/reauthentication.tsx'
import { Button, buttonClass, ButtonRow } from '../../../ui/button.tsx'
import { addAnswerIssues, issueCode } from '../../../common/forms/form-rules.ts'
import { paths } from '../../../common/navigation/navigation.ts'
import { callPortal } from '../../../common/data/portal.ts'
import styles from './profile-form.module.css'
import { Block } from './section.tsx'

function questionsFormSchema(context: AnswerContext) {
  return chosenAnswersRequestSchema.superRefine(({ answers }, issues) =>
    addAnswerIssues(issues, answers, context),
  )
}
type QuestionsFormValues = z.input<ReturnType<typeof questionsFormSchema>>

type QuestionsFormProps = {
  readonly me: Me
  readonly run: Reauthentication['run']
  readonly onSaved: (questions: readonly SecurityQuestion[]) => void
}

/** All three anew, with their answers. */
export function QuestionsForm({ me: { username, email }, run, onSaved }: QuestionsFormProps) {
  const { t } = useTranslation('profile')
  const schema = useMemo(() => questionsFormSchema({ username, email }), [username, email])
  const form = useForm<QuestionsFormValues>({
    resolver: zodResolver(schema, { error: issueCode }),
    criteriaMode: 'all',
    mode: 'onTouched',
    shouldFocusError: false,
    defaultValues: { answers: rowNumbers.map(() => ({ questionId: '', answer: '' })) },
  })
  const step = useStep(form, useQuestionFields())
  const rows = useRows(form, (name) => step.problemsOf(name)[0])
  const save = form.handleSubmit(async (data) => {
    const saved = await step.send(() =>
      run({ kind: 'changeQuestions' }, () => callPortal('security.saveQuestions', data)),
    )
    if (saved === null) return
    form.reset()
    onSaved(saved.items)
  })
  return (
    <Block id="new-questions" title={t('questions.changeTitle')} intro={t('questions.changeIntro')}>
      <StepForm step={step} className={styles['form']} onSubmit={() => void save()}>
        <StepSummary {...step.summary} />
        <QuestionChoice rows={rows} />
        <ButtonRow>
          <Button
            type="submit"
            busy={step.busy}
            unavailable={step.waiting}
            busyLabel={t('save.saving')}
          >
            {t('questions.submit')}
          </Button>
          <Link className={buttonClass('secondary')} href={paths.profileSecurity}>
            {t('questions.cancel')}
          </Link>
        </ButtonRow>
      </StepForm>
    </Block>
  )
}

function useRows(
  form: UseFormReturn<QuestionsFormValues>,
  problemOf: (name: FieldPath<QuestionsFormValues>) => string | undefined,
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

/** The form's fields in their order, for the summary. */
function useQuestionFields(): StepField<QuestionsFormValues>[] {
  const { t } = useTranslation('forms')
  return rowNumbers.flatMap((row): StepField<QuestionsFormValues>[] => [
    { name: `answers.${row}.questionId`, label: t('questions.question', { number: row + 1 }) },
    { name: `answers.${row}.answer`, label: t('questions.answer', { number: row + 1 }) },
  ])
}
