import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import {
  limitFiltersSchema,
  limitStatuses,
  type CreditLimit,
  type LimitFilters,
} from '../../../../shared/contract/credit/credit-limits.ts'
import { formatTotal } from '../../../common/credit/list-formats.ts'
import { ListPage } from '../../../common/credit/list-page.tsx'
import { usePolicies } from '../../../common/credit/queries.ts'
import { useListFilters } from '../../../common/credit/use-list-filters.ts'
import { useListView } from '../../../common/credit/use-list-view.ts'
import { callPortal } from '../../../common/data/portal.ts'
import { profileQuery } from '../../../common/data/queries.ts'
import { useWindows } from '../../../common/data/use-windows.ts'
import type { ReadWindow } from '../../../common/data/windows.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { countriesByName } from '../../../common/i18n/names.ts'
import { limitPath, paths } from '../../../common/navigation/navigation.ts'
import { Button, buttonClass } from '../../../ui/button.tsx'
import { FilterSelect } from '../../../ui/filter-select.tsx'
import { Loading } from '../../../ui/skeleton.tsx'
import { ProductsNav } from '../products-nav.tsx'
import { firstColumns, gridSortOf, limitSortOf, useLimitColumns } from './limit-columns.tsx'

/** What these rows show of what main keeps. */
const changes = ['credit_limits']

const keyOf = ({ id }: CreditLimit) => id
const nameOf = ({ buyerName }: CreditLimit) => buyerName

/** Every credit limit of the policies that are granted. */
export function LimitsPage() {
  const { t } = useTranslation('buyers')
  const { data: profile, isError } = useQuery(profileQuery)
  const { view, change } = useListView('limits')
  if (view === null || (profile === undefined && !isError)) {
    return <Loading text={t('limits.loading')} />
  }
  const country = profile?.preferences.current.defaultSearchCountry ?? null
  return <LimitsList country={country} view={view} onView={change} />
}

type LimitsListProps = {
  /** What one begins with; null for everywhere. */
  readonly country: string | null
  readonly view: NonNullable<ReturnType<typeof useListView>['view']>
  readonly onView: ReturnType<typeof useListView>['change']
}

function LimitsList({ country, view, onView }: LimitsListProps) {
  const { t } = useTranslation('buyers')
  const language = useLanguage()
  const [, navigate] = useLocation()
  const columns = useLimitColumns()
  const { filters, change, windows, place, keepPlace } = useLimits(country)
  const isNarrowed = filterNames.some((name) => filters[name] !== undefined)
  return (
    <ListPage
      title={t('limits.title')}
      nav={<ProductsNav />}
      search={{
        label: t('limits.search'),
        typed: filters.q ?? '',
        onType: (q) => change({ ...filters, q }, true),
      }}
      filters={<LimitFilterBar filters={filters} onChange={change} />}
      columns={columns}
      firstColumns={firstColumns}
      view={view}
      onView={onView}
      windows={windows}
      sort={gridSortOf(filters.sort)}
      onSort={(sort) => change({ ...filters, sort: limitSortOf(sort) })}
      exported={{ kind: 'limits', filters }}
      texts={{
        loading: t('limits.loading'),
        all: (count) => t('limits.all', { count, total: formatTotal(language, count) }),
      }}
      keyOf={keyOf}
      nameOf={nameOf}
      onOpen={({ id }, index) => {
        keepPlace({ opened: index })
        navigate(limitPath(id))
      }}
      place={place}
      onLeave={(first) => keepPlace({ first })}
      empty={
        <NoLimits
          typed={(filters.q ?? '').trim()}
          onClear={
            isNarrowed
              ? () => change({ q: filters.q, sort: filters.sort, client: filters.client })
              : null
          }
        />
      }
    />
  )
}

function useLimits(country: string | null) {
  const list = useListFilters('limits', limitFiltersSchema, country)
  const { filters, place } = list
  const read: ReadWindow<CreditLimit> = useCallback(
    (offset, limit) => {
      const { q, ...others } = filters
      const asked = q?.trim() ? filters : others
      return callPortal('credit.limits', { offset, limit, filters: asked })
    },
    [filters],
  )
  return { ...list, windows: useWindows(read, changes, place?.first ?? place?.opened) }
}

const filterNames = ['country', 'status', 'policy'] as const

type LimitFilterBarProps = {
  readonly filters: LimitFilters
  readonly onChange: (filters: LimitFilters) => void
}

function LimitFilterBar({ filters, onChange }: LimitFilterBarProps) {
  const { t } = useTranslation(['buyers', 'credit'])
  const language = useLanguage()
  const { data } = usePolicies()
  const options = useMemo(
    () => ({
      country: countriesByName(language).map(({ code, name }) => ({ value: code, label: name })),
      status: limitStatuses.map((value) => ({
        value,
        label: t(`status.${value}`, { ns: 'credit' }),
      })),
      policy: (data?.policies ?? []).map(({ id, name }) => ({
        value: id,
        label: `${name} (${id})`,
      })),
    }),
    [t, language, data],
  )
  const set = (name: (typeof filterNames)[number], value: string | null) => {
    const status = limitStatuses.find((one) => one === value)
    onChange({
      ...filters,
      ...(name === 'status' ? { status } : { [name]: value ?? undefined }),
    })
  }
  return filterNames
    .filter((name) => options[name].length > 0)
    .map((name) => (
      <FilterSelect
        key={name}
        label={t(`filters.${name}`)}
        all={t(name === 'policy' ? 'filters.allFeminine' : 'filters.all')}
        takeLabel={t('filters.take', { filter: t(`filters.${name}`) })}
        value={filters[name] ?? null}
        options={options[name]}
        onChange={(value) => set(name, value)}
      />
    ))
}

type NoLimitsProps = { readonly typed: string; readonly onClear: (() => void) | null }

/** In place of the rows, with what to do next. */
function NoLimits({ typed, onClear }: NoLimitsProps) {
  const { t } = useTranslation('buyers')
  const isNarrowed = onClear !== null || typed !== ''
  return (
    <>
      <p>{t(isNarrowed ? 'limits.none' : 'limits.empty')}</p>
      {onClear !== null && (
        <Button variant="secondary" onClick={onClear}>
          {t('search.clearFilters')}
        </Button>
      )}
      <Link className={buttonClass(isNarrowed ? 'secondary' : 'primary')} href={paths.apply}>
        {t(isNarrowed ? 'apply' : 'search.applyFirst')}
      </Link>
    </>
  )
}
