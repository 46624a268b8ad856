import { useState, type ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'
import {
  idleMinutes,
  type IdleMinutes,
  type LockState,
} from '../../../../shared/contract/offline/lock.ts'
import type { AppError } from '../../../../shared/contract/result.ts'
import { FailureNotice } from '../../../common/frames/load-failure.tsx'
import { callPortal } from '../../../common/data/portal.ts'
import { Button, ButtonRow } from '../../../ui/button.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import styles from './profile-form.module.css'

export const usualMinutes: IdleMinutes = 15

/** A text of the field, as what it stands for. */
export function idleMinutesOf(text: string): IdleMinutes {
  return idleMinutes.find((minutes) => String(minutes) === text) ?? usualMinutes
}

type MinutesFieldProps = Omit<ComponentProps<typeof SelectField>, 'label' | 'children'>

/** After how long without the keyboard and the mouse the app locks by itself. */
export function MinutesField(props: MinutesFieldProps) {
  const { t } = useTranslation('profile')
  return (
    <SelectField {...props} label={t('lock.after')}>
      {idleMinutes.map((minutes) => (
        <option key={minutes} value={minutes}>
          {t('lock.minutes', { count: minutes })}
        </option>
      ))}
    </SelectField>
  )
}

type LockTimeProps = {
  readonly minutes: IdleMinutes
  readonly onDone: (state: LockState) => void
}

/** Another time, which needs no password: it makes nothing easier to open. */
export function LockTime({ minutes, onDone }: LockTimeProps) {
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
        value={chosen}
        onChange={(event) => setChosen(idleMinutesOf(event.currentTarget.value))}
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
