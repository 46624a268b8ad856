/**
 * The portal's edits alone, in memory: one person, their versions, and what each `Idempotency-Key` was
 * answered; so that a thousand runs take seconds. It remembers every change that was made of it.
 */
import { hash, randomUUID } from 'node:crypto'
import type { Fetch } from '../../../src/main/portal-client/exchange.ts'
import { createCaseBook } from './case-steps.ts'
import { createApplicationBook, type ApplicationBook, type Taken } from './application-book.ts'

export type Change = {
  /** `firstName`, the id of an alert, `buyer b1`, `turnover 2026-Q3`, … */
  readonly of: string
  readonly to: string | boolean | null
  readonly by: 'here' | 'elsewhere'
}

export type EditPortal = {
  readonly url: string
  readonly fetch: Fetch
  /** Another device of the same person changes this. */
  readonly editElsewhere: (changes: Readonly<Record<string, string>>) => Promise<void>
  /** Every session ends. */
  readonly endSessions: () => Promise<void>
  /** The names, and what is marked. */
  readonly truth: () => Promise<Truth>
}

export type Truth = {
  readonly firstName: string | null
  readonly lastName: string
  readonly marks: Readonly<Record<string, boolean>>
}

export const alertIds = ['a1', 'a2'] as const
export const messageIds = ['m1'] as const

/** Given as often as it is asked for. */
type Answer = () => Response

const hour = 3_600_000
const person = { displayName: 'Marie', language: 'fr', services: ['servnet'] }
const contact = {
  company: '',
  addressLines: [],
  phone: '',
  email: '',
  website: 'https://x.example',
}

export type MemoryPortal = EditPortal & {
  readonly changes: readonly Change[]
  readonly book: Pick<ApplicationBook, 'decide' | 'vanish'>
}

