/**
 * Refusals of what Node's server would answer by itself, without a body, or not at all: what is no
 * HTTP, what names no host, expects what is not done, asks for a tunnel, or says one thing twice.
 */
import { STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { ProblemError } from '../platform/problem-error.ts'
import { problemAnswer, type Answer } from './answer.ts'
import { securityHeaders } from './security-headers.ts'

/** Headers that have one value; of two, a proxy in front may take the other one. */
const singular = new Set([
  'authorization',
  'content-length',
  'content-type',
  'host',
  'idempotency-key',
  'if-match',
])

export type WireRefusals = {
  /** For Fastify's `clientErrorHandler`. */
  readonly answerClientError: (error: { readonly code?: string }, socket: Socket) => void
  /** Has `app` refuse the rest; in front of its other hooks. */
  readonly refuseOn: (app: FastifyInstance) => void
}

/** What a connection has before it: requests that are not answered yet, and what comes after them. */
type Pending = { readonly requests: Set<IncomingMessage>; last: (() => void) | null }

/** What refuses on the wire, for one server. */
export function createWireRefusals(): WireRefusals {
  const pendingOf = new WeakMap<Socket, Pending>()
  const unmet = new WeakSet<IncomingMessage>()

  const note = (request: IncomingMessage, response: ServerResponse): void => {
    const { socket } = request
    const pending = pendingOf.get(socket) ?? { requests: new Set(), last: null }
    pendingOf.set(socket, pending)
    pending.requests.add(request)
    response.once('close', () => {
      pending.requests.delete(request)
      pending.last?.()
    })
  }

  /** Hangs up with `answer`, after those to all requests that came whole before it. */
  const hangUp = (socket: Socket, answer: Answer): void => {
    const pending = pendingOf.get(socket)
    const isLast = ![...(pending?.requests ?? [])].some(({ complete }) => complete)
    if (pending !== undefined) pending.last = isLast ? null : () => hangUp(socket, answer)
    if (!isLast) return
    if (socket.writable) socket.end(textOf(answer), () => socket.destroy())
    else socket.destroy()
  }

  return {
    answerClientError: ({ code }, socket) => {
      if (code === 'ECONNRESET' || !socket.writable) socket.destroy()
      else hangUp(socket, problemAnswer({ code: 'invalid_request', extras: {} }))
    },
    refuseOn: (app) => {
      app.server.on('request', note)
      app.server.on('connect', (_request: IncomingMessage, socket: Socket) => {
        socket.on('error', () => socket.destroy())
        const extras = { headers: { allow: '' } }
        hangUp(socket, problemAnswer({ code: 'method_not_allowed', extras }))
      })
      app.server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) => {
        unmet.add(request)
        app.server.emit('request', request, response)
      })
      app.addHook('onRequest', async ({ raw }) => {
        if (unmet.has(raw)) throw new ProblemError('expectation_failed')
        assertUnambiguous(raw)
      })
    },
  }
}

/** @throws ProblemError `invalid_request` where a header is there twice, or the host is not named */
function assertUnambiguous({ rawHeaders, httpVersion, headers }: IncomingMessage): void {
  const seen = new Set<string>()
  for (const [index, text] of rawHeaders.entries()) {
    const name = text.toLowerCase()
    // Names and values take turns.
    if (index % 2 === 1 || !singular.has(name)) continue
    if (seen.has(name)) throw refusal('repeated_header')
    seen.add(name)
  }
  if (httpVersion === '1.1' && headers.host === undefined) throw refusal('host_required')
}

function refusal(code: 'repeated_header' | 'host_required'): ProblemError {
  return new ProblemError('invalid_request', { errors: [{ pointer: '', code }] })
}

/** `answer` as HTTP, the last of its connection. */
function textOf({ status, headers, payload }: Answer): string {
  const body = payload ?? ''
  const all = {
    ...securityHeaders,
    ...headers,
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${String(value)}`)
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, ...lines, '', body].join('\r\n')
}
