import { useState, type ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'
import {
  idleChoices,
  idleMinutes,
  type IdleMinutes,
  type LockPolicy,
  type LockState,
} from '../../../../shared/contract/offline/lock.ts'
import type { AppError } from '../../../../shared/contract/result.ts'
import { FailureNotice } from '../../../common/frames/load-failure.tsx'
import { callPortal } from '../../../common/data/portal.ts'
import { Button, ButtonRow } from '../../../ui/button.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import styles from './profile-form.module.css'

const usualMinutes: IdleMinutes = 15

/** What stands there until one chooses: the usual time, or the longest that is allowed. */
export function firstMinutes(policy: LockPolicy): IdleMinutes {
  return idleChoices(policy).findLast((minutes) => minutes <= usualMinutes) ?? usualMinutes
}

/** A text of the field, as what it stands for. */
export function idleMinutesOf(text: string, policy: LockPolicy): IdleMinutes {
  return idleChoices(policy).find((minutes) => String(minutes) === text) ?? firstMinutes(policy)
}

type MinutesFieldProps = Omit<ComponentProps<typeof SelectField>, 'label' | 'hint' | 'children'> & {
  readonly policy: LockPolicy
}

/** After how long without the keyboard and the mouse the app locks by itself. */
export function MinutesField({ policy, ...props }: MinutesFieldProps) {
  const { t } = useTranslation('profile')
  const choices = idleChoices(policy)
  const isLimited = choices.length < idleMinutes.length
  return (
    <SelectField
      {...props}
      label={t('lock.after')}
      {...(isLimited ? { hint: t('lock.managedTime') } : {})}
    >
      {choices.map((minutes) => (
        <option key={minutes} value={minutes}>
          {t('lock.minutes', { count: minutes })}
        </option>
      ))}
    </SelectField>
  )
}

type LockTimeProps = {
  readonly minutes: IdleMinutes
  readonly policy: LockPolicy
  readonly onDone: (state: LockState) => void
}

/** Another time, which needs no password: it makes nothing easier to open. */
export function LockTime({ minutes, policy, onDone }: LockTimeProps) {
  const { t } = useTranslation('profile')
  const [chosen, setChosen] = useState<IdleMinutes>(minutes)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const save = async () => {
    setBusy(true)
    const result = await callPortal('lock.configure', { kind: 'idle', idleMinutes: chosen })
    setBusy(false)
    setError(result.ok ? null : result.error)
    if (result.ok) onDone(result.data)
  }
  return (
    <div className={styles['form']}>
      {error !== null && <FailureNotice error={error} />}
      <MinutesField
        policy={policy}
        value={chosen}
        onChange={(event) => setChosen(idleMinutesOf(event.currentTarget.value, policy))}
      />
      <ButtonRow>
        <Button
          variant={chosen === minutes ? 'ink' : 'primary'}
          busy={busy}
          busyLabel={t('lock.saving')}
          unavailable={chosen === minutes}
          onClick={() => void save()}
        >
          {t('lock.saveTime')}
        </Button>
      </ButtonRow>
    </div>
  )
}
