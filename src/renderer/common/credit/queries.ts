/** What services read of the portfolio; main answers from its store. */
import { queryOptions } from '@tanstack/react-query'
import { fetchFromPortal } from '../data/portal.ts'
import type { ResourceQueries } from '../data/queries.ts'

/** The policies that are granted, with their conditions. */
export const policiesQuery = queryOptions({
  queryKey: ['credit', 'policies'],
  queryFn: () => fetchFromPortal('credit.policies', {}),
})

/** One buyer, as in the list. */
export const buyerQuery = (id: string) =>
  queryOptions({
    queryKey: ['credit', 'buyer', id],
    queryFn: () => fetchFromPortal('credit.buyer', { id }),
  })

/** One limit, with its course. */
export const limitQuery = (id: string) =>
  queryOptions({
    queryKey: ['credit', 'limit', id],
    queryFn: () => fetchFromPortal('credit.limit', { id }),
  })

/** One case of collection, with its course and its invoices. */
export const caseQuery = (id: string) =>
  queryOptions({
    queryKey: ['collectnet', 'case', id],
    queryFn: () => fetchFromPortal('collectnet.case', { id }),
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
  policies: [{ queryKey: policiesQuery.queryKey }],
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
}
