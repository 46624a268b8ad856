import { useInfiniteQuery, type UseInfiniteQueryResult } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import {
  alertKinds,
  type AlertKind,
  type ServnetAlert,
} from '../../../shared/contract/credit/alerts.ts'
import { Content } from '../../common/frames/content.tsx'
import { useAddressView, useLastView } from '../../common/navigation/address-view.ts'
import { useClientInView } from '../../common/navigation/client-view.tsx'
import { Chips } from '../../ui/chips.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { AlertRow } from './alert-row.tsx'
import { alertsQuery } from './api.ts'
import styles from './home.module.css'
import { itemsOf, PagedList, NotKept } from './paged-list.tsx'
import products from './products.module.css'
import { useTick } from './use-marks.ts'

const states = ['all', 'open', 'handled'] as const
type State = (typeof states)[number]
type Filter = { readonly kind: AlertKind | ''; readonly state: State }

/** Every alert there is, newest first; of one kind, or handled or not, where one wants that. */
export function AlertsPage() {
  const { t } = useTranslation(['servnet', 'alerts', 'products'])
  const client = useClientInView()
  const query = useInfiniteQuery(alertsQuery(client))
  const { mark, failure } = useTick()
  const { params, change } = useAddressView(useLastView('alerts'))
  const filter = filterFrom(params)
  const setFilter = (next: Filter) => change(new URLSearchParams(valuesOf(next)))
  const isFiltered = filter.kind !== '' || filter.state !== 'all'
  useWhole(query, isFiltered)
  const matches = itemsOf(query.data).some((alert) => isShown(alert, filter))
  const title = t('title', { ns: 'alerts' })
  const texts = {
    loading: t('loading', { ns: 'alerts' }),
    none: t('alerts.none'),
    more: t('more', { ns: 'alerts' }),
  }
  return (
    <Content>
      <div className={styles['page']}>
        <PageHeading title={title}>{title}</PageHeading>
        <div className={products['filters']}>
          <SelectField
            label={t('products:filters.kind')}
            value={filter.kind}
            onChange={({ target }) => {
              const kind = alertKinds.find((one) => one === target.value) ?? ''
              setFilter({ ...filter, kind })
            }}
          >
            <option value="">{t('products:filters.allKinds')}</option>
            {alertKinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`kinds.${kind}`, { ns: 'alerts' })}
              </option>
            ))}
          </SelectField>
          <Chips
            name="state"
            legend={t('products:filters.state')}
            chips={states.map((value) => ({ value, label: t(`products:filters.${value}`) }))}
            value={filter.state}
            onChoose={(state) => setFilter({ ...filter, state })}
          />
        </div>
        {failure !== null && <NotKept error={failure} />}
        {isFiltered && query.data !== undefined && !query.hasNextPage && !matches && (
          <p className={styles['quiet']}>{t('products:filters.noneMatch')}</p>
        )}
        <PagedList query={query} texts={texts}>
          {(alert) =>
            isShown(alert, filter) && (
              <AlertRow
                key={alert.id}
                alert={alert}
                onTick={({ id }, handled) => mark({ id, handled })}
              />
            )
          }
        </PagedList>
      </div>
    </Content>
  )
}

/** What the address does not know of narrows nothing. */
function filterFrom(params: URLSearchParams): Filter {
  return {
    kind: alertKinds.find((kind) => kind === params.get('kind')) ?? '',
    state: states.find((state) => state === params.get('state')) ?? 'all',
  }
}

function valuesOf({ kind, state }: Filter): Readonly<Record<string, string>> {
  return { ...(kind !== '' && { kind }), ...(state !== 'all' && { state }) }
}

function isShown({ kind, handled }: ServnetAlert, filter: Filter): boolean {
  if (filter.kind !== '' && kind !== filter.kind) return false
  return filter.state === 'all' || handled === (filter.state === 'handled')
}

type Alerts = Pick<
  UseInfiniteQueryResult,
  'hasNextPage' | 'isFetching' | 'isError' | 'fetchNextPage'
>

/** What is filtered is looked for in all alerts, and not on the first page alone. */
function useWhole(
  { hasNextPage, isFetching, isError, fetchNextPage }: Alerts,
  isWanted: boolean,
): void {
  useEffect(() => {
    if (isWanted && hasNextPage && !isFetching && !isError) void fetchNextPage()
  }, [isWanted, hasNextPage, isFetching, isError, fetchNextPage])
}
