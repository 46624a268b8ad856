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

/** A password that will expire, and questions to rehearse: each can be put off. */
export function Reminders() {
  const { t } = useTranslation('servnet')
  const reminders = useQuery(remindersQuery).data
  const { leaving, putOff } = usePuttingOff()
  if (reminders === undefined) return null
  const { passwordExpiresInDays: days, rehearsalDue } = reminders
  if (days === null && !rehearsalDue) return null
  return (
    <div className={styles['reminders']}>
      {days !== null && (
        <Reminder
          title={days === 0 ? t('reminders.expiresToday') : t('reminders.expires', { count: days })}
          text={t('reminders.expiresText')}
          tone="warning"
          action={t('reminders.changeNow')}
          leadsTo={paths.profilePassword}
          busy={leaving === 'passwordExpiry'}
          onLater={() => void putOff('passwordExpiry')}
        />
      )}
      {rehearsalDue && (
        <Reminder
          title={t('reminders.rehearsal')}
          text={t('reminders.rehearsalText')}
          tone="information"
          action={t('reminders.rehearse')}
          leadsTo={paths.profileRehearsal}
          busy={leaving === 'rehearsal'}
          onLater={() => void putOff('rehearsal')}
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

const signs = { warning: WarningIcon, information: InfoIcon } as const

type ReminderProps = {
  readonly title: string
  readonly text: string
  readonly tone: keyof typeof signs
  readonly action: string
  readonly leadsTo: Path
  readonly busy: boolean
  readonly onLater: () => void
}

function Reminder({ title, text, tone, action, leadsTo, busy, onLater }: ReminderProps) {
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
        <Button variant="quiet" busy={busy} onClick={onLater}>
          {t('reminders.later')}
        </Button>
      </div>
    </section>
  )
}
