import { zodResolver } from '@hookform/resolvers/zod'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { EnrolmentDraft } from '../../../../shared/contract/identity/enrolment.ts'
import type { RouteOutput } from '../../../../shared/contract/routes.ts'
import { WarningIcon } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Stepper } from '../../../ui/stepper.tsx'
import { setSession, useAppState } from '../../../common/data/app-store.ts'
import { issueCode } from '../../../common/forms/form-rules.ts'
import { useDraft } from '../../../common/forms/use-draft.ts'
import { callPortal } from '../../../common/data/portal.ts'
import { passwordPolicyQuery } from '../../../common/data/queries.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import styles from './enrolment.module.css'
import { personalDataFormSchema, type PersonalDataForm } from './form-rules.ts'
import { PersonalDataStep } from './personal-data-step.tsx'
import { SecurityStep } from './security-step.tsx'
import { useSecurityForm } from './use-security-form.ts'

type Step = 'security' | 'personalData'

type EnrolmentFlowProps = {
  readonly enrolment: RouteOutput<'enrolment.read'>
  readonly username: string
}

/** Both steps. Their forms live here, so that going back finds everything, secrets included. */
export function EnrolmentFlow({ enrolment, username }: EnrolmentFlowProps) {
  const { t } = useTranslation('enrolment')
  const { state, draft } = enrolment
  const [step, setStep] = useState<Step>(state === 'security' ? 'security' : 'personalData')
  const [securitySaved, setSecuritySaved] = useState(state !== 'security')
  const { security, password, personal, keeper } = useForms(draft, username)
  const heading = useStepFocus(step)
  const steps = ['security', 'personalData'] as const satisfies Step[]
  return (
    <div onBlur={keeper.flush} onSubmit={keeper.flush} className={styles['flow']}>
      <Stepper steps={steps.map((one) => t(`steps.${one}`))} current={steps.indexOf(step)} />
      <div className={styles['stepHead']}>
        <h2 ref={heading} tabIndex={-1}>
          {t(`steps.${step}`)}
        </h2>
        <Kept step={step} kept={keeper.kept} justSaved={state === 'security'} />
      </div>
      <Resumed enrolment={enrolment} step={step} />
      {step === 'security' ? (
        <SecurityStep
          form={security}
          password={password}
          alreadySaved={securitySaved}
          onDone={() => {
            setSecuritySaved(true)
            setStep('personalData')
          }}
        />
      ) : (
        <PersonalDataStep form={personal} onBack={() => setStep('security')} onDone={setSession} />
      )}
    </div>
  )
}

function useForms(draft: EnrolmentDraft, username: string) {
  const language = useLanguage()
  const policy = useQuery(passwordPolicyQuery).data ?? null
  const personal = useForm<PersonalDataForm>({
    resolver: zodResolver(personalDataFormSchema, { error: issueCode }),
    criteriaMode: 'all',
    mode: 'onTouched',
    shouldFocusError: false,
    defaultValues: {
      email: draft.email,
      emailConfirmation: draft.emailConfirmation,
      firstName: draft.firstName,
      lastName: draft.lastName,
      alertsByEmail: draft.alertsByEmail ?? false,
    },
  })
  const [email, firstName, lastName] = useWatch({
    control: personal.control,
    name: ['email', 'firstName', 'lastName'],
  })
  const context = useMemo(
    () => ({
      username,
      email,
      names: [firstName ?? '', lastName].filter((name) => name !== ''),
    }),
    [username, email, firstName, lastName],
  )
  const { form: security, password } = useSecurityForm({
    questionIds: draft.questionIds,
    policy,
    context,
  })
  const readDraft = () => {
    const { firstName: first = '', ...data } = personal.getValues()
    const questionIds = security.getValues('answers').map(({ questionId }) => questionId)
    return { ...data, firstName: first, questionIds, language }
  }
  const keeper = useDraft({ read: readDraft, save: saveDraft })
  const { touch } = keeper
  useEffect(() => {
    const formState = { values: true }
    const stops = [
      personal.subscribe({ formState, callback: touch }),
      security.subscribe({ formState, callback: touch }),
    ]
    return () => stops.forEach((stop) => stop())
  }, [personal, security, touch])
  return { security, password, personal, keeper }
}

async function saveDraft(draft: EnrolmentDraft): Promise<boolean> {
  return (await callPortal('enrolment.saveDraft', draft)).ok
}

/** Each new step starts at its heading, for the eye and for the screen reader. */
function useStepFocus(step: Step) {
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef(step)
  useEffect(() => {
    if (shown.current === step) return
    shown.current = step
    heading.current?.focus()
    window.scrollTo({ top: 0 })
  }, [step])
  return heading
}

type KeptProps = {
  readonly step: Step
  readonly kept: boolean
  /** The first step was saved here, and not in a visit before. */
  readonly justSaved: boolean
}

/** Whether one may stop here and come back. */
function Kept({ step, kept, justSaved }: KeptProps) {
  const { t } = useTranslation('enrolment')
  const canKeep = useAppState()?.canStaySignedIn ?? true
  if (!kept || !canKeep) {
    return (
      <p className={styles['warning']}>
        <WarningIcon size={18} />
        {t('notKept')}
      </p>
    )
  }
  if (step === 'security') return <p>{t('kept')}</p>
  return (
    <p>
      {justSaved && t('stepSaved')} {t('keptData')}
    </p>
  )
}

/** Said once, where one comes back to a half-finished enrolment: what is still there, if anything. */
function Resumed({ enrolment, step }: Pick<EnrolmentFlowProps, 'enrolment'> & { step: Step }) {
  const { t } = useTranslation('enrolment')
  const { state, draft } = enrolment
  const { questionIds, email, firstName, lastName } = draft
  if (state === 'personalData') {
    if (step === 'security') return null
    const typed = isAnyTyped([email, firstName, lastName])
    return (
      <Notice>
        {typed && t('resumedData')} {t('stepSaved')}
      </Notice>
    )
  }
  const typed = isAnyTyped([...questionIds, email, lastName])
  return typed && step === 'security' ? <Notice>{t('resumed')}</Notice> : null
}

const isAnyTyped = (texts: readonly string[]) => texts.some((text) => text !== '')
