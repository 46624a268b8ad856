import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { fetchFromPortal } from '../../common/data/portal.ts'
import type { ResourceQueries } from '../../common/data/queries.ts'

/** A broker's clients, all of them. */
export const clientsQuery = queryOptions({
  queryKey: ['partners', 'clients'],
  queryFn: () => fetchFromPortal('partners.clients', {}),
})

/** One of them. */
export const clientQuery = (id: string) =>
  queryOptions({
    queryKey: ['partners', 'client', id],
    queryFn: () => fetchFromPortal('partners.client', { id }),
  })

/** What shows what main keeps. */
export const partnersResources: ResourceQueries = {
  clients: [{ queryKey: clientsQuery.queryKey }, { queryKey: ['partners', 'client'] }],
}

/** Fetches what the first page shows, so that it is there offline, too. */
export function prefetchClients(queryClient: QueryClient): Promise<void> {
  return queryClient.prefetchQuery(clientsQuery)
}
