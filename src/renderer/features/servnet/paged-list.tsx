import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '../../../shared/contract/result.ts'
import type { RouteOutput } from '../../../shared/contract/routes.ts'
import { AsAt } from '../../common/offline/as-at.tsx'
import { LoadFailure } from '../../common/frames/load-failure.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Loading } from '../../ui/skeleton.tsx'
import { Unbroken } from '../../ui/unbroken.tsx'
import styles from './home.module.css'

type Paged<Item> = {
  readonly page: { readonly items: readonly Item[] }
  readonly freshness: RouteOutput<'servnet.home'>['freshness']
}

type PagedListProps<Item> = {
  readonly query: UseInfiniteQueryResult<InfiniteData<Paged<Item>>>
  readonly texts: { readonly loading: string; readonly none: string; readonly more: string }
  /** A list item with its own key. */
  readonly children: (item: Item) => ReactNode
}

/** All there is of a list, a page at a time: on its way, empty, failed, kept, or with more to show. */
export function PagedList<Item>({ query, texts, children }: PagedListProps<Item>) {
  const { data, error, refetch, isFetching, hasNextPage, fetchNextPage } = query
  const items = itemsOf(data)
  const freshness = data?.pages[0]?.freshness
  const retry = { busy: isFetching, onRetry: () => void refetch() }
  return (
    <div className={styles['paged']}>
      {freshness !== undefined && <AsAt freshness={freshness} />}
      {error !== null && <LoadFailure means="nothingKept" error={error.error} {...retry} />}
      {data === undefined && error === null && <Loading text={texts.loading} />}
      {data !== undefined && items.length === 0 && <p className={styles['quiet']}>{texts.none}</p>}
      {items.length > 0 && <ul>{items.map(children)}</ul>}
      {hasNextPage && (
        <div>
          <Button variant="secondary" busy={isFetching} onClick={() => void fetchNextPage()}>
            {texts.more}
          </Button>
        </div>
      )}
    </div>
  )
}

/** What was fetched so far, page after page. */
export function itemsOf<Item>(data: InfiniteData<Paged<Item>> | undefined): readonly Item[] {
  return data?.pages.flatMap(({ page }) => page.items) ?? []
}

/** A mark that was taken back, as the portal did not get it. */
export function NotKept({ error: { code, params } }: { readonly error: AppError }) {
  const { t } = useTranslation(['servnet', 'errors'])
  return (
    <Notice tone="error" title={t('notKept')}>
      {t(`${code}.message`, { ns: 'errors', ...params })}{' '}
      {t(`${code}.next`, { ns: 'errors', ...params })}
    </Notice>
  )
}

/** A day or a moment that stays on one line. */
export function Moment({ at, children }: { readonly at: string; readonly children: string }) {
  return (
    <Unbroken>
      <time dateTime={at}>{children}</time>
    </Unbroken>
  )
}
