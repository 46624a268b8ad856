import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { RouteInput } from '../../../shared/ipc/routes.ts'
import { Button, buttonClass } from '../../components/ui/button.tsx'
import { InfoIcon, WarningIcon } from '../../components/ui/icons.tsx'
import { paths, type Path } from '../../lib/navigation.ts'
import { callPortal } from '../../lib/portal.ts'
import { remindersQuery } from './api.ts'
import styles from './reminders.module.css'

type Name = RouteInput<'profile.dismissReminder'>['reminder']

/** What waits to be saved; a password that will expire and questions to rehearse, which can be put off. */
export function Reminders() {
  const { t } = useTranslation('servnet')
  const reminders = useQuery(remindersQuery).data
  const { leaving, putOff } = usePuttingOff()
  if (reminders === undefined) return null
  const { passwordExpiresInDays: days, rehearsalDue, unsaved } = reminders
  if (days === null && !rehearsalDue && unsaved === null) return null
  return (
    <div className={styles['reminders']}>
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
