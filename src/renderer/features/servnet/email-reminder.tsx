import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { assertNever } from '../../../shared/assert-never.ts'
import { showEmailAddress } from '../../../shared/rules/email-address.ts'
import type { PendingEmailView } from '../../../shared/contract/identity/profile-view.ts'
import { EmailCodeForm, useCodeStep } from '../../common/email-code/email-code-form.tsx'
import { atOnce, useSendCode } from '../../common/email-code/use-send-code.ts'
import { NeedsPortal } from '../../common/offline/needs-portal.tsx'
import { SendAgain } from '../../common/forms/send-again.tsx'
import { LoadFailure } from '../../common/frames/load-failure.tsx'
import { Button, buttonClass } from '../../ui/button.tsx'
import { InfoIcon } from '../../ui/icons.tsx'
import { paths } from '../../common/navigation/navigation.ts'
import { pendingEmailQuery } from '../../common/data/queries.ts'
import { useFocusAfter } from '../../ui/keep-focus.ts'
import styles from './reminders.module.css'

type EmailReminderProps = {
  /** The address of the enrolment, as it is kept. */
  readonly email: string
  /** Puts it away until the next sign-in. */
  readonly later: { readonly busy: boolean; readonly on: () => void }
  readonly onConfirmed: () => void
}

/** The address that waits for its code: the code, another one, or the way to correct it. */
export function EmailReminder({ email, later, onConfirmed }: EmailReminderProps) {
  const { t } = useTranslation(['servnet', 'profile'])
  const { data: pending, dataUpdatedAt: at } = useQuery(pendingEmailQuery)
  if (pending === undefined) return null
  const title = t('reminders.confirmEmail')
  return (
    <section className={styles['reminder']} aria-label={title}>
      <span className={styles['sign']}>
        <InfoIcon />
      </span>
      <div className={styles['whole']}>
        <div className={styles['text']}>
          <p className={styles['title']}>{title}</p>
          <p className={styles['more']}>
            <State email={showEmailAddress(email)} pending={pending} />
          </p>
        </div>
        <Code {...{ email, pending, at, onConfirmed }}>
          <Link className={buttonClass('secondary')} href={paths.profilePersonal}>
            {t('email.correct', { ns: 'profile' })}
          </Link>
          <Button variant="quiet" busy={later.busy} onClick={later.on}>
            {t('reminders.later')}
          </Button>
        </Code>
      </div>
    </section>
  )
}

type Pending = { readonly pending: PendingEmailView | null }

/** Neither out of its time nor mistaken too often. */
function counts(pending: PendingEmailView | null): pending is PendingEmailView {
  return pending !== null && pending.attemptsLeft > 0 && pending.codeExpiresIn > 0
}

/** Where the code is, and what its being entered changes. */
function State({ email, pending }: Pending & { readonly email: string }) {
  const { t } = useTranslation(['servnet', 'profile'])
  if (!counts(pending)) return t('reminders.codeOver', { email })
  switch (pending.delivery) {
    case 'refused':
      return `${t('email.refusedTitle', { ns: 'profile', email })}. ${t('email.delivery.refused', { ns: 'profile' })}`
    case 'delayed':
      return `${t('reminders.codeSent', { email })} ${t('email.delivery.delayed', { ns: 'profile' })}`
    case 'queued':
    case 'sent':
      return t('reminders.codeSent', { email })
    default:
      return assertNever(pending.delivery)
  }
}

type CodeProps = Pending &
  Pick<EmailReminderProps, 'email' | 'onConfirmed'> & {
    readonly at: number
    /** What else can be done. */
    readonly children: ReactNode
  }

function Code({ email, pending, at, onConfirmed, children }: CodeProps) {
  const queryClient = useQueryClient()
  const code = useCodeStep()
  const sending = useSendCode(email, atOnce, code.clear)
  const send = () => void sending.send()
  // The button is gone where a form took its place.
  useFocusAfter(sending.sent ? at : null, 'code')
  const readAnew = () =>
    void queryClient.invalidateQueries({ queryKey: pendingEmailQuery.queryKey })
  const again = (
    <SendAgain
      from={pending === null ? 0 : at + pending.codeAgainIn * 1000}
      busy={sending.busy}
      sent={sending.sent}
      onSend={send}
    />
  )
  return (
    <>
      {counts(pending) && pending.delivery !== 'refused' ? (
        <EmailCodeForm
          {...{ pending, at, code }}
          onDone={(outcome) => (outcome === 'confirmed' ? onConfirmed() : readAnew())}
          actions={children}
        >
          {again}
        </EmailCodeForm>
      ) : (
        <>
          {again}
          <div className={styles['actions']}>{children}</div>
          <NeedsPortal />
        </>
      )}
      {sending.error !== null && (
        <LoadFailure
          means="needsPortalFailed"
          error={sending.error}
          busy={sending.busy}
          onRetry={send}
        />
      )}
    </>
  )
}
