import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RouteOutput } from '../../../shared/contract/routes.ts'
import {
  currencies,
  currencySchema,
  type Preferences,
} from '../../../shared/contract/identity/preferences.ts'
import { callPortal } from '../../common/data/portal.ts'
import { profileQuery } from '../../common/data/queries.ts'
import styles from './currency-chooser.module.css'
import { ChevronDownIcon } from '../../ui/icons.tsx'

type Profile = RouteOutput<'profile.read'>

/** What amounts are shown in: the preference of the profile itself. */
export function CurrencyChooser() {
  const { t } = useTranslation('insights')
  const { data } = useQuery(profileQuery)
  const { choose, wanted } = useChoice(data)
  if (data === undefined) return null
  return (
    <span className={styles['currency']}>
      <select
        aria-label={t('currency')}
        value={wanted ?? data.preferences.current.currency}
        onChange={({ target: { value } }) => void choose(value)}
      >
        {currencies.map((currency) => (
          <option key={currency}>{currency}</option>
        ))}
      </select>
      <ChevronDownIcon size={16} />
    </span>
  )
}

/** Saves at once; where that fails, what was in force shows again. */
function useChoice(profile: Profile | undefined) {
  const queryClient = useQueryClient()
  const [wanted, setWanted] = useState<Preferences['currency'] | null>(null)
  const save = async (version: string, currency: Preferences['currency']): Promise<void> => {
    const result = await callPortal('profile.savePreferences', { version, changes: { currency } })
    if (!result.ok) return
    const { kind, current, version: present } = result.data
    // Something else was changed elsewhere: this choice stands beside it.
    if (kind === 'conflict') return save(present, currency)
    // What was asked before would put the former currency back.
    await queryClient.cancelQueries(profileQuery)
    queryClient.setQueryData(
      profileQuery.queryKey,
      (before) => before && { ...before, preferences: { current, version: present } },
    )
  }
  const choose = async (value: string) => {
    const currency = currencySchema.safeParse(value)
    if (profile === undefined || !currency.success) return
    setWanted(currency.data)
    await save(profile.preferences.version, currency.data)
    setWanted(null)
  }
  return { choose, wanted }
}