export function createEditPortal(): MemoryPortal {
  let me: Record<string, unknown> = {
    username: 'marie.lambert',
    email: 'marie@example.be',
    emailConfirmed: true,
    pendingEmail: null,
    firstName: 'first0',
    lastName: 'last0',
    language: 'fr',
    alertsByEmail: true,
    services: ['servnet'],
    passwordExpiresAt: null,
    rehearsalDueAt: '2030-12-01T00:00:00.000Z',
    enrolledAt: '2026-01-01T00:00:00.000Z',
  }
  const marks = new Map<string, boolean>([...alertIds, ...messageIds].map((id) => [id, false]))
  const answers = new Map<string, { readonly request: string; readonly answer: Answer }>()
  const changes: Change[] = []
  const cases = createCaseBook((of, to) => change(of, to, 'here'))
  const book = createApplicationBook((of, amount) => change(of, amount, 'here'))
  let tokens = new Set<string>()
  let sequence = 0

  function change(of: string, to: Change['to'], by: Change['by']): void {
    sequence += 1
    changes.push({ of, to, by })
  }

  function session(status: number, username: unknown): Response {
    const [accessToken, refreshToken] = [randomUUID().padEnd(43, 'x'), randomUUID().padEnd(43, 'x')]
    tokens.add(accessToken).add(refreshToken)
    const accessTokenExpiresAt = new Date(Date.now() + hour).toISOString()
    const user = { username, ...person }
    const next = 'ready'
    const sessionId = '1'
    return json(status, { sessionId, accessToken, accessTokenExpiresAt, refreshToken, next, user })
  }

  function patch(body: Readonly<Record<string, unknown>>, ifMatch: string | null): Answer {
    const there = me
    if (ifMatch !== tagOf(there)) return () => problem(412, 'precondition_failed', there)
    for (const [field, value] of Object.entries(body)) {
      const kept = value === '' ? null : value
      if (me[field] !== kept) change(field, typeof kept === 'string' ? kept : null, 'here')
      me = { ...me, [field]: kept }
    }
    const after = me
    return () => json(200, after)
  }

  function mark(id: string, value: boolean): Answer {
    marks.set(id, value)
    change(id, value, 'here')
    return () => new Response(null, { status: 204 })
  }

  function write(method: string, path: string, init: RequestInit): Answer {
    if (path === '/v1/servnet/credit-limit-applications') return takenAs(book.apply(bodyOf(init)))
    if (path === '/v1/servnet/turnover-declarations') return takenAs(book.declare(bodyOf(init)))
    if (path === '/v1/collectnet/cases') return takenAs(cases.enter(bodyOf(init)))
    const caseId = /^\/v1\/collectnet\/cases\/([\w-]+)\/documents$/.exec(path)?.[1]
    if (caseId !== undefined) return takenAs(cases.addDocument(caseId, bodyOf(init)))
    const id = /^\/v1\/servnet\/(?:alerts|messages)\/(\w+)\//.exec(path)?.[1] ?? ''
    if (path === '/v1/me') {
      return patch(bodyOf(init), new Headers(init.headers).get('if-match'))
    }
    return marks.has(id) ? mark(id, method === 'PUT') : () => problem(404, 'not_found')
  }

  /** Once under each key: the same request is answered as before, another is refused. */
  function repeatable(method: string, path: string, init: RequestInit): Response {
    const key = new Headers(init.headers).get('idempotency-key') ?? randomUUID()
    const body = typeof init.body === 'string' ? init.body : ''
    const request = [method, path, new Headers(init.headers).get('if-match'), body].join('\n')
    const kept = answers.get(key)
    if (kept !== undefined) {
      return kept.request === request ? kept.answer() : problem(409, 'idempotency_conflict')
    }
    const answer = write(method, path, init)
    // A refusal changed nothing, and is not kept.
    if (answer().ok) answers.set(key, { request, answer })
    return answer()
  }

  function read(path: string): Response {
    const alerts = alertIds.map((id) => alertOf(id, marks.get(id) === true))
    const messages = messageIds.map((id) => messageOf(id, marks.get(id) === true))
    switch (path) {
      case '/v1/me':
        return json(200, me)
      case '/v1/servnet/alerts':
        return json(200, { items: alerts, nextCursor: null })
      case '/v1/servnet/messages':
        return json(200, { items: messages, nextCursor: null })
      case '/v1/me/preferences':
        return json(200, {
          defaultSearchCountry: null,
          servnetStartPage: 'home',
          currency: 'EUR',
          language: 'fr',
          alertsByEmail: true,
        })
      case '/v1/changes': {
        const resources = ['me', 'alerts', 'messages', 'home']
        const items = resources.map((resource) => ({
          sequence: (sequence += 1),
          resource,
          id: null,
          deleted: false,
        }))
        return json(200, { items, nextCursor: String(sequence), hasMore: false })
      }
      case '/v1/servnet/home':
        return json(200, {
          banner: { kind: 'steer_with_confidence' },
          messages,
          alerts,
          newAlerts: 0,
          counts: { alerts: { total: 2, unhandled: 0 }, messages: { total: 1, unread: 0 } },
          contact,
        })
      default:
        return json(200, { items: [], nextCursor: null })
    }
  }

  return {
    url: 'http://portal.example',
    changes,
    book,
    async fetch(url, init) {
      const method = init.method ?? 'GET'
      const path = new URL(url).pathname
      if (method === 'POST' && path === '/v1/sessions')
        return session(201, bodyOf(init)['username'])
      if (path === '/v1/sessions/refresh') {
        const known = tokens.has(String(bodyOf(init)['refreshToken']))
        return known ? session(200, me['username']) : problem(401, 'unauthenticated')
      }
      if (path === '/v1/meta') return problem(503, 'unavailable')
      const bearer = new Headers(init.headers).get('authorization')?.slice('Bearer '.length) ?? ''
      if (!tokens.has(bearer)) return problem(401, 'unauthenticated')
      if (method === 'GET') return read(path)
      if (path === '/v1/sessions/current') return new Response(null, { status: 204 })
      return repeatable(method, path, init)
    },
    async editElsewhere(edited) {
      me = { ...me, ...edited }
      for (const [field, value] of Object.entries(edited)) change(field, value, 'elsewhere')
    },
    async endSessions() {
      tokens = new Set()
    },
    async truth() {
      const { firstName, lastName } = me
      return {
        firstName: typeof firstName === 'string' ? firstName : null,
        lastName: String(lastName),
        marks: Object.fromEntries(marks),
      }
    },
  }
}

function takenAs(taken: Taken): Answer {
  return taken.kind === 'made'
    ? () => json(201, taken.body)
    : () => problem(taken.status, taken.code)
}

const tagOf = (body: object) => `"${hash('sha1', JSON.stringify(body), 'base64url')}"`

function json(status: number, body: object): Response {
  return Response.json(body, { status, headers: { etag: tagOf(body) } })
}

export function problem(status: number, code: string, current?: object): Response {
  const body = { type: 'about:blank', title: code, status, code, ...(current && { current }) }
  const headers = {
    'content-type': 'application/problem+json',
    ...(current && { etag: tagOf(current) }),
  }
  return new Response(JSON.stringify(body), { status, headers })
}

function bodyOf(init: RequestInit): Readonly<Record<string, unknown>> {
  const parsed: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : {}
  return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {}
}

function alertOf(id: string, handled: boolean) {
  const unknown = { buyerId: null, from: null, to: null, effectiveOn: null, reason: null }
  const at = '2026-11-01T00:00:00.000Z'
  return { id, kind: 'rating_worse', buyer: id, policyId: '1', at, handled, ...unknown }
}

function messageOf(id: string, read: boolean) {
  return { id, title: id, body: id, publishedAt: '2026-11-01T00:00:00.000Z', read }
}
