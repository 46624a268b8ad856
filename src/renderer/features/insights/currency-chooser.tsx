import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { RouteOutput } from '../../../shared/contract/routes.ts'
import { currencies, type Preferences } from '../../../shared/contract/identity/preferences.ts'
import { callPortal } from '../../common/data/portal.ts'
import { profileQuery } from '../../common/data/queries.ts'
import { isWithin, paths } from '../../common/navigation/navigation.ts'
import { useReportCurrency } from './period/use-report.ts'
import styles from './currency-chooser.module.css'
import { ChevronDownIcon } from '../../ui/icons.tsx'

type Profile = RouteOutput<'profile.read'>

type Currency = Preferences['currency']

/** What amounts are shown in: the preference of the profile itself, and of a report what its address names. */
export function CurrencyChooser() {
  const [path] = useLocation()
  const { data } = useQuery(profileQuery)
  if (data === undefined) return null
  const isOfReport = path === paths.insights || isWithin(paths.figures, path)
  return isOfReport ? <OfReport profile={data} /> : <OfProfile profile={data} />
}

type OfWhich = { readonly profile: Profile }

function OfProfile({ profile }: OfWhich) {
  const { choose, wanted } = useChoice(profile)
  const { currency } = profile.preferences.current
  return <CurrencySelect value={wanted ?? currency} onChoose={(next) => void choose(next)} />
}

/** One comes back to the currency of before by going back. */
function OfReport({ profile }: OfWhich) {
  const { choose, wanted } = useChoice(profile)
  const report = useReportCurrency()
  const present = report.chosen ?? profile.preferences.current.currency
  // Null once another page is open, whose address this is not to change.
  const show = useRef<typeof report.choose | null>(null)
  useEffect(() => {
    show.current = report.choose
    return () => {
      show.current = null
    }
  })
  const change = async (next: Currency) => {
    if (await choose(next)) show.current?.(present, next)
  }
  return <CurrencySelect value={wanted ?? present} onChoose={(next) => void change(next)} />
}

type CurrencySelectProps = {
  readonly value: Currency
  readonly onChoose: (currency: Currency) => void
}

function CurrencySelect({ value, onChoose }: CurrencySelectProps) {
  const { t } = useTranslation('insights')
  return (
    <span className={styles['currency']}>
      <select
        aria-label={t('currency')}
        value={value}
        onChange={({ target: { selectedIndex } }) => {
          const chosen = currencies[selectedIndex]
          if (chosen !== undefined) onChoose(chosen)
        }}
      >
        {currencies.map((currency) => (
          <option key={currency}>{currency}</option>
        ))}
      </select>
      <ChevronDownIcon size={16} />
    </span>
  )
}

/** Saves at once; where that fails, `choose` answers false and what was in force shows again. */
function useChoice(profile: Profile) {
  const queryClient = useQueryClient()
  const [wanted, setWanted] = useState<Currency | null>(null)
  const save = async (version: string, currency: Currency): Promise<boolean> => {
    const result = await callPortal('profile.savePreferences', { version, changes: { currency } })
    if (!result.ok) return false
    const { kind, current, version: present } = result.data
    // Something else was changed elsewhere: this choice stands beside it.
    if (kind === 'conflict') return save(present, currency)
    // What was asked before would put the former currency back.
    await queryClient.cancelQueries(profileQuery)
    queryClient.setQueryData(
      profileQuery.queryKey,
      (before) => before && { ...before, preferences: { current, version: present } },
    )
    return true
  }
  const choose = async (currency: Currency) => {
    setWanted(currency)
    const isSaved = await save(profile.preferences.version, currency)
    setWanted(null)
    return isSaved
  }
  return { choose, wanted }
}
