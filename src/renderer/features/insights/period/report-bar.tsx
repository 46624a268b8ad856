import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { clientQuery, usePolicies } from '../../../common/credit/queries.ts'
import { formatReportDay } from '../../../common/credit/figure-formats.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { Button } from '../../../ui/button.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { isDay, periodFaults, presets, type Period, type PeriodFault } from './period-rules.ts'
import styles from './report-bar.module.css'
import type { useReport } from './use-report.ts'

type Days = { readonly from: string; readonly to: string }

type ReportBarProps = {
  readonly report: ReturnType<typeof useReport>
  /** The days of what is shown, to begin with when one chooses others. */
  readonly shown: { readonly from: string; readonly to: string } | null
}

/** What the dashboard is about: the period, and one policy or all. */
export function ReportBar({ report, shown }: ReportBarProps) {
  const { t } = useTranslation('dashboard')
  const { period, policy, client, choosePeriod, choosePolicy } = report
  // The period from which one wants to go on to days of one's own.
  const [leaving, setLeaving] = useState<Period['kind'] | null>(null)
  const isChoosing = period.kind === 'chosen' || leaving === period.kind
  const choose = (kind: string) => {
    const preset = presets.find((one) => one === kind)
    setLeaving(preset === undefined ? period.kind : null)
    if (preset !== undefined) choosePeriod({ kind: preset })
  }
  const choosePeriodOfDays = (days: Days) => {
    setLeaving(null)
    choosePeriod({ kind: 'chosen', ...days })
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
      {isChoosing && <PeriodForm {...{ report, shown }} onChoose={choosePeriodOfDays} />}
      <PolicyChoice policy={policy} client={client} onChoose={choosePolicy} />
    </div>
  )
}

type PeriodFormProps = ReportBarProps & { readonly onChoose: (days: Days) => void }

/** Two days; what is wrong with them stands at the field, and what was typed stays. */
function PeriodForm({ report: { period, today }, shown, onChoose }: PeriodFormProps) {
  const { t } = useTranslation('dashboard')
  const language = useLanguage()
  const first =
    period.kind === 'chosen' ? period : { from: shown?.from ?? '', to: shown?.to ?? today }
  const [days, setDays] = useState<Days>(first)
  const [former, setFormer] = useState(period)
  // Going back to another period shows its days.
  if (period.kind === 'chosen' && !isSamePeriod(period, former)) {
    setFormer(period)
    setDays(period)
  }
  // An address may name days that are none.
  const [isTried, setIsTried] = useState(period.kind === 'chosen')
  const faults = isTried ? periodFaults(days.from, days.to, today) : null
  const textOf = (fault: PeriodFault | null | undefined) =>
    fault
      ? t(`period.${fault}`, {
          from: isDay(days.from) ? formatReportDay(language, days.from) : '',
          today: formatReportDay(language, today),
        })
      : undefined
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setIsTried(true)
    const typed = typedIn(event.currentTarget, days)
    setDays(typed)
    const found = periodFaults(typed.from, typed.to, today)
    if (found === null) onChoose(typed)
    else document.getElementById(found.from === null ? 'period-to' : 'period-from')?.focus()
  }
  return (
    <form className={styles['days']} noValidate onSubmit={submit}>
      {(['from', 'to'] as const).map((end) => (
        <TextField
          key={end}
          id={`period-${end}`}
          type="date"
          label={t(`period.${end}`)}
          max={today}
          value={isDay(days[end]) ? days[end] : ''}
          error={textOf(faults?.[end])}
          onChange={({ target }) => setDays({ ...days, [end]: valueOf(target) })}
        />
      ))}
      <div>
        <Button type="submit" variant="secondary">
          {t('period.show')}
        </Button>
      </div>
    </form>
  )
}

function isSamePeriod(one: Period, other: Period): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** What stands for a day that is no day, of which browsers tell no more than that. */
const noSuchDay = '?'

function valueOf({ value, validity }: HTMLInputElement): string {
  return validity.badInput ? noSuchDay : value
}

/** As the fields have it: of a day that does not exist they tell only when they are asked. */
function typedIn(form: HTMLFormElement, days: Days): Days {
  const valueNow = (end: keyof Days) => {
    const field = form.querySelector<HTMLInputElement>(`#period-${end}`)
    if (field === null) return days[end]
    const value = valueOf(field)
    // What an address named and no field can hold is still what is wrong.
    return value === '' && days[end] !== noSuchDay && !isDay(days[end]) ? days[end] : value
  }
  return { from: valueNow('from'), to: valueNow('to') }
}

type PolicyChoiceProps = {
  /** Whose policies one chooses from; null for all that are granted. */
  readonly client: string | null
  readonly policy: string | null
  readonly onChoose: (policy: string | null) => void
}

/** Whoever has one policy has nothing to choose. */
function PolicyChoice({ policy, client, onChoose }: PolicyChoiceProps) {
  const { t } = useTranslation('dashboard')
  const granted = usePolicies().data?.policies
  const { data } = useQuery({ ...clientQuery(client ?? ''), enabled: client !== null })
  const policies = (client === null ? granted : data?.client.policies) ?? []
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
