import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { showEmailAddress } from '../../../shared/email-address.ts'
import type { Me } from '../../../shared/portal/me.ts'
import { useReauthentication } from '../../components/reauthentication.tsx'
import { Button } from '../../components/ui/button.tsx'
import { Notice } from '../../components/ui/notice.tsx'
import { pendingEmailQuery } from './api.ts'
import { EmailChangeForm } from './email-change-form.tsx'
import type { EmailForm } from './email-form.ts'
import { EmailPending } from './email-pending.tsx'
import styles from './profile-form.module.css'
import { Block } from './section.tsx'
import { useFocusAfter } from './use-focus-after.ts'

/** What came of the last change, to be said. */
export type EmailOutcome = 'changed' | 'cancelled' | 'expired'

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
  const [outcome, setOutcome] = useState<EmailOutcome | null>(null)
  const reauthentication = useReauthentication()
  useFocusAfter(outcome, 'email-title')
  const waits = me.pendingEmail !== null && pending !== undefined && pending !== null
  return (
    <Block
      id="email-title"
      title={t('email.title')}
      action={
        !waits &&
        !changing && (
          <Button
            variant="secondary"
            onClick={() => {
              setOutcome(null)
              setChanging(true)
            }}
          >
            {t('email.change')}
          </Button>
        )
      }
    >
      <p className={styles['fact']}>
        {t('email.current')}{' '}
        <strong>
          <bdi>{showEmailAddress(me.email)}</bdi>
        </strong>
      </p>
      {outcome !== null && <Outcome outcome={outcome} email={showEmailAddress(me.email)} />}
      {waits ? (
        <EmailPending
          pending={pending}
          at={dataUpdatedAt}
          email={showEmailAddress(me.email)}
          reauthentication={reauthentication}
          onDone={(done, address) => {
            setOutcome(done)
            // An address that was refused is most often mistyped: it is there to be corrected.
            if (address !== undefined) form.reset({ email: address, emailConfirmation: '' })
            setChanging(address !== undefined)
          }}
        />
      ) : (
        changing && (
          <EmailChangeForm
            form={form}
            reauthentication={reauthentication}
            onClose={() => setChanging(false)}
          />
        )
      )}
      {reauthentication.dialog}
    </Block>
  )
}

function Outcome({ outcome, email }: { readonly outcome: EmailOutcome; readonly email: string }) {
  const { t } = useTranslation('profile')
  return (
    <Notice tone={outcome === 'changed' ? 'success' : 'information'}>
      {t(`email.${outcome}`, { email })}
    </Notice>
  )
}
