import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PendingEmailView } from '../../../../shared/contract/identity/profile-view.ts'
import type { AppError } from '../../../../shared/contract/result.ts'
import { showEmailAddress } from '../../../../shared/rules/email-address.ts'
import { EmailCodeForm, useCodeStep } from '../../../common/email-code/email-code-form.tsx'
import { atOnce, useSendCode } from '../../../common/email-code/use-send-code.ts'
import { SendAgain } from '../../../common/forms/send-again.tsx'
import { LoadFailure } from '../../../common/frames/load-failure.tsx'
import type { Reauthentication } from '../../../common/email-code/reauthentication.tsx'
import { Button, ButtonRow } from '../../../ui/button.tsx'
import { Notice, type NoticeTone } from '../../../ui/notice.tsx'
import { callPortal } from '../../../common/data/portal.ts'
import { profileQuery } from '../../../common/data/queries.ts'
import styles from './profile-form.module.css'

/** What came of the last change, to be said. */
export type EmailOutcome = 'changed' | 'confirmed' | 'cancelled' | 'expired'

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
  /** Whether one was confirmed before: else it is the first one that waits, and there is no way back. */
  readonly confirmed: boolean
  readonly reauthentication: Reauthentication
  /** With the address to correct, where it was refused. */
  readonly onDone: (outcome: EmailOutcome, address?: string) => void
}

/** How the message is doing, the code, another one, or giving it up. */
export function EmailPending(props: EmailPendingProps) {
  const { pending, at, email, confirmed, reauthentication, onDone } = props
  const { t } = useTranslation('profile')
  const { delivery } = pending
  const address = showEmailAddress(pending.email)
  const refused = delivery === 'refused'
  const forget = useForget()
  const code = useCodeStep()
  const again = useSendCode(pending.email, confirmed ? reauthentication.run : atOnce, code.clear)
  const cancelling = useCancel(async () => {
    await forget()
    onDone('cancelled', refused ? address : undefined)
  })
  const giveUp = confirmed && (
    <Button variant="secondary" busy={cancelling.busy} onClick={() => void cancelling.run()}>
      {t(refused ? 'email.correct' : 'email.giveUp')}
    </Button>
  )
  return (
    <div className={styles['pending']}>
      <Notice
        tone={tones[delivery]}
        title={t(refused ? 'email.refusedTitle' : 'email.pending', { email: address })}
      >
        {t(`email.delivery.${delivery}`)} {t(whatHoldsMeanwhile(confirmed, refused), { email })}
      </Notice>
      {!refused && (
        <EmailCodeForm
          {...{ pending, at, code }}
          onDone={(outcome) =>
            void forget().then(() =>
              onDone(outcome === 'confirmed' && confirmed ? 'changed' : outcome),
            )
          }
          actions={giveUp}
        >
          <SendAgain
            from={at + pending.codeAgainIn * 1000}
            busy={again.busy}
            sent={again.sent}
            onSend={() => void again.send()}
          />
        </EmailCodeForm>
      )}
      {again.error !== null && (
        <LoadFailure
          means="needsPortalFailed"
          error={again.error}
          busy={again.busy}
          onRetry={() => void again.send()}
        />
      )}
      {cancelling.error !== null && (
        <LoadFailure
          means="needsPortalFailed"
          error={cancelling.error}
          busy={false}
          onRetry={() => void cancelling.run()}
        />
      )}
      {refused && <ButtonRow>{giveUp}</ButtonRow>}
    </div>
  )
}

function whatHoldsMeanwhile(confirmed: boolean, refused: boolean) {
  if (confirmed) return refused ? 'email.unchanged' : 'email.stillCurrent'
  return refused ? 'email.unconfirmed.refused' : 'email.unconfirmed.waits'
}

/** Reads anew whether an address waits, and who one is. */
function useForget() {
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries({ queryKey: profileQuery.queryKey })
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
