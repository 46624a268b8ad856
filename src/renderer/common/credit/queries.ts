/** What services read of the portfolio; main answers from its store. */
import { queryOptions, useQuery } from '@tanstack/react-query'
import { fetchFromPortal } from '../data/portal.ts'
import type { ResourceQueries } from '../data/queries.ts'
import { inView, useClientInView } from '../navigation/client-view.tsx'

const policiesOf = (client: string | null) =>
  queryOptions({
    queryKey: ['credit', 'policies', client],
    queryFn: () => fetchFromPortal('credit.policies', inView(client)),
  })

/** The policies that are granted, with their conditions. */
export const policiesQuery = policiesOf(null)

/** The same, or in a client's view that client's alone. */
export function usePolicies() {
  return useQuery(policiesOf(useClientInView()))
}

/** One buyer, as in the list; in a client's view what is of that client. */
export const buyerQuery = (id: string, client: string | null) =>
  queryOptions({
    queryKey: ['credit', 'buyer', id, 'row', client],
    queryFn: () => fetchFromPortal('credit.buyer', { id, ...inView(client) }),
  })

/** One limit, with its course; in a client's view none of another. */
export const limitQuery = (id: string, client: string | null) =>
  queryOptions({
    queryKey: ['credit', 'limit', id, client],
    queryFn: () => fetchFromPortal('credit.limit', { id, ...inView(client) }),
  })

/** One case of collection, with its course and its invoices; in a client's view none of another. */
export const caseQuery = (id: string, client: string | null) =>
  queryOptions({
    queryKey: ['collectnet', 'case', id, client],
    queryFn: () => fetchFromPortal('collectnet.case', { id, ...inView(client) }),
  })

/** A broker's clients, all of them. */
export const clientsQuery = queryOptions({
  queryKey: ['partners', 'clients'],
  queryFn: () => fetchFromPortal('partners.clients', {}),
})

/** One of a broker's clients: also where services show what is theirs alone. */
export const clientQuery = (id: string) =>
  queryOptions({
    queryKey: ['partners', 'client', id],
    queryFn: () => fetchFromPortal('partners.client', { id }),
  })

/** What the insurer publishes for brokers, all of it. */
export const partnerDocumentsQuery = queryOptions({
  queryKey: ['partners', 'documents'],
  queryFn: () => fetchFromPortal('partners.documents', {}),
})

/** What changed since the person was last here. */
export const newsQuery = queryOptions({
  queryKey: ['credit', 'news'],
  queryFn: () => fetchFromPortal('credit.news', {}),
})

/** What stands for something to do. */
export const dueQuery = queryOptions({
  queryKey: ['credit', 'due'],
  queryFn: () => fetchFromPortal('credit.due', {}),
})

const news = { queryKey: newsQuery.queryKey }
const due = { queryKey: dueQuery.queryKey }
const buyers = [{ queryKey: ['credit', 'buyers'] }, { queryKey: ['credit', 'buyer'] }]
const cases = [{ queryKey: ['collectnet', 'case'] }]
const limits = [{ queryKey: ['credit', 'limits'] }, { queryKey: ['credit', 'limit'] }]

/** By what main keeps: which of these show it. */
export const creditResources: ResourceQueries = {
  policies: [{ queryKey: ['credit', 'policies'] }],
  buyers,
  // All of one, as its page shows it.
  buyer: [{ queryKey: ['credit', 'buyer'] }],
  credit_limits: [...limits, due],
  applications: [due, news],
  // Their list follows by itself.
  cases,
  case: cases,
  alerts: [news],
  messages: [news],
  news: [news, due],
  clients: [{ queryKey: clientsQuery.queryKey }, { queryKey: ['partners', 'client'] }],
  partner_documents: [{ queryKey: partnerDocumentsQuery.queryKey }],
}
