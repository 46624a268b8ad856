/** The demonstration's portal, but for a portfolio that a test has at hand, and what is told of changes. */
import { z } from 'zod'
import type { ServnetAlert } from '../../../src/shared/contract/credit/alerts.ts'
import type { Application } from '../../../src/shared/contract/credit/applications.ts'
import type { Buyer, BuyerDetail } from '../../../src/shared/contract/credit/buyers.ts'
import type { CreditLimit } from '../../../src/shared/contract/credit/credit-limits.ts'
import type { Dashboard } from '../../../src/shared/contract/credit/dashboard.ts'
import type { Policy } from '../../../src/shared/contract/credit/policies.ts'
import type { PartnerDocument } from '../../../src/shared/contract/partners/documents.ts'
import type { Client } from '../../../src/shared/contract/partners/clients.ts'
import type { Change, ChangeResource } from '../../../src/shared/contract/portal/changes.ts'
import type { ServnetMessage } from '../../../src/shared/contract/servnet/messages.ts'
import type { Fetch } from '../../../src/main/portal-client/exchange.ts'
import { hostFetch } from './main.ts'

export type PortfolioNetwork = {
  readonly fetch: Fetch
  policies: Policy[]
  buyers: Buyer[]
  limits: CreditLimit[]
  applications: Application[]
  alerts: ServnetAlert[]
  messages: ServnetMessage[]
  details: BuyerDetail[]
  clients: Client[]
  documents: PartnerDocument[]
  /** The files of documents for brokers, by their ids. */
  readonly contents: Map<string, Uint8Array>
  /** By its query. */
  dashboard: (query: URLSearchParams) => Dashboard | null
  /** Whether all of it can be reached. */
  isAway: boolean
  /** As many calls go through as this; then the network breaks. */
  callsLeft: number
  /** Whether what is Serv@Net's is granted. */
  isServnetGranted: boolean
  /** A cursor that the portal no longer knows. */
  expired: string | null
  /** What was asked for, of what is said here. */
  readonly asked: string[]
  /** The portal tells of a change from now on; null of all of it. */
  readonly tell: (resource: ChangeResource, id: string | null, deleted?: boolean) => void
}

export function createPortfolioNetwork(): PortfolioNetwork {
  const changes: Change[] = []
  const network: PortfolioNetwork = {
    policies: [],
    buyers: [],
    limits: [],
    applications: [],
    alerts: [],
    messages: [],
    details: [],
    clients: [],
    documents: [],
    contents: new Map(),
    dashboard: () => null,
    isAway: false,
    callsLeft: Number.POSITIVE_INFINITY,
    isServnetGranted: true,
    expired: null,
    asked: [],
    tell(resource, id, deleted = false) {
      changes.push({ sequence: changes.length + 1, resource, id, deleted })
    },
    async fetch(address, init) {
      if (network.isAway) throw new Error('net::ERR_CONNECTION_REFUSED')
      const url = new URL(address)
      if (url.pathname === '/v1/sessions/refresh' && !network.isServnetGranted) {
        return withoutServnet(await hostFetch(address, init))
      }
      const answer = init?.method === 'GET' ? answerTo(url) : null
      if (answer === null) return hostFetch(address, init)
      if (network.callsLeft <= 0) throw new Error('net::ERR_CONNECTION_RESET')
      network.callsLeft -= 1
      network.asked.push(`${url.pathname}${url.search}`)
      const isOpen = network.isServnetGranted || !url.pathname.startsWith('/v1/servnet/')
      return isOpen ? answer() : problem(403, 'forbidden')
    },
  }

  const lists = (): Readonly<Record<string, readonly { readonly id: string }[]>> => ({
    'insights/policies': network.policies,
    'servnet/policies': network.policies,
    'insights/buyers': network.buyers,
    'servnet/buyers': network.buyers,
    'servnet/credit-limits': network.limits,
    'servnet/credit-limit-applications': network.applications,
    'servnet/turnover-declarations': [],
    'servnet/alerts': network.alerts,
    'servnet/messages': network.messages,
    'partners/clients': network.clients,
    'partners/documents': network.documents,
  })

  function answerTo(url: URL): (() => Response) | null {
    const path = url.pathname.replace('/v1/', '')
    if (path === 'changes') return () => told(url.searchParams.get('since'))
    if (path === 'insights/dashboard') {
      const dashboard = network.dashboard(url.searchParams)
      return () => (dashboard === null ? problem(404, 'not_found') : Response.json(dashboard))
    }
    const [, document] = /^partners\/documents\/([^/]+)\/content$/.exec(path) ?? []
    if (document !== undefined) return () => fileOf(network.contents.get(document))
    const list = lists()[path]
    if (list !== undefined) return () => page(list, url.searchParams)
    const [, ofList = '', id] = /^(\w+\/[\w-]+)\/(.+)$/.exec(path) ?? []
    const rows = lists()[ofList]
    if (rows === undefined || id === undefined) return null
    const row = rows.find((one) => one.id === id)
    return () =>
      row === undefined ? problem(404, 'not_found') : Response.json(shapeOf(ofList, row))
  }

  function shapeOf(list: string, row: { readonly id: string }): unknown {
    if (list === 'servnet/credit-limits') return { limit: row, course: [] }
    if (list !== 'insights/buyers') return row
    const detail = network.details.find(({ buyer }) => buyer.id === row.id)
    const nothing = { ratings: [], limits: [], decisions: [], alerts: [], runOff: [] }
    return detail ?? { buyer: row, ...nothing }
  }

  function told(since: string | null): Response {
    if (since !== null && since === network.expired) return problem(410, 'cursor_expired')
    const items = changes.slice(Number(since ?? 0))
    return Response.json({ items, nextCursor: String(changes.length), hasMore: false })
  }

  return network
}

/** A session as the portal answers it once Serv@Net was withdrawn. */
async function withoutServnet(answer: Response): Promise<Response> {
  const session = z.looseObject({ user: z.looseObject({}) }).parse(await answer.json())
  const user = { ...session.user, services: ['insights'] }
  return Response.json({ ...session, user }, { status: answer.status })
}

function page(list: readonly unknown[], query: URLSearchParams): Response {
  const start = Number(query.get('cursor') ?? 0)
  const end = start + Number(query.get('limit'))
  const nextCursor = end < list.length ? String(end) : null
  return Response.json({ items: list.slice(start, end), nextCursor })
}

function fileOf(content: Uint8Array | undefined): Response {
  if (content === undefined) return problem(404, 'not_found')
  return new Response(Buffer.from(content), { headers: { 'content-type': 'application/pdf' } })
}

function problem(status: number, code: string): Response {
  const body = JSON.stringify({ type: 'about:blank', title: code, status, code })
  return new Response(body, { status, headers: { 'content-type': 'application/problem+json' } })
}
