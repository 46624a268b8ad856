import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { showEmailAddress } from '../../../shared/rules/email-address.ts'
import type { RouteInput } from '../../../shared/contract/routes.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { InfoIcon, WarningIcon } from '../../ui/icons.tsx'
import { Notice } from '../../ui/notice.tsx'
import { paths, type Path } from '../../common/navigation/navigation.ts'
import { callPortal } from '../../common/data/portal.ts'
import { remindersQuery } from './api.ts'
import { EmailReminder } from './email-reminder.tsx'
import styles from './reminders.module.css'

type Name = RouteInput<'profile.dismissReminder'>['reminder']

/**
 * An address to confirm, what waits to be saved, a password that will expire and questions to
 * rehearse; all but what is unsaved can be put off.
 */
export function Reminders() {
  const { t } = useTranslation('servnet')
  const reminders = useQuery(remindersQuery).data
  const { leaving, putOff } = usePuttingOff()
  const { confirmed, confirm } = useConfirmedEmail()
  if (reminders === undefined) return null
  const { passwordExpiresInDays: days, rehearsalDue, emailToConfirm, unsaved } = reminders
  const nothing = days === null && !rehearsalDue && emailToConfirm === null && unsaved === null
  if (nothing && confirmed === null) return null
  return (
    <div className={styles['reminders']}>
      {confirmed !== null && <Confirmed email={confirmed} />}
      {emailToConfirm !== null && confirmed === null && (
        <EmailReminder
          email={emailToConfirm}
          later={{ busy: leaving === 'email', on: () => void putOff('email') }}
          onConfirmed={() => confirm(emailToConfirm)}
        />
      )}
      {unsaved !== null && (
        <Reminder
          title={t('reminders.unsaved')}
          text={t('reminders.unsavedText')}
          tone="information"
          action={t('reminders.resume')}
          leadsTo={pagesOfParts[unsaved]}
        />
      )}
      {days !== null && (
        <Reminder
          title={days === 0 ? t('reminders.expiresToday') : t('reminders.expires', { count: days })}
          text={t('reminders.expiresText')}
          tone="warning"
          action={t('reminders.changeNow')}
          leadsTo={paths.profilePassword}
          later={{ busy: leaving === 'passwordExpiry', on: () => void putOff('passwordExpiry') }}
        />
      )}
      {rehearsalDue && (
        <Reminder
          title={t('reminders.rehearsal')}
          text={t('reminders.rehearsalText')}
          tone="information"
          action={t('reminders.rehearse')}
          leadsTo={paths.profileRehearsal}
          later={{ busy: leaving === 'rehearsal', on: () => void putOff('rehearsal') }}
        />
      )}
    </div>
  )
}

/** The address that was confirmed here just now: said instead of the card. */
function useConfirmedEmail() {
  const queryClient = useQueryClient()
  const [confirmed, setConfirmed] = useState<string | null>(null)
  const confirm = (email: string) => {
    setConfirmed(email)
    void queryClient.invalidateQueries({ queryKey: remindersQuery.queryKey })
  }
  return { confirmed, confirm }
}

/** In the place of the form that had the focus, which goes on here. */
function Confirmed({ email }: { readonly email: string }) {
  const { t } = useTranslation('profile')
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [])
  return (
    <div ref={place} tabIndex={-1}>
      <Notice tone="success">
        {t('email.unconfirmed.confirmed', { email: showEmailAddress(email) })}
      </Notice>
    </div>
  )
}

function usePuttingOff() {
  const queryClient = useQueryClient()
  const [leaving, setLeaving] = useState<Name | null>(null)
  const putOff = async (reminder: Name) => {
    setLeaving(reminder)
    const result = await callPortal('profile.dismissReminder', { reminder })
    setLeaving(null)
    if (result.ok) queryClient.setQueryData(remindersQuery.queryKey, result.data)
  }
  return { leaving, putOff }
}

const pagesOfParts = { personal: paths.profilePersonal, preferences: paths.profile } as const

const signs = { warning: WarningIcon, information: InfoIcon } as const

type ReminderProps = {
  readonly title: string
  readonly text: string
  readonly tone: keyof typeof signs
  readonly action: string
  readonly leadsTo: Path
  /** Puts it off, where that is possible. */
  readonly later?: { readonly busy: boolean; readonly on: () => void }
}

function Reminder({ title, text, tone, action, leadsTo, later }: ReminderProps) {
  const { t } = useTranslation('servnet')
  const Sign = signs[tone]
  return (
    <section className={styles['reminder']} aria-label={title}>
      <span className={styles['sign']} data-tone={tone}>
        <Sign />
      </span>
      <div className={styles['text']}>
        <p className={styles['title']}>{title}</p>
        <p className={styles['more']}>{text}</p>
      </div>
      <div className={styles['actions']}>
        <Link className={buttonClass('secondary')} href={leadsTo}>
          {action}
        </Link>
        {later && (
          <Button variant="quiet" busy={later.busy} onClick={later.on}>
            {t('reminders.later')}
          </Button>
        )}
      </div>
    </section>
  )
}
