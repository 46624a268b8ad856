import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { type CollectionCase } from '../../../../shared/contract/collectnet/cases.ts'
import {
  caseFiltersSchema,
  caseStatuses,
  type CaseFilters,
} from '../../../../shared/contract/credit/case-filters.ts'
import { formatTotal } from '../../../common/credit/list-formats.ts'
import { ListPage } from '../../../common/credit/list-page.tsx'
import { policyName } from '../../../common/credit/policy-options.ts'
import { usePolicies } from '../../../common/credit/queries.ts'
import { useListFilters } from '../../../common/credit/use-list-filters.ts'
import { useListView } from '../../../common/credit/use-list-view.ts'
import { callPortal } from '../../../common/data/portal.ts'
import { useWindows } from '../../../common/data/use-windows.ts'
import type { ReadWindow } from '../../../common/data/windows.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { casePath, paths } from '../../../common/navigation/navigation.ts'
import { Button, buttonClass } from '../../../ui/button.tsx'
import { FilterSelect } from '../../../ui/filter-select.tsx'
import { Loading } from '../../../ui/skeleton.tsx'
import { caseSortOf, firstColumns, gridSortOf, useCaseColumns } from './case-columns.tsx'
import styles from './cases.module.css'
import { WaitingCases } from './waiting-cases.tsx'

/** What these rows show of what main keeps. */
const changes = ['cases']

const keyOf = ({ id }: CollectionCase) => id
const nameOf = ({ buyerName }: CollectionCase) => buyerName

/** Every case of collection under the policies that are granted. */
export function CasesPage() {
  const { t } = useTranslation('cases')
  const { view, change } = useListView('cases')
  if (view === null) return <Loading text={t('list.loading')} />
  return <CasesList view={view} onView={change} />
}

type CasesListProps = {
  readonly view: NonNullable<ReturnType<typeof useListView>['view']>
  readonly onView: ReturnType<typeof useListView>['change']
}

function CasesList({ view, onView }: CasesListProps) {
  const { t } = useTranslation('cases')
  const language = useLanguage()
  const [, navigate] = useLocation()
  const columns = useCaseColumns()
  const { filters, change, windows, place, keepPlace } = useCases()
  const isNarrowed = filterNames.some((name) => filters[name] !== undefined)
  return (
    <ListPage
      title={t('title')}
      nav={
        <div className={styles['nav']}>
          <div>
            <Link className={buttonClass()} href={paths.newCase}>
              {t('enter.title')}
            </Link>
          </div>
          <WaitingCases />
        </div>
      }
      search={{
        label: t('list.search'),
        typed: filters.q ?? '',
        onType: (q) => change({ ...filters, q }, true),
      }}
      filters={<CaseFilterBar filters={filters} onChange={change} />}
      columns={columns}
      firstColumns={firstColumns}
      view={view}
      onView={onView}
      windows={windows}
      sort={gridSortOf(filters.sort)}
      onSort={(sort) => change({ ...filters, sort: caseSortOf(sort) })}
      exported={{ kind: 'cases', filters }}
      texts={{
        loading: t('list.loading'),
        all: (count) => t('list.all', { count, total: formatTotal(language, count) }),
      }}
      keyOf={keyOf}
      nameOf={nameOf}
      onOpen={({ id }, index) => {
        keepPlace({ opened: index })
        navigate(casePath(id))
      }}
      place={place}
      onLeave={(first) => keepPlace({ first })}
      empty={
        <NoCases
          isNarrowed={isNarrowed || (filters.q ?? '').trim() !== ''}
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

function useCases() {
  const list = useListFilters('cases', caseFiltersSchema, null)
  const { filters, place } = list
  const read: ReadWindow<CollectionCase> = useCallback(
    (offset, limit) => {
      const { q, ...others } = filters
      const asked = q?.trim() ? filters : others
      return callPortal('collectnet.cases', { offset, limit, filters: asked })
    },
    [filters],
  )
  return { ...list, windows: useWindows(read, changes, place?.first ?? place?.opened) }
}

const filterNames = ['status', 'policy'] as const

type CaseFilterBarProps = {
  readonly filters: CaseFilters
  readonly onChange: (filters: CaseFilters) => void
}

function CaseFilterBar({ filters, onChange }: CaseFilterBarProps) {
  const { t } = useTranslation(['cases', 'buyers'])
  const { data } = usePolicies()
  const options = useMemo(
    () => ({
      status: caseStatuses.map((value) => ({ value, label: t(`status.${value}`) })),
      policy: (data?.policies ?? []).map((policy) => ({
        value: policy.id,
        label: policyName(policy),
      })),
    }),
    [t, data],
  )
  const set = (name: (typeof filterNames)[number], value: string | null) => {
    const status = caseStatuses.find((one) => one === value)
    onChange({ ...filters, ...(name === 'status' ? { status } : { policy: value ?? undefined }) })
  }
  return filterNames
    .filter((name) => options[name].length > 0)
    .map((name) => (
      <FilterSelect
        key={name}
        label={t(`buyers:filters.${name}`)}
        all={t(name === 'policy' ? 'buyers:filters.allFeminine' : 'buyers:filters.all')}
        takeLabel={t('buyers:filters.take', { filter: t(`buyers:filters.${name}`) })}
        value={filters[name] ?? null}
        options={options[name]}
        onChange={(value) => set(name, value)}
      />
    ))
}

type NoCasesProps = { readonly isNarrowed: boolean; readonly onClear: (() => void) | null }

/** In place of the rows, with what to do next. */
function NoCases({ isNarrowed, onClear }: NoCasesProps) {
  const { t } = useTranslation(['cases', 'buyers'])
  return (
    <>
      <p>{t(isNarrowed ? 'list.none' : 'list.empty')}</p>
      {onClear !== null && (
        <Button variant="secondary" onClick={onClear}>
          {t('buyers:search.clearFilters')}
        </Button>
      )}
    </>
  )
}
