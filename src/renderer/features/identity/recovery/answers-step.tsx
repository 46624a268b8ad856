import { useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import formStyles from '../../../common/forms/form.module.css'
import { StepForm } from '../../../common/forms/step-form.tsx'
import { StepSummary } from '../../../common/forms/step-summary.tsx'
import { useClearedCode, useStep, type StepField } from '../../../common/forms/use-step.ts'
import { Button, ButtonRow } from '../../../ui/button.tsx'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { formatTime } from '../../../common/i18n/format.ts'
import { callPortal } from '../../../common/data/portal.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { CodeSection } from './code-section.tsx'
import type { AnswersForm } from './form-rules.ts'
import type { AnswersView, Take } from './use-recovery.ts'
import styles from './recovery.module.css'
import { SignInOpen } from './username-step.tsx'

type AnswersStepProps = {
  readonly view: AnswersView
  readonly at: number
  readonly form: UseFormReturn<AnswersForm>
  readonly take: Take
  readonly onBack: () => void
}

/** "Réponse aux questions de sécurité": answers and code, checked together. */
export function AnswersStep({ view, at, form, take, onBack }: AnswersStepProps) {
  const { t } = useTranslation(['recovery', 'forms'])
  const { questions, codeRequired, codeFormat, attemptsLeft } = view
  const step = useStep(form, useAnswerFields(view))
  const check = form.handleSubmit(async ({ code, answers }) => {
    const body = {
      ...(codeRequired && { code }),
      answers: questions.map(({ id }, index) => ({
        questionId: id,
        answer: answers[index]?.answer ?? '',
      })),
    }
    await step.send(() => take(() => callPortal('recovery.answer', body)))
  })
  useClearedCode(form, step)
  const onReplaced = () => {
    step.dismiss()
    form.resetField('code')
    form.setFocus('code')
  }
  return (
    <StepForm step={step} className={formStyles['form']} onSubmit={() => void check()}>
      <StepSummary {...step.summary}>
        {step.failure?.error.code === 'verification_failed' && (
          <p>{t('attempts.left', { ns: 'forms', count: attemptsLeft })}</p>
        )}
        <SignInOpen failure={step.failure} />
      </StepSummary>
      <Intro view={view} at={at} />
      {questions.length > 0 && <Answers {...{ view, form, problemsOf: step.problemsOf }} />}
      {codeFormat !== null && (
        <CodeSection
          {...{ view, at, take, onReplaced }}
          format={codeFormat}
          field={form.register('code')}
          problem={step.problemsOf('code')[0]}
        />
      )}
      <ButtonRow>
        <Button
          type="submit"
          busy={step.busy}
          unavailable={step.waiting}
          busyLabel={t('answers.checking')}
        >
          {t('next')}
        </Button>
        <Button variant="secondary" onClick={onBack}>
          {t('previous')}
        </Button>
      </ButtonRow>
    </StepForm>
  )
}

/** Whose request it is, what it asks for and until when. */
function Intro({ view, at }: Pick<AnswersStepProps, 'view' | 'at'>) {
  const { t } = useTranslation('recovery')
  const language = useLanguage()
  const { questions, codeRequired, username, expiresIn } = view
  const asked =
    questions.length === 0 ? 'introCode' : codeRequired ? 'introWithCode' : ('intro' as const)
  return (
    <div className={styles['intro']}>
      <p>{t(`answers.${asked}`)}</p>
      <p className={`${styles['quiet']} ${styles['facts']}`}>
        <span>{t('answers.account', { username })}</span>{' '}
        <span>{t('answers.until', { time: formatTime(language, at + expiresIn * 1000) })}</span>
      </p>
    </div>
  )
}

type AnswersProps = Pick<AnswersStepProps, 'view' | 'form'> & {
  readonly problemsOf: (name: `answers.${number}.answer`) => readonly string[]
}

/** Shown while one types, as when they were chosen; one press hides them. */
function Answers({ view, form, problemsOf }: AnswersProps) {
  const { t } = useTranslation(['recovery', 'forms'])
  const [hidden, setHidden] = useState(false)
  return (
    <section className={formStyles['section']} aria-labelledby="questions-title">
      <div className={formStyles['sectionHead']}>
        <h2 id="questions-title">{t('answers.questionsTitle')}</h2>
        <p>{t('answers.hint')}</p>
      </div>
      <div className={styles['answers']}>
        {view.questions.map(({ id, text }, index) => (
          <TextField
            key={id}
            {...form.register(`answers.${index}.answer`)}
            id={`answers.${index}.answer`}
            type={hidden ? 'password' : 'text'}
            label={text}
            error={problemsOf(`answers.${index}.answer`)[0]}
            autoComplete="off"
            autoCorrect="off"
            spellCheck={false}
          />
        ))}
      </div>
      <Checkbox
        label={t('questions.hide', { ns: 'forms' })}
        checked={hidden}
        onChange={(event) => setHidden(event.target.checked)}
      />
    </section>
  )
}

/** The step's fields in their order, for the summary. */
function useAnswerFields({ questions, codeRequired }: AnswersView): StepField<AnswersForm>[] {
  const { t } = useTranslation('forms')
  const answers = questions.map((_, index): StepField<AnswersForm> => ({
    name: `answers.${index}.answer`,
    label: t('questions.answer', { number: index + 1 }),
  }))
  return codeRequired ? [...answers, { name: 'code', label: t('code.label') }] : answers
}
