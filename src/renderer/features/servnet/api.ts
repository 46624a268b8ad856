import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { RouteOutput } from '../../../shared/contract/routes.ts'
import { fetchFromPortal, type PortalError } from '../../common/data/portal.ts'

/** How soon an answer from this computer's store is tried again for a fresh one, in milliseconds. */
const retryStaleAfter = 20_000

/** Fresh whenever one comes back to the window or to the network. */
const keptFresh = {
  refetchOnWindowFocus: true,
  refetchOnReconnect: 'always',
} as const

type Freshness = RouteOutput<'servnet.home'>['freshness']

function retryPause(error: PortalError | null, freshness: Freshness | undefined): number | false {
  return error !== null || freshness?.stale === true ? retryStaleAfter : false
}

/** Serv@Net's first page. */
export const homeQuery = queryOptions({
  queryKey: ['servnet', 'home'],
  queryFn: () => fetchFromPortal('servnet.home', {}),
  ...keptFresh,
  refetchInterval: ({ state: { data, error } }) => retryPause(error, data?.freshness),
})

/** All alerts, a page at a time. */
export const alertsQuery = infiniteQueryOptions({
  queryKey: ['servnet', 'alerts'],
  queryFn: ({ pageParam }) => fetchFromPortal('servnet.alerts', { cursor: pageParam }),
  initialPageParam: firstPage(),
  getNextPageParam: ({ page }) => page.nextCursor,
  ...keptFresh,
  refetchInterval: ({ state: { data, error } }) => retryPause(error, data?.pages[0]?.freshness),
})

/** One alert. */
export const alertQuery = (id: string) =>
  queryOptions({
    queryKey: ['servnet', 'alert', id],
    queryFn: () => fetchFromPortal('servnet.alert', { id }),
    ...keptFresh,
  })

/** All messages, a page at a time. */
export const messagesQuery = infiniteQueryOptions({
  queryKey: ['servnet', 'messages'],
  queryFn: ({ pageParam }) => fetchFromPortal('servnet.messages', { cursor: pageParam }),
  initialPageParam: firstPage(),
  getNextPageParam: ({ page }) => page.nextCursor,
  ...keptFresh,
  refetchInterval: ({ state: { data, error } }) => retryPause(error, data?.pages[0]?.freshness),
})

function firstPage(): string | null {
  return null
}

/** What the page brings up by itself. A failure says nothing: there is always a next time. */
export const remindersQuery = queryOptions({
  queryKey: ['servnet', 'reminders'],
  queryFn: () => fetchFromPortal('profile.reminders', {}),
  staleTime: 0,
})
