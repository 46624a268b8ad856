import { queryOptions } from '@tanstack/react-query'
import { fetchFromPortal } from '../../common/data/portal.ts'

/** How soon an answer from this computer's store is tried again for a fresh one, in milliseconds. */
const retryStaleAfter = 20_000

/** Serv@Net's first page. Fresh whenever one comes back to the window or to the network. */
export const homeQuery = queryOptions({
  queryKey: ['servnet', 'home'],
  queryFn: () => fetchFromPortal('servnet.home', {}),
  refetchOnWindowFocus: true,
  refetchOnReconnect: 'always',
  refetchInterval: ({ state: { data, error } }) =>
    error !== null || data?.freshness.stale === true ? retryStaleAfter : false,
})

/** What the page brings up by itself. A failure says nothing: there is always a next time. */
export const remindersQuery = queryOptions({
  queryKey: ['servnet', 'reminders'],
  queryFn: () => fetchFromPortal('profile.reminders', {}),
  staleTime: 0,
})
