import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { policiesQuery } from '../../../common/credit/queries.ts'
import { formatReportDay } from '../../../common/credit/figure-formats.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { Button } from '../../../ui/button.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { periodFaults, presets, type PeriodFault } from './period-rules.ts'
import styles from './report-bar.module.css'
import type { useReport } from './use-report.ts'

type ReportBarProps = {
  readonly report: ReturnType<typeof useReport>
  /** The days of what is shown, to begin with when one chooses others. */
  readonly shown: { readonly from: string; readonly to: string } | null
}

/** What the dashboard is about: the period, and one policy or all. */
export function ReportBar({ report, shown }: ReportBarProps) {
  const { t } = useTranslation('dashboard')
  const { period, policy, choosePeriod, choosePolicy } = report
  const [isChoosing, setIsChoosing] = useState(period.kind === 'chosen')
  const choose = (kind: string) => {
    const preset = presets.find((one) => one === kind)
    setIsChoosing(preset === undefined)
    if (preset !== undefined) choosePeriod({ kind: preset })
  }
  return (
    <div className={styles['bar']}>
      <SelectField
        id="period"
        label={t('period.label')}
        value={isChoosing ? 'chosen' : period.kind}
        onChange={({ target }) => choose(target.value)}
      >
        {presets.map((preset) => (
          <option key={preset} value={preset}>
            {t(`period.${preset}`)}
          </option>
        ))}
        <option value="chosen">{t('period.chosen')}</option>
      </SelectField>
      {isChoosing && <PeriodForm {...{ report, shown }} />}
      <PolicyChoice policy={policy} onChoose={choosePolicy} />
    </div>
  )
}

/** Two days; what is wrong with them stands at the field, and what was typed stays. */
function PeriodForm({ report: { period, today, choosePeriod }, shown }: ReportBarProps) {
  const { t } = useTranslation('dashboard')
  const language = useLanguage()
  const first = period.kind === 'chosen' ? period : shown
  const [days, setDays] = useState({ from: first?.from ?? '', to: first?.to ?? today })
  const [isTried, setIsTried] = useState(false)
  const faults = isTried ? periodFaults(days.from, days.to, today) : null
  const textOf = (fault: PeriodFault | null | undefined) =>
    fault
      ? t(`period.${fault}`, {
          from: days.from === '' ? '' : formatReportDay(language, days.from),
          today: formatReportDay(language, today),
        })
      : undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setIsTried(true)
    const found = periodFaults(days.from, days.to, today)
    if (found === null) choosePeriod({ kind: 'chosen', ...days })
    else document.getElementById(found.from === null ? 'period-to' : 'period-from')?.focus()
  }
  return (
    <form className={styles['days']} noValidate onSubmit={submit}>
      <TextField
        id="period-from"
        type="date"
        label={t('period.from')}
        value={days.from}
        error={textOf(faults?.from)}
        onChange={({ target }) => setDays({ ...days, from: target.value })}
      />
      <TextField
        id="period-to"
        type="date"
        label={t('period.to')}
        max={today}
        value={days.to}
        error={textOf(faults?.to)}
        onChange={({ target }) => setDays({ ...days, to: target.value })}
      />
      <div>
        <Button type="submit" variant="secondary">
          {t('period.show')}
        </Button>
      </div>
    </form>
  )
}

type PolicyChoiceProps = {
  readonly policy: string | null
  readonly onChoose: (policy: string | null) => void
}

/** Whoever has one policy has nothing to choose. */
function PolicyChoice({ policy, onChoose }: PolicyChoiceProps) {
  const { t } = useTranslation('dashboard')
  const policies = useQuery(policiesQuery).data?.policies ?? []
  if (policies.length < 2 && policy === null) return null
  return (
    <SelectField
      id="policy"
      label={t('policy.label')}
      value={policy ?? ''}
      onChange={({ target: { value } }) => onChoose(value === '' ? null : value)}
    >
      <option value="">{t('policy.all')}</option>
      {policy !== null && policies.every(({ id }) => id !== policy) && (
        <option value={policy}>{policy}</option>
      )}
      {policies.map(({ id, name }) => (
        <option key={id} value={id}>
          {`${name} (${id})`}
        </option>
      ))}
    </SelectField>
  )
}
