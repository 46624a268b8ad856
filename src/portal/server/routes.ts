/** Registers a route for each endpoint of the table. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { isLongBody, type Endpoint } from '../../shared/contract/endpoint.ts'
import { endpoints, type EndpointName, type Endpoints } from '../../shared/contract/endpoints.ts'
import type { ServiceId } from '../../shared/services.ts'
import {
  createAuthenticate,
  type Authenticate,
  type Principal,
} from '../identity/sessions/principal.ts'
import { servicesOf } from '../identity/access/service-grants.ts'
import type { Context } from '../identity/context.ts'
import type { Measures } from '../platform/measures.ts'
import { ProblemError } from '../platform/problem-error.ts'
import { answerOf, sendAnswer, type Answer } from './answer.ts'
import type { FindClient } from './find-client.ts'
import { createHandlers } from './handlers.ts'
import type { Call, Handlers, PrincipalOf } from '../identity/handler.ts'
import { parseParts } from './parse-request.ts'
import { sendText } from './text-answer.ts'
import { sendFile } from './file-answer.ts'
import { createRepeat, type Repeat } from './repeatable/repeat.ts'
import { idempotencyKeyOf, requestText } from './repeatable/requests.ts'
import { createServe, type Serve } from './write-queue.ts'

type Options = {
  readonly findClient: FindClient
  /** Parses every answer with its schema before it leaves; for tests. */
  readonly checkAnswers: boolean
  readonly measures: Measures
}

type Serving = Options & {
  readonly context: Context
  readonly authenticate: Authenticate
  readonly serve: Serve
  readonly repeat: Repeat
}

/** Registers a route for each endpoint, served by the handler of its name. */
export function registerRoutes(app: FastifyInstance, context: Context, options: Options): void {
  const serve = createServe(context, options.measures)
  const handlers = createHandlers(context)
  const serving = {
    ...options,
    context,
    authenticate: createAuthenticate(context),
    serve,
    repeat: createRepeat(context, serve),
  }
  for (const name of Object.keys(endpoints).filter(isEndpointName)) {
    registerRoute(app, name, handlers, serving)
  }
}

function isEndpointName(name: string): name is EndpointName {
  return name in endpoints
}

function registerRoute<Name extends EndpointName>(
  app: FastifyInstance,
  name: Name,
  handlers: Pick<Handlers, Name>,
  { context, authenticate, serve, repeat, findClient, checkAnswers }: Serving,
): void {
  const table: Endpoints = endpoints
  const endpoint: Endpoints[Name] = table[name]
  const { method, path, bodyLimit, answer, service, mediaType }: Endpoint = endpoint
  // What portfolios consist of may be much, and asked for on and on.
  const isPaced = method === 'GET' && service !== null
  const { pacing } = context
  const perform = async (handler: Handlers[Name], call: Call<Name>): Promise<Answer> => {
    const data = await handler(call)
    if (checkAnswers) answer?.parse(data)
    return answerOf(endpoint, data)
  }
  app.route({
    method: method === 'GET' ? ['GET', 'HEAD'] : method,
    bodyLimit,
    config: { takesBody: endpoint.body !== null },
    // Before so much of it is read: from nobody but who may send it.
    ...(isLongBody(endpoint) && {
      onRequest: async (request: FastifyRequest) => {
        await principalOf(authenticate, endpoint, request)
      },
    }),
    url: path.replaceAll(/\{(\w+)\}/g, ':$1'),
    handler: async (request, reply) => {
      const principal = await principalOf(authenticate, endpoint, request)
      const parts = parseParts<Name>(endpoint, request)
      const client = findClient(request)
      const call = { ...parts, principal, client, ifMatch: request.headers['if-match'] }
      if (mediaType === 'application/octet-stream') {
        const read = async () => handlers[name](call)
        const file = await (principal === null
          ? read()
          : pacing(principal.user.id, client.signal, read))
        return sendFile(request, reply, endpoint, file)
      }
      if (mediaType !== 'application/json') {
        return sendText(request, reply, endpoint, await handlers[name](call))
      }
      const key = idempotencyKeyOf(endpoint, request)
      const caller = { client, known: principal !== null }
      const task = () => perform(handlers[name], call)
      const done =
        principal === null || key === null
          ? await serve(name, caller, () =>
              isPaced && principal !== null
                ? pacing(principal.user.id, client.signal, task)
                : task(),
            )
          : await repeat(
              {
                userId: principal.user.id,
                endpoint: name,
                key,
                text: requestText(request),
                client,
              },
              // Handlers that do all on a database of this call alone.
              (db) => perform(createHandlers({ ...context, db })[name], call),
            )
      return sendAnswer(request, reply, done)
    },
  })
}

/** Overloaded, as TypeScript cannot narrow a generic by one of its fields. */
function principalOf<Of extends Endpoint>(
  authenticate: Authenticate,
  endpoint: Of,
  request: FastifyRequest,
): Promise<PrincipalOf<Of>>
async function principalOf(
  authenticate: Authenticate,
  { access, service }: Endpoint,
  request: FastifyRequest,
): Promise<Principal | null> {
  if (access === 'open') return null
  const principal = await authenticate(request.headers.authorization, access)
  assertGranted(service, principal)
  return principal
}

/**
 * The one place that asks whether somebody may use a service.
 * @throws ProblemError `forbidden` with the service that is not granted
 */
function assertGranted(service: ServiceId | null, { user }: Principal): void {
  if (service === null || servicesOf(user).includes(service)) return
  throw new ProblemError('forbidden', { service })
}
