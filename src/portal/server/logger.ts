/** What the portal logs, and how: JSON lines, one a request, and never what anybody typed. */
import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { FastifyInstance } from 'fastify'
import type { Measures } from '../platform/measures.ts'
import { parseAddress } from '../platform/network/address.ts'
import type { IsTrusted } from '../platform/network/forwarded.ts'
import type { LogLevel } from '../settings.ts'
import { isRead } from './answer.ts'

/** Bodies are never logged; should a secret get in, it is cut out. */
const secrets = [
  'authorization',
  'cookie',
  'password',
  'newPassword',
  'currentPassword',
  'answer',
  'answers',
  'accessToken',
  'refreshToken',
  'token',
]

/** Pino's options for a log of `level`. */
export function loggerOptions(level: LogLevel | 'silent') {
  return {
    level,
    redact: {
      paths: secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`, `*.headers["${name}"]`]),
      censor: '[redacted]',
    },
    serializers: {
      // Name, message and place of a fault; never the values it may carry along.
      err: (error: Error) => ({
        type: error.name,
        message: error.message,
        stack: error.stack ?? '',
      }),
    },
  }
}

/** Has `app` write its one line about each request, and note it. */
export function logRequests(app: FastifyInstance, measures: Measures): void {
  app.decorateRequest('refusal', null)
  app.addHook('onResponse', async (request, reply) => {
    const { method, refusal } = request
    const route = request.routeOptions.url ?? null
    const status = reply.statusCode
    measures.answered({ method, route, status, seconds: reply.elapsedTime / 1000 })
    if (refusal !== null) measures.refused(refusal.code)
    if (refusal?.database) measures.databaseFailed(refusal.database)
    // Patterns, never addresses: a query may carry what was typed. Reads that succeed are many.
    const quiet = isRead(request) && status < 400
    request.log[quiet ? 'debug' : 'info'](
      {
        reqId: request.id,
        method,
        route,
        status,
        ...(refusal !== null && { code: refusal.code }),
        ms: Math.round(reply.elapsedTime),
      },
      'request',
    )
  })
}

/** The header in which gateways name a request. */
const header = 'x-request-id'

/** Names as gateways make them: nothing that could pass for another part of a line, and none too long. */
const safe = /^[\w-]{8,64}$/

/**
 * What a request is called in answers and logs: as a gateway in front calls it already, so that both
 * logs can be read together; from anybody else no name is taken over.
 */
export function createRequestIds(isTrusted: IsTrusted): (request: IncomingMessage) => string {
  return ({ headers, socket }) => {
    const given = headers[header]
    if (typeof given !== 'string' || !safe.test(given)) return randomUUID()
    const peer = parseAddress(socket.remoteAddress ?? '')
    return peer !== null && isTrusted(peer) ? given : randomUUID()
  }
}
