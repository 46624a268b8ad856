import { useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type { Preferences } from '../../../../shared/contract/identity/preferences.ts'
import type { Buyer } from '../../../../shared/contract/credit/buyers.ts'
import type { ListView } from '../../../../shared/contract/credit/routes.ts'
import { sumIn } from '../../../../shared/credit/convert.ts'
import { formatWholeMoney } from '../../../../shared/i18n/money.ts'
import { formatTotal } from '../../../common/credit/list-formats.ts'
import { useHasService } from '../../../common/credit/links.ts'
import { ListPage } from '../../../common/credit/list-page.tsx'
import { useListView } from '../../../common/credit/use-list-view.ts'
import { metaQuery, profileQuery } from '../../../common/data/queries.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { applyPath, buyerPath, paths } from '../../../common/navigation/navigation.ts'
import { Button, buttonClass } from '../../../ui/button.tsx'
import { Loading } from '../../../ui/skeleton.tsx'
import { BuyerFilterBar } from './buyer-filters.tsx'
import { buyerSortOf, firstColumns, gridSortOf, useBuyerColumns } from './buyer-columns.tsx'
import styles from './buyers.module.css'
import { useBuyerSearch } from './use-buyer-search.ts'
import { useTotals } from './use-totals.ts'

/** Search: every buyer of the policies that are granted, as one types. */
export function BuyersPage() {
  const { t } = useTranslation('buyers')
  const { data: profile, isError } = useQuery(profileQuery)
  const { view, change } = useListView('buyers')
  if (view === null || (profile === undefined && !isError)) return <Loading text={t('loading')} />
  return <BuyerSearch preferences={profile?.preferences.current} view={view} onView={change} />
}

type BuyerSearchProps = {
  /** Undefined where they are not known. */
  readonly preferences: Preferences | undefined
  readonly view: ListView
  readonly onView: (changes: Partial<ListView>) => void
}

const keyOf = ({ id }: Buyer) => id
const nameOf = ({ name }: Buyer) => name

function BuyerSearch({ preferences, view, onView }: BuyerSearchProps) {
  const { t } = useTranslation('buyers')
  const language = useLanguage()
  const [, navigate] = useLocation()
  const search = useBuyerSearch(preferences?.defaultSearchCountry ?? null)
  const { filters, change, windows } = search
  const totals = useTotals(preferences?.currency ?? 'EUR')
  const columns = useBuyerColumns({ ...totals, bandName: useBandName() })
  const [selected, setSelected] = useState<ReadonlyMap<string, Buyer>>(new Map())
  return (
    <ListPage
      title={t('title')}
      search={{
        label: t('search.label'),
        typed: filters.q ?? '',
        onType: (q) => change({ ...filters, q }, true),
      }}
      filters={
        <BuyerFilterBar
          filters={filters}
          onFilter={(name, value) => change({ ...filters, [name]: value ?? undefined })}
        />
      }
      columns={columns}
      firstColumns={firstColumns}
      view={view}
      onView={onView}
      windows={windows}
      sort={gridSortOf(filters.sort)}
      onSort={(sort) => change({ ...filters, sort: buyerSortOf(sort) })}
      exported={{ kind: 'buyers', filters }}
      texts={{
        loading: t('loading'),
        all: (count) => t('count.all', { count, total: formatTotal(language, count) }),
      }}
      asides={
        <>
          {!totals.hasRate && (
            <span className={styles['aside']}>
              {t('noRate', { currency: preferences?.currency })}
            </span>
          )}
          {selected.size > 0 && (
            <SelectedBuyers
              selected={[...selected.values()]}
              totals={totals}
              onDeselect={() => setSelected(new Map())}
            />
          )}
        </>
      }
      keyOf={keyOf}
      nameOf={nameOf}
      selected={new Set(selected.keys())}
      onSelect={(buyer) => setSelected((before) => toggled(before, buyer))}
      onOpen={({ id }, index) => {
        search.keepPlace({ opened: index })
        navigate(buyerPath(id))
      }}
      place={search.place}
      onLeave={(first) => search.keepPlace({ first })}
      empty={
        <NothingFound
          typed={(filters.q ?? '').trim()}
          onClear={
            search.isNarrowed
              ? () => change({ q: filters.q, sort: filters.sort, client: filters.client })
              : null
          }
        />
      }
    />
  )
}

function toggled(before: ReadonlyMap<string, Buyer>, buyer: Buyer): ReadonlyMap<string, Buyer> {
  const others = [...before].filter(([id]) => id !== buyer.id)
  return new Map(before.has(buyer.id) ? others : [...others, [buyer.id, buyer]])
}

/** What bands are called is the portal's to say. */
function useBandName() {
  const language = useLanguage()
  const { data: meta } = useQuery(metaQuery)
  return useCallback(
    (id: string | null) => meta?.ratingBands.find((band) => band.id === id)?.name[language] ?? '',
    [meta, language],
  )
}

type SelectedBuyersProps = {
  readonly selected: readonly Buyer[]
  readonly totals: ReturnType<typeof useTotals>
  readonly onDeselect: () => void
}

/** How many are selected, and what their limits come to. */
function SelectedBuyers({
  selected,
  totals: { currency, totalOf },
  onDeselect,
}: SelectedBuyersProps) {
  const { t } = useTranslation('buyers')
  const language = useLanguage()
  const amounts = selected.map(totalOf)
  const known = amounts.filter((amount) => amount !== null)
  const sum = known.length < amounts.length ? null : sumIn(currency, known, new Map())
  return (
    <output className={styles['aside']}>
      {t('count.selected', {
        count: selected.length,
        total: formatTotal(language, selected.length),
      })}
      {sum !== null && <span>{t('count.sum', { amount: formatWholeMoney(language, sum) })}</span>}
      <Button variant="quiet" onClick={onDeselect}>
        {t('count.deselect')}
      </Button>
    </output>
  )
}

type NothingFoundProps = {
  /** What was looked for; empty for nothing. */
  readonly typed: string
  /** Takes the filters off; null where there are none. */
  readonly onClear: (() => void) | null
}

/** In place of the rows, with what to do next. */
function NothingFound({ typed, onClear }: NothingFoundProps) {
  const { t } = useTranslation('buyers')
  const mayApply = useHasService('servnet')
  const isSearched = typed !== ''
  return (
    <>
      <p>
        {isSearched
          ? t('search.none', { name: typed })
          : t(onClear === null ? 'search.empty' : 'search.noneFiltered')}
      </p>
      {onClear !== null && (
        <Button variant="secondary" onClick={onClear}>
          {t('search.clearFilters')}
        </Button>
      )}
      {mayApply && (isSearched || onClear === null) && (
        <Link
          className={buttonClass()}
          href={isSearched ? applyPath({ name: typed }) : paths.apply}
        >
          {t(isSearched ? 'search.apply' : 'search.applyFirst')}
        </Link>
      )}
    </>
  )
}
