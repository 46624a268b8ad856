import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { BuyerFilters } from '../../../../shared/contract/credit/buyers.ts'
import { limitStatuses } from '../../../../shared/contract/credit/credit-limits.ts'
import { usePolicies } from '../../../common/credit/queries.ts'
import { metaQuery } from '../../../common/data/queries.ts'
import { countriesByName } from '../../../common/i18n/names.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { FilterSelect } from '../../../ui/filter-select.tsx'

type FilterName = 'country' | 'band' | 'decision' | 'policy'

type Options = Readonly<Record<FilterName, readonly { value: string; label: string }[]>>

type BuyerFilterBarProps = {
  readonly filters: BuyerFilters
  readonly onFilter: (name: FilterName, value: string | null) => void
}

/** By country, band, decision and policy; each can be taken off. */
export function BuyerFilterBar({ filters, onFilter }: BuyerFilterBarProps) {
  const { t } = useTranslation(['buyers', 'credit'])
  const language = useLanguage()
  const { data: meta } = useQuery(metaQuery)
  const { data: policies } = usePolicies()
  const options = useMemo(
    (): Options => ({
      country: countriesByName(language).map(({ code, name }) => ({ value: code, label: name })),
      band: (meta?.ratingBands ?? []).map(({ id, name, from, to }) => ({
        value: id,
        label: `${name[language]} (${from}–${to})`,
      })),
      decision: limitStatuses.map((value) => ({
        value,
        label: t(`status.${value}`, { ns: 'credit' }),
      })),
      policy: (policies?.policies ?? []).map(({ id, name }) => ({
        value: id,
        label: `${name} (${id})`,
      })),
    }),
    [t, language, meta, policies],
  )
  const names = ['country', 'band', 'decision', 'policy'] as const
  return names
    .filter((name) => options[name].length > 0)
    .map((name) => (
      <FilterSelect
        key={name}
        label={t(`filters.${name}`)}
        all={t(name === 'country' ? 'filters.all' : 'filters.allFeminine')}
        takeLabel={t('filters.take', { filter: t(`filters.${name}`) })}
        value={filters[name] ?? null}
        options={options[name]}
        onChange={(value) => onFilter(name, value)}
      />
    ))
}
