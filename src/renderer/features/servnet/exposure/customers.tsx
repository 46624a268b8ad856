import { useCallback, useMemo, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { z } from 'zod'
import { type ExposureTotals } from '../../../../shared/contract/servnet/exposure.ts'
import {
  coverStates,
  customerFiltersSchema,
  reportingStates,
  type CustomerFilters,
  type LedgerCustomer,
} from '../../../../shared/contract/servnet/ledger-customers.ts'
import { formatTotal } from '../../../common/credit/list-formats.ts'
import { LongList } from '../../../common/credit/long-list.tsx'
import { useListFilters } from '../../../common/credit/use-list-filters.ts'
import { useListView } from '../../../common/credit/use-list-view.ts'
import { callPortal } from '../../../common/data/portal.ts'
import { useWindows } from '../../../common/data/use-windows.ts'
import type { ReadWindow } from '../../../common/data/windows.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { customerPath } from '../../../common/navigation/navigation.ts'
import { Button } from '../../../ui/button.tsx'
import { FilterSelect } from '../../../ui/filter-select.tsx'
import { allColumns, customerSortOf, gridSortOf, useCustomerColumns } from './customer-columns.tsx'
import styles from './exposure.module.css'

/** What these rows show of what main keeps. */
const changes = ['exposure']

const keyOf = ({ key }: LedgerCustomer) => key
const nameOf = ({ name }: LedgerCustomer) => name

/** As the address has it, which knows texts alone. */
const addressSchema = customerFiltersSchema
  .omit({ toMatch: true })
  .extend({ who: z.enum(['to_match']).optional() })
type AddressFilters = z.output<typeof addressSchema>

type CustomersProps = {
  /** Where one comes to from the figures. */
  readonly title: RefObject<HTMLHeadingElement | null>
  readonly totals: ExposureTotals
  /** Another one with another ledger, or another reading of it. */
  readonly round: number
}

/** Those that owe something, each with its limit, its cover and its days. */
export function Customers({ title, totals, round }: CustomersProps) {
  const { t } = useTranslation('exposure')
  const language = useLanguage()
  const [, navigate] = useLocation()
  const columns = useCustomerColumns()
  const { view, change: onView } = useListView('ledger_customers')
  const { filters, change, windows, place, keepPlace } = useCustomers(round)
  const isNarrowed = (['cover', 'reporting', 'who'] as const).some(
    (name) => filters[name] !== undefined,
  )
  const isSearched = (filters.q ?? '').trim() !== ''
  return (
    <section className={styles['customers']} aria-labelledby="exposure-customers">
      <h2 id="exposure-customers" tabIndex={-1} ref={title}>
        {t('list.title')}
      </h2>
      <LongList
        label={t('list.title')}
        takesFocus={false}
        search={{
          label: t('list.search'),
          typed: filters.q ?? '',
          onType: (q) => change({ ...filters, q }, true),
        }}
        filters={<CustomerFilterBar filters={filters} onChange={change} />}
        columns={columns}
        firstColumns={allColumns}
        {...(view !== null && { view, onView })}
        windows={windows}
        sort={gridSortOf(filters.sort)}
        onSort={(sort) => change({ ...filters, sort: customerSortOf(sort) })}
        exported={null}
        texts={{
          loading: t('list.loading'),
          all: (count) => t('list.all', { count, total: formatTotal(language, count) }),
        }}
        keyOf={keyOf}
        nameOf={nameOf}
        onOpen={({ key }, index) => {
          keepPlace({ opened: index })
          navigate(customerPath(key))
        }}
        place={place}
        onLeave={(first) => keepPlace({ first })}
        empty={
          <NoCustomers
            isEmpty={totals.owed.customers === 0 && !isNarrowed && !isSearched}
            onClear={isNarrowed ? () => change({ q: filters.q, sort: filters.sort }) : null}
          />
        }
      />
    </section>
  )
}

function useCustomers(round: number) {
  const list = useListFilters('customers', addressSchema, null)
  const { filters, place } = list
  const read: ReadWindow<LedgerCustomer> = useCallback(
    async (offset, limit) =>
      callPortal('servnet.ledgerCustomers', { offset, limit, filters: askedOf(filters) }),
    // oxlint-disable-next-line react/exhaustive-deps -- the same question of another ledger is another one
    [filters, round],
  )
  return { ...list, windows: useWindows(read, changes, place?.first ?? place?.opened) }
}

function askedOf({ q, who, ...filters }: AddressFilters): CustomerFilters {
  return {
    ...filters,
    ...(q !== undefined && q.trim() !== '' && { q }),
    ...(who !== undefined && { toMatch: true }),
  }
}

type CustomerFilterBarProps = {
  readonly filters: AddressFilters
  readonly onChange: (filters: AddressFilters) => void
}

function CustomerFilterBar({ filters, onChange }: CustomerFilterBarProps) {
  const { t } = useTranslation(['exposure', 'buyers'])
  const options = useMemo(
    () => ({
      cover: coverStates.map((value) => ({ value, label: t(`cover.${value}`) })),
      reporting: reportingStates.map((value) => ({ value, label: t(`reporting.${value}`) })),
      who: [{ value: 'to_match', label: t('figures.toMatch') }],
    }),
    [t],
  )
  const set = (name: keyof typeof options, value: string | null) =>
    onChange({
      ...filters,
      ...(name === 'cover' && { cover: coverStates.find((one) => one === value) }),
      ...(name === 'reporting' && { reporting: reportingStates.find((one) => one === value) }),
      ...(name === 'who' && { who: value === null ? undefined : ('to_match' as const) }),
    })
  return (['cover', 'reporting', 'who'] as const).map((name) => (
    <FilterSelect
      key={name}
      label={t(`filters.${name}`)}
      all={t(name === 'who' ? 'buyers:filters.all' : 'buyers:filters.allFeminine')}
      takeLabel={t('buyers:filters.take', { filter: t(`filters.${name}`) })}
      value={filters[name] ?? null}
      options={options[name]}
      onChange={(value) => set(name, value)}
    />
  ))
}

type NoCustomersProps = { readonly isEmpty: boolean; readonly onClear: (() => void) | null }

/** In place of the rows, with what to do next. */
function NoCustomers({ isEmpty, onClear }: NoCustomersProps) {
  const { t } = useTranslation(['exposure', 'buyers'])
  return (
    <>
      <p>{t(isEmpty ? 'list.empty' : 'list.none')}</p>
      {onClear !== null && (
        <Button variant="secondary" onClick={onClear}>
          {t('buyers:search.clearFilters')}
        </Button>
      )}
    </>
  )
}
