import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { showEmailAddress } from '../../../../shared/rules/email-address.ts'
import type { Me } from '../../../../shared/contract/identity/me.ts'
import { atOnce, useSendCode } from '../../../common/email-code/use-send-code.ts'
import { SendAgain } from '../../../common/forms/send-again.tsx'
import { LoadFailure } from '../../../common/frames/load-failure.tsx'
import { useReauthentication } from '../../../common/email-code/reauthentication.tsx'
import { NeedsPortal } from '../../../common/offline/needs-portal.tsx'
import { Button, ButtonRow } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { pendingEmailQuery } from '../../../common/data/queries.ts'
import { EmailChangeForm } from './email-change-form.tsx'
import type { EmailForm } from './email-form.ts'
import { EmailPending, type EmailOutcome } from './email-pending.tsx'
import styles from './profile-form.module.css'
import { Block } from './section.tsx'
import { useFocusAfter } from '../../../ui/keep-focus.ts'

type EmailBlockProps = { readonly form: UseFormReturn<EmailForm>; readonly me: Me }

/** The address, and its change: the new one counts once the code that was sent to it is entered. */
export function EmailBlock({ form, me }: EmailBlockProps) {
  const { t } = useTranslation('profile')
  const { data: pending, dataUpdatedAt } = useQuery({
    ...pendingEmailQuery,
    enabled: me.pendingEmail !== null,
  })
  // What was typed and not sent is still there: the form opens with it.
  const [changing, setChanging] = useState(() => form.getValues('email') !== '')
  const [pressed, setPressed] = useState(false)
  const [outcome, setOutcome] = useState<EmailOutcome | null>(null)
  const reauthentication = useReauthentication()
  useFocusAfter(outcome, 'email-title')
  const address = showEmailAddress(me.email)
  const waits = me.pendingEmail !== null && pending !== undefined && pending !== null
  const change = () => {
    setOutcome(null)
    // A mistyped address is there to be corrected.
    if (!me.emailConfirmed) form.reset({ email: address, emailConfirmation: '' })
    setPressed(true)
    setChanging(true)
  }
  return (
    <Block id="email-title" title={t('email.title')}>
      <p className={styles['fact']}>
        {t('email.current')}{' '}
        <strong>
          <bdi>{address}</bdi>
        </strong>{' '}
        {!me.emailConfirmed && t('email.unconfirmed.status')}
      </p>
      {outcome !== null && (
        <Outcome outcome={outcome} email={address} confirmed={me.emailConfirmed} />
      )}
      {changing && !(waits && me.emailConfirmed) ? (
        <EmailChangeForm
          form={form}
          confirmed={me.emailConfirmed}
          reauthentication={reauthentication}
          takesFocus={pressed}
          onClose={() => setChanging(false)}
        />
      ) : waits ? (
        <EmailPending
          pending={pending}
          at={dataUpdatedAt}
          email={address}
          confirmed={me.emailConfirmed}
          reauthentication={reauthentication}
          onDone={(done, refused) => {
            setOutcome(done)
            setPressed(true)
            // An address that was refused is most often mistyped: it is there to be corrected.
            if (refused !== undefined) form.reset({ email: refused, emailConfirmation: '' })
            setChanging(refused !== undefined)
          }}
        />
      ) : (
        !me.emailConfirmed && <FirstCode email={me.email} onSent={() => setOutcome(null)} />
      )}
      {(!waits || !me.emailConfirmed) && !changing && (
        <ButtonRow>
          <Button variant="secondary" onClick={change}>
            {t(me.emailConfirmed ? 'email.change' : 'email.correct')}
          </Button>
        </ButtonRow>
      )}
      {reauthentication.dialog}
    </Block>
  )
}

/** A code for the address that waits since the enrolment, where no code counts any more. */
function FirstCode({ email, onSent }: { readonly email: string; readonly onSent: () => void }) {
  const { busy, sent, error, send } = useSendCode(email, atOnce, onSent)
  return (
    <>
      <SendAgain from={0} busy={busy} sent={sent} onSend={() => void send()} />
      <NeedsPortal />
      {error !== null && (
        <LoadFailure
          means="needsPortalFailed"
          error={error}
          busy={busy}
          onRetry={() => void send()}
        />
      )}
    </>
  )
}

type OutcomeProps = {
  readonly outcome: EmailOutcome
  readonly email: string
  readonly confirmed: boolean
}

function Outcome({ outcome, email, confirmed }: OutcomeProps) {
  const { t } = useTranslation('profile')
  const isFirst = outcome === 'confirmed' || (outcome === 'expired' && !confirmed)
  const text = isFirst ? (`email.unconfirmed.${outcome}` as const) : (`email.${outcome}` as const)
  const done = outcome === 'changed' || outcome === 'confirmed'
  return <Notice tone={done ? 'success' : 'information'}>{t(text, { email })}</Notice>
}
