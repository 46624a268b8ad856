import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { fetchFromPortal } from '../../common/data/portal.ts'
import type { ResourceQueries } from '../../common/data/queries.ts'

/** Serv@Net's first page. */
export const homeQuery = queryOptions({
  queryKey: ['servnet', 'home'],
  queryFn: () => fetchFromPortal('servnet.home', {}),
})

/** All alerts, a page at a time. */
export const alertsQuery = infiniteQueryOptions({
  queryKey: ['servnet', 'alerts'],
  queryFn: ({ pageParam }) => fetchFromPortal('servnet.alerts', { cursor: pageParam }),
  initialPageParam: firstPage(),
  getNextPageParam: ({ page }) => page.nextCursor,
})

/** One alert. */
export const alertQuery = (id: string) =>
  queryOptions({
    queryKey: ['servnet', 'alert', id],
    queryFn: () => fetchFromPortal('servnet.alert', { id }),
  })

/** All messages, a page at a time. */
export const messagesQuery = infiniteQueryOptions({
  queryKey: ['servnet', 'messages'],
  queryFn: ({ pageParam }) => fetchFromPortal('servnet.messages', { cursor: pageParam }),
  initialPageParam: firstPage(),
  getNextPageParam: ({ page }) => page.nextCursor,
})

function firstPage(): string | null {
  return null
}

/** What the page brings up by itself. A failure says nothing: there is always a next time. */
export const remindersQuery = queryOptions({
  queryKey: ['servnet', 'reminders'],
  queryFn: () => fetchFromPortal('profile.reminders', {}),
})

/** What shows what main keeps. A single alert is part of the list. */
export const servnetResources: ResourceQueries = {
  home: [{ queryKey: homeQuery.queryKey }],
  alerts: [{ queryKey: alertsQuery.queryKey }, { queryKey: ['servnet', 'alert'] }],
  messages: [{ queryKey: messagesQuery.queryKey }],
  me: [{ queryKey: remindersQuery.queryKey }],
}
