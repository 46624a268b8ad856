/** The HTTP server: limits, headers, logs, errors, routes. */
import { randomUUID } from 'node:crypto'
import Fastify, {
  LogController,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify'
import { bodyLimits } from '../../shared/contract/endpoint.ts'
import type { Context } from '../identity/context.ts'
import type { PortalOptions } from '../settings.ts'
import { createIsTrusted } from '../platform/network/forwarded.ts'
import { takeBodies } from './body.ts'
import { limitConnections } from './connections.ts'
import { answerClientError, handleError } from './errors.ts'
import { createFindClient } from './find-client.ts'
import { createHandlers } from './handlers.ts'
import { loggerOptions } from './logger.ts'
import { answerOtherMethods, answerUnroutable } from './methods.ts'
import { limitReceiving } from './receiving.ts'
import { standInLine } from './request-line.ts'
import { isRead, registerRoutes, sendJson } from './routes.ts'

/** Milliseconds. Node looks at intervals, so that each is exceeded by one of them at most. */
const timeouts = {
  /** For the headers, from the first byte or from the connection on. */
  headersTimeout: 10_000,
  /** For all of a request. */
  requestTimeout: 20_000,
  connectionsCheckingInterval: 2000,
} as const

/** More than proxies add; Node's own limit of 16 kB holds for all of them together. */
const mostHeaders = 100

const securityHeaders = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
} as const

export function createServer(context: Context, options: PortalOptions): FastifyInstance {
  const app = Fastify({
    logger: loggerOptions(options.logLevel ?? 'info'),
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit: bodyLimits.usual,
    return503OnClosing: false,
    requestTimeout: timeouts.requestTimeout,
    http: timeouts,
    clientErrorHandler: answerClientError,
    exposeHeadRoutes: false,
    frameworkErrors: (error, request, reply) => {
      setHeaders(request, reply)
      answerUnroutable(error, request, reply)
    },
  })
  // A logger of its own for each request costs more than the rest of a read; its id is enough.
  app.setChildLoggerFactory((logger) => logger)
  app.addHook('onRequest', async (request, reply) => setHeaders(request, reply))
  app.server.maxHeadersCount = mostHeaders
  const isTrusted = createIsTrusted(options.trustedProxies ?? [])
  const findClient = createFindClient(isTrusted, app.log)
  limitConnections(app, isTrusted)
  limitReceiving(app, findClient)
  standInLine(app, findClient)
  answerOtherMethods(app)
  takeBodies(app)
  app.addHook('onResponse', async (request, reply) => {
    // Patterns, never addresses: a query may carry what was typed. Reads that succeed are many.
    const quiet = isRead(request) && reply.statusCode < 400
    request.log[quiet ? 'debug' : 'info'](
      {
        reqId: request.id,
        method: request.method,
        route: request.routeOptions.url,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'request',
    )
  })
  closeConnectionsInTime(app)
  app.setErrorHandler(handleError)
  registerRoutes(app, context, createHandlers(context), {
    findClient,
    checkAnswers: options.checkAnswers ?? false,
  })
  app.route({
    method: ['GET', 'HEAD'],
    url: '/v1/openapi.json',
    handler: async (request, reply) => {
      // Loaded when asked for: it is the only one that needs the generator.
      const { openApiDocument } = await import('./openapi.ts')
      return sendJson(request, reply, openApiDocument(), false)
    },
  })
  return app
}

/** Gives an answer, whatever it says, the headers that every answer bears. */
function setHeaders(request: FastifyRequest, reply: FastifyReply): void {
  reply.headers(securityHeaders).header('request-id', request.id)
}

/**
 * Closing ends idle connections once, at its start; those that were answering then would stay open
 * until their keep-alive runs out. So each is ended as soon as its answer is out.
 */
function closeConnectionsInTime(app: FastifyInstance): void {
  let closing = false
  app.addHook('preClose', async () => {
    closing = true
  })
  app.addHook('onResponse', async () => {
    if (closing) setImmediate(() => app.server.closeIdleConnections())
  })
}
