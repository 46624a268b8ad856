import { zodResolver } from '@hookform/resolvers/zod'
import { useEffect, useMemo, useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { assertNever } from '../../../../shared/assert-never.ts'
import type { RecoveryView } from '../../../../shared/contract/identity/recovery-view.ts'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Stepper } from '../../../ui/stepper.tsx'
import { issueCode } from '../../../common/forms/form-rules.ts'
import { keepTypedUsername, typedUsername } from '../../../common/data/app-store.ts'
import { AnswersStep } from './answers-step.tsx'
import {
  answersFormSchema,
  isSameUsername,
  noAnswers,
  usernameFormSchema,
  type AnswersForm,
  type UsernameForm,
} from './form-rules.ts'
import { PasswordStep } from './password-step.tsx'
import styles from './recovery.module.css'
import type { OpenRecovery, Take } from './use-recovery.ts'
import { UsernameStep } from './username-step.tsx'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { paths } from '../../../common/navigation/navigation.ts'
import { callPortal } from '../../../common/data/portal.ts'

type RecoveryFlowProps = { readonly recovery: OpenRecovery; readonly take: Take }

const steps = ['username', 'answers', 'password'] as const

/** The three steps. The forms of the first two live here, so that going back loses nothing. */
export function RecoveryFlow({ recovery, take }: RecoveryFlowProps) {
  const { t } = useTranslation('recovery')
  const { view } = recovery
  const { usernameForm, answersForm, changingUsername, setChangingUsername } = useForms(recovery)
  const step = changingUsername ? 'username' : view.step
  // Without questions the second step is about the code alone.
  const codeOnly = view.step === 'answers' && view.questions.length === 0
  const nameOf = (one: (typeof steps)[number]) =>
    t(`steps.${one === 'answers' && codeOnly ? 'code' : one}`)
  const heading = step === 'done' ? t('done.heading') : nameOf(step)
  const position = step === 'done' ? steps.length : steps.indexOf(step)
  return (
    <>
      <p className={styles['title']}>{t('title')}</p>
      <Stepper steps={steps.map(nameOf)} current={position} />
      {/* Each step starts at its heading, for the eye and for the screen reader. */}
      <div className={styles['head']}>
        <PageHeading key={step} title={`${t('title')} – ${heading}`}>
          {heading}
        </PageHeading>
      </div>
      <Step
        {...{ step, recovery, take, usernameForm, answersForm }}
        onBack={() => setChangingUsername(true)}
        onOtherUsername={() => {
          answersForm.reset(noAnswers)
          setChangingUsername(false)
        }}
        onSameUsername={() => setChangingUsername(false)}
      />
    </>
  )
}

type StepProps = RecoveryFlowProps &
  Pick<ReturnType<typeof useForms>, 'usernameForm' | 'answersForm'> & {
    readonly step: RecoveryView['step']
    readonly onBack: () => void
    readonly onOtherUsername: () => void
    readonly onSameUsername: () => void
  }

function Step({ step, recovery, take, usernameForm, answersForm, ...on }: StepProps) {
  const { view, at, over } = recovery
  if (step === 'username') {
    return (
      <UsernameStep
        form={usernameForm}
        begunFor={view.step === 'username' ? null : view.username}
        {...{ over, take }}
        onBegun={on.onOtherUsername}
        onSame={on.onSameUsername}
      />
    )
  }
  switch (view.step) {
    case 'username':
      return null
    case 'answers':
      return <AnswersStep {...{ view, at, take }} form={answersForm} onBack={on.onBack} />
    case 'password':
      return <PasswordStep username={view.username} take={take} />
    case 'done':
      return <RecoveryDone username={view.username} />
    default:
      return assertNever(view)
  }
}

function useForms({ view }: OpenRecovery) {
  // What stood in the sign-in's field counts more than what was begun before.
  const [carried] = useState(typedUsername)
  const [changingUsername, setChangingUsername] = useState(
    () => carried !== null && view.step !== 'done' && !isSameUsername(carried, view.username),
  )
  const usernameForm = useForm<UsernameForm>({
    resolver: zodResolver(usernameFormSchema, { error: issueCode }),
    shouldFocusError: false,
    defaultValues: { username: carried ?? view.username ?? '' },
  })
  const questions = view.step === 'answers' ? view.questions.length : 0
  const codeFormat = view.step === 'answers' ? view.codeFormat : null
  const schema = useMemo(() => answersFormSchema(questions, codeFormat), [questions, codeFormat])
  const answersForm = useForm<AnswersForm>({
    resolver: zodResolver(schema, { error: issueCode }),
    mode: 'onTouched',
    shouldFocusError: false,
    defaultValues: noAnswers,
  })
  // Whoever goes back to signing in finds there what stands here.
  useEffect(
    () =>
      usernameForm.subscribe({
        formState: { values: true },
        callback: ({ values }) => keepTypedUsername(values.username),
      }),
    [usernameForm],
  )
  useEffect(() => {
    // Answers to what is over are secrets that nobody needs any more.
    if (view.step !== 'answers') answersForm.reset(noAnswers)
  }, [view.step, answersForm])
  return { usernameForm, answersForm, changingUsername, setChangingUsername }
}

/** "Vous pouvez vous connecter en utilisant le nouveau mot de passe." */
export function RecoveryDone({ username }: { readonly username: string }) {
  const { t } = useTranslation('recovery')
  const [, navigate] = useLocation()
  useEffect(() => {
    keepTypedUsername(username)
    // It has arrived: whoever comes back here forgets another password.
    void callPortal('recovery.leave', {})
  }, [username])
  return (
    <div className={styles['done']}>
      <Notice tone="success" title={t('done.text')}>
        {t('done.sessions')}
      </Notice>
      <Button onClick={() => navigate(paths.signIn)}>{t('done.action')}</Button>
    </div>
  )
}
