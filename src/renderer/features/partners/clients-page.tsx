import { useQuery } from '@tanstack/react-query'
import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { z } from 'zod'
import type { AppError } from '../../../shared/contract/result.ts'
import type { Client } from '../../../shared/contract/partners/clients.ts'
import { searchClients } from '../../../shared/credit/search-text.ts'
import { formatTotal } from '../../common/credit/list-formats.ts'
import { clientsQuery } from '../../common/credit/queries.ts'
import { useListFilters } from '../../common/credit/use-list-filters.ts'
import { Content } from '../../common/frames/content.tsx'
import { LoadFailure } from '../../common/frames/load-failure.tsx'
import { useLanguage } from '../../common/i18n/languages.ts'
import { clientPath } from '../../common/navigation/navigation.ts'
import { AsAt } from '../../common/offline/as-at.tsx'
import { rowsOf, type GridSort } from '../../ui/grid/grid-props.ts'
import { Grid } from '../../ui/grid/grid.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { SearchInput } from '../../ui/search-input.tsx'
import { Loading } from '../../ui/skeleton.tsx'
import { sortClients, sortColumns, useClientColumns, type SortColumn } from './client-columns.tsx'
import styles from './partners.module.css'

const filtersSchema = z.object({
  q: z.string().max(200).optional(),
  sort: z.enum(sortColumns).default('name'),
  order: z.enum(['ascending', 'descending']).default('ascending'),
})

const keyOf = ({ id }: Client) => id
const nameOf = ({ name }: Client) => name

/** Espace Partenaires' first page: the broker's clients, found as one types. */
export function ClientsPage() {
  const { t } = useTranslation('partners')
  const { data, error, isFetching, refetch } = useQuery(clientsQuery)
  const title = t('clients.title')
  return (
    <Content width="full">
      <div className={styles['page']}>
        <PageHeading title={title} takesFocus={false}>
          {title}
        </PageHeading>
        {data !== undefined && error?.error.code !== 'forbidden' ? (
          <>
            <AsAt freshness={data.freshness} />
            <ClientList clients={data.clients} isWhole={data.isWhole} />
          </>
        ) : error === null ? (
          <Loading text={t('clients.loading')} />
        ) : (
          <Failure error={error.error} busy={isFetching} onRetry={() => void refetch()} />
        )}
      </div>
    </Content>
  )
}

type FailureProps = {
  readonly error: AppError
  readonly busy: boolean
  readonly onRetry: () => void
}

/** Who is no broker is told so: another try would change nothing. */
function Failure(props: FailureProps) {
  const { t } = useTranslation('services')
  if (props.error.code !== 'forbidden') return <LoadFailure means="nothingKept" {...props} />
  return <Notice title={t('partners.notGranted')}>{t('yours.ask')}</Notice>
}

type ClientListProps = { readonly clients: readonly Client[]; readonly isWhole: boolean }

function ClientList({ clients, isWhole }: ClientListProps) {
  const { t } = useTranslation('partners')
  const [, navigate] = useLocation()
  const list = useRef<HTMLDivElement>(null)
  const { filters, change, place, keepPlace } = useListFilters('clients', filtersSchema, null)
  const { q: typed = '', sort, order } = filters
  const found = useMemo(
    () => sortClients(searchClients(clients, typed), sort, order === 'descending'),
    [clients, typed, sort, order],
  )
  const columns = useClientColumns(clients[0]?.figures.currency ?? 'EUR')
  const sortBy = ({ column, direction }: GridSort) => {
    const known = sortColumns.find((one): one is SortColumn => one === column) ?? 'name'
    change({ ...filters, sort: known, order: direction })
  }
  return (
    <div className={styles['list']} ref={list}>
      <div className={styles['bar']}>
        <SearchInput
          label={t('clients.search')}
          typed={typed}
          onType={(q) => change({ ...filters, q }, true)}
          // Coming back one goes on in the list.
          takesFocus={(place?.opened ?? null) === null}
          onDown={() => list.current?.querySelector<HTMLElement>('[role=grid]')?.focus()}
        />
      </div>
      <Count found={found.length} all={clients.length} isWhole={isWhole} />
      <Grid
        label={t('clients.title')}
        columns={columns}
        rows={useMemo(() => rowsOf(found), [found])}
        keyOf={keyOf}
        nameOf={nameOf}
        sort={{ column: sort, direction: order }}
        onSort={sortBy}
        density="comfortable"
        onOpen={({ id }, index) => {
          keepPlace({ opened: index })
          navigate(clientPath(id))
        }}
        startAt={place?.opened}
        startTop={place?.first}
        onLeave={(first) => keepPlace({ first })}
        empty={<Empty typed={typed.trim()} />}
      />
    </div>
  )
}

type CountProps = { readonly found: number; readonly all: number; readonly isWhole: boolean }

/** "2 of 14", and whether more are on their way. */
function Count({ found, all, isWhole }: CountProps) {
  const { t } = useTranslation(['partners', 'buyers'])
  const language = useLanguage()
  const total = formatTotal(language, all)
  return (
    <output className={styles['count']}>
      <strong>
        {found === all
          ? t('clients.count', { count: all, total })
          : t('buyers:count.some', { found: formatTotal(language, found), total })}
      </strong>
      {!isWhole && <span>{t('buyers:count.arriving', { kept: total })}</span>}
    </output>
  )
}

/** In place of the rows, with what to do next. */
function Empty({ typed }: { readonly typed: string }) {
  const { t } = useTranslation('partners')
  return (
    <div className={styles['empty']}>
      {typed === '' ? (
        <>
          <p>{t('clients.none')}</p>
          <p>{t('clients.noneNext')}</p>
        </>
      ) : (
        <p>{t('clients.notFound', { name: typed })}</p>
      )}
    </div>
  )
}
