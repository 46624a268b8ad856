/** What changed and what is due, each said once, and ticking off what one has seen. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { DueItem, NewsItem } from '../../../shared/contract/credit/news.ts'
import { fetchFromPortal } from '../data/portal.ts'
import { dueQuery, newsQuery } from './queries.ts'

/** Nothing of it is younger than what the person has already seen. */
const none: readonly NewsItem[] = []

/** What is not ticked off yet: it stands among the news, and nowhere else on the page. */
export function useFreshNews(): readonly NewsItem[] {
  const { data } = useQuery(newsQuery)
  return data === undefined ? none : data.items.filter(({ isTicked }) => !isTicked)
}

/**
 * What is due and is not said by the news above it: a cut that was announced since the last visit
 * comes here once it is ticked off there.
 */
export function useDue(): readonly DueItem[] {
  const { data } = useQuery(dueQuery)
  const news = useFreshNews()
  return data?.items.filter((item) => !news.some((one) => saysTheSame(one, item))) ?? []
}

function saysTheSame(news: NewsItem, due: DueItem): boolean {
  return (
    news.kind === 'alert' &&
    due.kind === 'cut_takes_effect' &&
    news.buyerId === due.buyerId &&
    news.effectiveOn === due.on
  )
}

/**
 * The news to show: what is not ticked off, and what was on this visit, which keeps its place so that
 * nothing moves under one's hand.
 */
export function useNews() {
  const { data, error, isFetching, refetch } = useQuery(newsQuery)
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const { tick, failure } = useTick()
  const shown = data?.items.filter(({ id, isTicked }) => !isTicked || ticked.has(id))
  const tickOff = (ids: readonly string[] | null) => {
    const items = data?.items ?? none
    setTicked(new Set([...ticked, ...(ids ?? items.map(({ id }) => id))]))
    tick(ids)
  }
  return {
    shown,
    error,
    failure,
    tickOff,
    retry: { busy: isFetching, onRetry: () => void refetch() },
  }
}

/** Ticks off those given, or all; shown at once, and taken back where it could not be kept. */
function useTick() {
  const queryClient = useQueryClient()
  const { queryKey } = newsQuery
  const { mutate, error } = useMutation({
    mutationFn: (ids: readonly string[] | null) =>
      fetchFromPortal('credit.tickNews', { ids: ids === null ? null : [...ids] }),
    async onMutate(ids) {
      await queryClient.cancelQueries({ queryKey })
      const before = queryClient.getQueryData(queryKey)
      queryClient.setQueryData(
        queryKey,
        (data) =>
          data && {
            ...data,
            items: data.items.map((item) =>
              ids === null || ids.includes(item.id) ? { ...item, isTicked: true } : item,
            ),
          },
      )
      return before
    },
    onError: (_error, _ids, before) => queryClient.setQueryData(queryKey, before),
    onSettled: () => void queryClient.invalidateQueries({ queryKey }),
  })
  return { tick: mutate, failure: error?.error ?? null }
}
