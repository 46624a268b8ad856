/**
 * The portal's sessions alone, in memory and without hashing, so that hundreds of orders in which
 * its answers arrive can be tried. Each request arrives, and each answer returns, when `hold` lets it.
 */
import { randomBytes } from 'node:crypto'
import type { Session, SessionNext } from '../../../src/shared/contract/identity/sessions.ts'
import type { Fetch } from '../../../src/main/portal-client/exchange.ts'

type Live = {
  readonly username: string
  /** The how-manieth sign-in it came of, counted from 1. */
  readonly attempt: number
  next: SessionNext
  ended: boolean
  accessTokens: Set<string>
  refreshTokens: Set<string>
}

export type SessionPortal = {
  readonly fetch: Fetch
  /** The sessions that nobody has ended. */
  readonly live: () => readonly Live[]
  /** A contact person ends every session. */
  readonly endAll: () => void
}

const token = () => randomBytes(32).toString('base64url')
const hour = 3_600_000

/** @param hold resolves when what `label` names may go on */
export function createSessionPortal(hold: (label: string) => Promise<void>): SessionPortal {
  const sessions: Live[] = []

  function issue(session: Live): Session {
    const [accessToken, refreshToken] = [token(), token()]
    session.accessTokens.add(accessToken)
    session.refreshTokens.add(refreshToken)
    return {
      sessionId: String(sessions.indexOf(session)),
      accessToken,
      accessTokenExpiresAt: new Date(Date.now() + hour).toISOString(),
      refreshToken,
      next: session.next,
      user: { username: session.username, displayName: null, language: 'fr', services: [] },
    }
  }

  function begin(username: string, attempt: number): Response {
    const session: Live = {
      username,
      attempt,
      next: 'enrolment',
      ended: false,
      accessTokens: new Set(),
      refreshTokens: new Set(),
    }
    sessions.push(session)
    return json(201, issue(session))
  }

  function renew(refreshToken: string): Response {
    const session = sessions.find((one) => one.refreshTokens.has(refreshToken) && !one.ended)
    if (session === undefined) return refused()
    // Used for the first time: what came before it is done with.
    session.refreshTokens = new Set([refreshToken])
    return json(200, issue(session))
  }

  function signedIn(path: string, bearer: string): Response {
    const session = sessions.find((one) => one.accessTokens.has(bearer) && !one.ended)
    if (session === undefined) return refused()
    switch (path) {
      case 'DELETE /v1/sessions/current':
        session.ended = true
        return new Response(null, { status: 204 })
      case 'PUT /v1/enrolment/personal-data':
        session.next = 'ready'
        return json(200, { state: 'complete', session: issue(session) })
      case 'GET /v1/enrolment':
        return json(200, enrolment(session))
      default:
        return json(200, { items: [], nextCursor: null })
    }
  }

  let attempts = 0
  return {
    live: () => sessions.filter(({ ended }) => !ended),
    endAll() {
      for (const session of sessions) session.ended = true
    },
    async fetch(url, init) {
      const path = `${init.method ?? 'GET'} ${new URL(url).pathname}`
      const sent = new Map(Object.entries(parse(init.body)))
      const bearer = new Headers(init.headers).get('authorization')?.slice('Bearer '.length) ?? ''
      if (path === 'POST /v1/sessions') attempts += 1
      const attempt = attempts
      await hold(`${path} arrives`)
      const response =
        path === 'POST /v1/sessions'
          ? begin(sent.get('username') ?? '', attempt)
          : path === 'POST /v1/sessions/refresh'
            ? renew(sent.get('refreshToken') ?? '')
            : signedIn(path, bearer)
      await hold(`${path} is answered`)
      return response
    },
  }
}

function enrolment({ next }: Live) {
  return {
    state: next === 'ready' ? 'complete' : 'personalData',
    expiresAt: new Date(Date.now() + hour).toISOString(),
    draft: {
      questionIds: [],
      email: null,
      firstName: null,
      lastName: null,
      language: 'fr',
      alertsByEmail: false,
    },
  }
}

function parse(body: RequestInit['body']): Record<string, string> {
  const parsed: unknown = typeof body === 'string' ? JSON.parse(body) : {}
  const entries = Object.entries(typeof parsed === 'object' && parsed !== null ? parsed : {})
  return Object.fromEntries(entries.map(([key, value]) => [key, String(value)]))
}

function json(status: number, body: object): Response {
  return Response.json(body, { status })
}

function refused(): Response {
  const problem = { type: 'about:blank', title: 'x', status: 401, code: 'unauthenticated' }
  const headers = { 'content-type': 'application/problem+json' }
  return new Response(JSON.stringify(problem), { status: 401, headers })
}
