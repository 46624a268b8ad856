import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Freshness } from '../../../shared/contract/route.ts'
import { BackLink, Content } from './content.tsx'
import { LoadFailure } from './load-failure.tsx'
import { AsAt } from '../offline/as-at.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { Loading } from '../../ui/skeleton.tsx'
import styles from './detail-page.module.css'

type DetailPageProps<Data> = {
  /** The list that one comes back to. */
  readonly list: { readonly path: string; readonly name: string }
  readonly query: Pick<UseQueryResult<Data>, 'data' | 'error' | 'isFetching' | 'refetch'>
  readonly texts: { readonly loading: string; readonly missing: string }
  readonly children: (data: Data) => ReactNode
}

/**
 * A page about one thing of a list: what is kept of it and how old that is, or why it is not shown. What
 * is computed on this computer has no age.
 */
export function DetailPage<Data extends { readonly freshness: Freshness | null }>(
  props: DetailPageProps<Data>,
) {
  const { list, query, texts, children } = props
  return (
    <Content>
      <div className={styles['page']}>
        <BackLink href={list.path}>{list.name}</BackLink>
        {query.data === undefined || query.error?.error.code === 'not_found' ? (
          <Unshown list={list} query={query} texts={texts} />
        ) : (
          <>
            {query.data.freshness !== null && <AsAt freshness={query.data.freshness} />}
            {children(query.data)}
          </>
        )}
      </div>
    </Content>
  )
}

function Unshown<Data>({ list, query, texts }: Omit<DetailPageProps<Data>, 'children'>) {
  const { error, isFetching, refetch } = query
  if (error === null) return <Loading text={texts.loading} />
  return (
    <>
      <PageHeading title={list.name}>{list.name}</PageHeading>
      {error.error.code === 'not_found' ? (
        <Notice>{texts.missing}</Notice>
      ) : (
        <LoadFailure
          means="nothingKept"
          error={error.error}
          busy={isFetching}
          onRetry={() => void refetch()}
        />
      )}
    </>
  )
}
