import { zodResolver } from '@hookform/resolvers/zod'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { PendingEmailView } from '../../../shared/ipc/profile-view.ts'
import type { AppError } from '../../../shared/ipc/result.ts'
import { showEmailAddress } from '../../../shared/email-address.ts'
import { emailChangeConfirmSchema } from '../../../shared/portal/email-changes.ts'
import { SendAgain } from '../../components/forms/send-again.tsx'
import { StepForm } from '../../components/forms/step-form.tsx'
import { StepSummary } from '../../components/forms/step-summary.tsx'
import { useStep } from '../../components/forms/use-step.ts'
import { LoadFailure } from '../../components/load-failure.tsx'
import type { Reauthentication } from '../../components/reauthentication.tsx'
import { Button } from '../../components/ui/button.tsx'
import { CodeField } from '../../components/ui/code-field.tsx'
import { Notice, type NoticeTone } from '../../components/ui/notice.tsx'
import { issueCode } from '../../lib/forms/form-rules.ts'
import { callPortal } from '../../lib/portal.ts'
import { profileQuery } from '../../lib/queries.ts'
import { pendingEmailQuery } from './api.ts'
import type { EmailOutcome } from './email-block.tsx'
import styles from './profile-form.module.css'

const tones = {
  queued: 'information',
  sent: 'information',
  delayed: 'warning',
  refused: 'error',
} as const satisfies Record<PendingEmailView['delivery'], NoticeTone>

type EmailPendingProps = {
  readonly pending: PendingEmailView
  /** When that was so, in milliseconds since the epoch. */
  readonly at: number
  /** The address that still counts. */
  readonly email: string
  readonly reauthentication: Reauthentication
  /** With the address to correct, where it was refused. */
  readonly onDone: (outcome: EmailOutcome, address?: string) => void
}

/** How the message is doing, the code, another one, or giving it up. */
export function EmailPending({ pending, at, email, reauthentication, onDone }: EmailPendingProps) {
  const { t } = useTranslation('profile')
  const { delivery } = pending
  const address = showEmailAddress(pending.email)
  const refused = delivery === 'refused'
  const forget = useForget()
  const again = useSendAgain(pending, reauthentication)
  const cancelling = useCancel(async () => {
    await forget()
    onDone('cancelled', refused ? address : undefined)
  })
  return (
    <div className={styles['pending']}>
      <Notice
        tone={tones[delivery]}
        title={t(refused ? 'email.refusedTitle' : 'email.pending', { email: address })}
      >
        {t(`email.delivery.${delivery}`)}{' '}
        {t(refused ? 'email.unchanged' : 'email.stillCurrent', { email })}
      </Notice>
      {!refused && (
        <CodeForm pending={pending} onDone={(outcome) => void forget().then(() => onDone(outcome))}>
          <SendAgain
            from={at + pending.codeAgainIn * 1000}
            busy={again.busy}
            sent={again.sent}
            onSend={() => void again.send()}
          />
        </CodeForm>
      )}
      {again.error !== null && (
        <LoadFailure error={again.error} busy={again.busy} onRetry={() => void again.send()} />
      )}
      {cancelling.error !== null && (
        <LoadFailure error={cancelling.error} busy={false} onRetry={() => void cancelling.run()} />
      )}
      <div>
        <Button variant="secondary" busy={cancelling.busy} onClick={() => void cancelling.run()}>
          {t(refused ? 'email.correct' : 'email.giveUp')}
        </Button>
      </div>
    </div>
  )
}

type CodeFormProps = {
  readonly pending: PendingEmailView
  readonly onDone: (outcome: EmailOutcome) => void
  /** Beside the code. */
  readonly children: React.ReactNode
}

function CodeForm({ pending, onDone, children }: CodeFormProps) {
  const { t } = useTranslation(['profile', 'forms'])
  const queryClient = useQueryClient()
  const form = useForm({
    resolver: zodResolver(emailChangeConfirmSchema, { error: issueCode }),
    shouldFocusError: false,
    defaultValues: { code: '' },
  })
  const step = useStep(form, [{ name: 'code', label: t('code.label', { ns: 'forms' }) }])
  const confirm = form.handleSubmit(async (data) => {
    const done = await step.send(async () => {
      const result = await callPortal('profile.confirmEmail', data)
      if (result.ok || result.error.code !== 'flow_expired') return result
      // Too late, or ended from another device: there is no code to enter any more.
      onDone('expired')
      return null
    })
    if (done !== null) onDone('changed')
    else await queryClient.invalidateQueries({ queryKey: pendingEmailQuery.queryKey })
  })
  const wrong = step.failure?.error.code === 'verification_failed'
  return (
    <StepForm step={step} className={styles['form']} onSubmit={() => void confirm()}>
      <StepSummary {...step.summary}>
        {wrong && <p>{t('attempts.left', { ns: 'forms', count: pending.attemptsLeft })}</p>}
      </StepSummary>
      <CodeField
        {...form.register('code')}
        id="code"
        label={t('code.label', { ns: 'forms' })}
        hint={t('code.hint', { ns: 'forms' })}
        error={step.problemsOf('code')[0]}
      />
      {children}
      <div>
        <Button type="submit" busy={step.busy} unavailable={step.waiting}>
          {t(step.busy ? 'email.confirming' : 'email.confirm')}
        </Button>
      </div>
    </StepForm>
  )
}

/** Reads anew whether an address waits, and who one is. */
function useForget() {
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries({ queryKey: profileQuery.queryKey })
}

function useSendAgain({ email }: PendingEmailView, { run }: Reauthentication) {
  const queryClient = useQueryClient()
  const [state, setState] = useState({ busy: false, sent: false, error: noError() })
  const send = async () => {
    setState({ busy: true, sent: false, error: null })
    const result = await run(() =>
      callPortal('profile.requestEmail', { email, emailConfirmation: email }),
    )
    const sent = result?.ok === true
    setState({ busy: false, sent, error: result?.ok === false ? result.error : null })
    if (sent) queryClient.setQueryData(pendingEmailQuery.queryKey, result.data)
  }
  return { ...state, send }
}

function useCancel(onCancelled: () => Promise<void>) {
  const [state, setState] = useState({ busy: false, error: noError() })
  const run = async () => {
    setState({ busy: true, error: null })
    const result = await callPortal('profile.cancelEmail', {})
    setState({ busy: false, error: result.ok ? null : result.error })
    if (result.ok) await onCancelled()
  }
  return { ...state, run }
}

function noError(): AppError | null {
  return null
}
