import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { TurnoverDeclaration } from '../../../shared/contract/credit/turnover.ts'
import type { RouteOutput } from '../../../shared/contract/routes.ts'
import { callPortal, fetchFromPortal } from '../../common/data/portal.ts'
import type { ResourceQueries } from '../../common/data/queries.ts'
import { inView } from '../../common/navigation/client-view.tsx'

/** Serv@Net's first page. */
export const homeQuery = queryOptions({
  queryKey: ['servnet', 'home'],
  queryFn: () => fetchFromPortal('servnet.home', {}),
})

/** All alerts, a page at a time; in a client's view that client's. */
export const alertsQuery = (client: string | null) =>
  infiniteQueryOptions({
    queryKey: ['servnet', 'alerts', client],
    queryFn: ({ pageParam }) =>
      fetchFromPortal('servnet.alerts', { cursor: pageParam, ...inView(client) }),
    initialPageParam: firstPage(),
    getNextPageParam: ({ page }) => page.nextCursor,
  })

/** One alert; in a client's view none of another. */
export const alertQuery = (id: string, client: string | null) =>
  queryOptions({
    queryKey: ['servnet', 'alert', id, client],
    queryFn: () => fetchFromPortal('servnet.alert', { id, ...inView(client) }),
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

/** What was typed of an application and not sent; read once, when the form is opened. */
export const applicationDraftQuery = queryOptions({
  queryKey: ['servnet', 'application-draft'],
  queryFn: () => fetchFromPortal('servnet.applicationDraft', {}),
  staleTime: Infinity,
  gcTime: 0,
})

/** All applications, a page at a time; in a client's view that client's. */
export const applicationsQuery = (client: string | null) =>
  infiniteQueryOptions({
    queryKey: ['servnet', 'applications', client],
    queryFn: ({ pageParam }) =>
      fetchFromPortal('servnet.applications', { cursor: pageParam, ...inView(client) }),
    initialPageParam: firstPage(),
    getNextPageParam: ({ page }) => page.nextCursor,
  })

/** One application; in a client's view none of another. */
export const applicationQuery = (id: string, client: string | null) =>
  queryOptions({
    queryKey: ['servnet', 'application', id, client],
    queryFn: () => fetchFromPortal('servnet.application', { id, ...inView(client) }),
  })

/** A table of applications that is being prepared; every change of it answers it anew. */
export const batchDraftQuery = queryOptions({
  queryKey: ['servnet', 'batch-draft'],
  queryFn: () => fetchFromPortal('servnet.batchDraft', {}),
  staleTime: Infinity,
  gcTime: 0,
})

/** Applications that were sent together. */
export const batchesQuery = queryOptions({
  queryKey: ['servnet', 'batches'],
  queryFn: () => fetchFromPortal('servnet.batches', {}),
})

/** Those of one batch, each with what became of it. */
export const batchQuery = (id: string) =>
  queryOptions({
    queryKey: ['servnet', 'batch', id],
    queryFn: () => fetchFromPortal('servnet.batch', { id }),
  })

/** The ledger that is kept on this computer, against the limits of now. */
export const exposureQuery = queryOptions({
  queryKey: ['servnet', 'exposure'],
  queryFn: () => fetchFromPortal('servnet.exposure', {}),
})

/** One of its customers as main answers it. */
export type CustomerDetail = RouteOutput<'servnet.ledgerCustomer'>

/** One of its customers, with its invoices. */
export const ledgerCustomerQuery = (key: string) =>
  queryOptions({
    queryKey: ['servnet', 'ledger-customer', key],
    queryFn: async () => ({
      ...(await fetchFromPortal('servnet.ledgerCustomer', { key })),
      freshness: null,
    }),
  })

/** All declarations of turnover, a page at a time; in a client's view that client's. */
export const declarationsQuery = (client: string | null) =>
  infiniteQueryOptions({
    queryKey: ['servnet', 'declarations', 'pages', client],
    queryFn: ({ pageParam }) =>
      fetchFromPortal('servnet.declarations', { cursor: pageParam, ...inView(client) }),
    initialPageParam: firstPage(),
    getNextPageParam: ({ page }) => page.nextCursor,
  })

/**
 * What of a policy was declared for each of these periods, and stands; null where nothing was. All that is
 * kept is looked through, however many pages it is.
 */
export const declaredQuery = (policyId: string, periods: readonly string[]) =>
  queryOptions({
    queryKey: ['servnet', 'declarations', policyId, ...periods],
    queryFn: async () => {
      const found = new Map<string, TurnoverDeclaration>()
      let cursor = firstPage()
      do {
        // oxlint-disable-next-line no-await-in-loop -- one page after the other
        const { page } = await fetchFromPortal('servnet.declarations', { cursor })
        for (const one of page.items) {
          if (one.policyId === policyId && !one.replaced) found.set(one.period, one)
        }
        cursor = page.nextCursor
      } while (cursor !== null && periods.some((period) => !found.has(period)))
      return periods.map((period) => found.get(period) ?? null)
    },
    enabled: policyId !== '',
  })

/** How often the portal is asked while somebody looks at what is not decided, in milliseconds. */
const betweenLooks = 5_000

/** Has main bring what is kept up to date, as long as `isWatched`: what is another then shows by itself. */
export function useLooks(isWatched: boolean): void {
  useEffect(() => {
    if (!isWatched) return undefined
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void callPortal('status.check', {})
    }, betweenLooks)
    return () => clearInterval(timer)
  }, [isWatched])
}

/** Main computes it anew where it is asked and a limit is another by then, and says so once that is done. */
const exposure = [{ queryKey: exposureQuery.queryKey }]
const ledger = [{ queryKey: exposureQuery.queryKey }, { queryKey: ['servnet', 'ledger-customer'] }]

/** What shows what main keeps. A single alert is part of the list. */
export const servnetResources: ResourceQueries = {
  home: [{ queryKey: homeQuery.queryKey }],
  alerts: [{ queryKey: ['servnet', 'alerts'] }, { queryKey: ['servnet', 'alert'] }],
  messages: [{ queryKey: messagesQuery.queryKey }],
  applications: [
    { queryKey: ['servnet', 'applications'] },
    { queryKey: ['servnet', 'application'] },
    { queryKey: batchesQuery.queryKey },
    { queryKey: ['servnet', 'batch'] },
  ],
  declarations: [{ queryKey: ['servnet', 'declarations'] }],
  me: [{ queryKey: remindersQuery.queryKey }],
  exposure: ledger,
  buyers: exposure,
  credit_limits: exposure,
  policies: exposure,
}
