/** The HTTP server: limits, headers, logs, errors, routes. */
import underPressure from '@fastify/under-pressure'
import Fastify, {
  LogController,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify'
import { bodyLimits } from '../../shared/contract/endpoint.ts'
import type { Context } from '../identity/context.ts'
import type { PortalOptions } from '../settings.ts'
import { noMeasures } from '../platform/measures.ts'
import { ProblemError } from '../platform/problem-error.ts'
import { createIsTrusted } from '../platform/network/forwarded.ts'
import { answerOf, sendAnswer } from './answer.ts'
import { parseBodies } from './body.ts'
import { limitConnections } from './connections.ts'
import { handleError } from './errors.ts'
import { createFindClient } from './find-client.ts'
import { createRequestIds, loggerOptions, logRequests } from './logger.ts'
import { answerOtherMethods, answerUnroutable } from './methods.ts'
import { limitReceiving, longestRequest } from './receiving.ts'
import { queueRequests } from './request-queue.ts'
import { registerRoutes } from './routes.ts'
import { securityHeaders } from './security-headers.ts'
import { createWireRefusals } from './wire-refusals.ts'

/** Milliseconds. Node looks at intervals, so that each is exceeded by one of them at most. */
const timeouts = {
  /** For the headers, from the first byte or from the connection on. */
  headersTimeout: 10_000,
  /** For all of a request, as the longest may take; most have less (`receiving.ts`). */
  requestTimeout: longestRequest,
  connectionsCheckingInterval: 2000,
} as const

/** More than proxies add; Node's own limit of 16 kB holds for all of them together. */
const mostHeaders = 100

/**
 * When nothing more is begun, as the machine itself is overloaded and every answer would come too late.
 * Queues and turns keep a flood far below it (`docs/decisions/0015-fairness.md`). All in milliseconds.
 */
const overload = {
  /** How late the event loop is on average. */
  maxEventLoopDelay: 1000,
  /** Over so long: one stall, of the disk or of a start, is no overload. */
  sampleInterval: 5000,
} as const

/** What the document itself is, which is not in the table that it is made of. */
const openApiEndpoint = { method: 'GET', status: 200, personal: false, conditional: false } as const

/** The server, ready to listen. */
export async function createServer(
  context: Context,
  options: PortalOptions,
): Promise<FastifyInstance> {
  const measures = options.measures ?? noMeasures
  const isTrusted = createIsTrusted(options.trustedProxies ?? [])
  const wire = createWireRefusals()
  const app = Fastify({
    logger: loggerOptions(options.logLevel ?? 'info'),
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: createRequestIds(isTrusted),
    bodyLimit: bodyLimits.usual,
    return503OnClosing: false,
    requestTimeout: timeouts.requestTimeout,
    http: { ...timeouts, requireHostHeader: false },
    clientErrorHandler: wire.answerClientError,
    exposeHeadRoutes: false,
    frameworkErrors: (error, request, reply) => {
      setHeaders(request, reply)
      answerUnroutable(error, request, reply)
    },
  })
  // A logger of its own for each request costs more than the rest of a read; its id is enough.
  app.setChildLoggerFactory((logger) => logger)
  logRequests(app, measures)
  app.addHook('onRequest', async (request, reply) => setHeaders(request, reply))
  wire.refuseOn(app)
  // In front of everything else, so it is loaded before what follows is added.
  await app.register(underPressure, {
    ...overload,
    pressureHandler: async () => {
      throw new ProblemError('unavailable', { retryAfter: overload.sampleInterval / 1000 })
    },
  })
  app.server.maxHeadersCount = mostHeaders
  const findClient = createFindClient(isTrusted, app.log)
  limitConnections(app, isTrusted)
  limitReceiving(app, findClient)
  queueRequests(app, findClient, measures)
  answerOtherMethods(app)
  parseBodies(app)
  closeConnectionsInTime(app)
  app.setErrorHandler(handleError)
  registerRoutes(app, context, {
    findClient,
    checkAnswers: options.checkAnswers ?? false,
    measures,
  })
  app.route({
    method: ['GET', 'HEAD'],
    url: '/v1/openapi.json',
    handler: async (request, reply) => {
      // Loaded when asked for: it is the only one that needs the generator.
      const { openApiDocument } = await import('./openapi.ts')
      return sendAnswer(request, reply, answerOf(openApiEndpoint, openApiDocument()))
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
