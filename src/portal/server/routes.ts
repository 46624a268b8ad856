/** Registers a route for each endpoint of the table. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Endpoint } from '../../shared/contract/endpoint.ts'
import { endpoints, type EndpointName, type Endpoints } from '../../shared/contract/endpoints.ts'
import type { ServiceId } from '../../shared/services.ts'
import {
  createAuthenticate,
  type Authenticate,
  type Principal,
} from '../identity/sessions/principal.ts'
import { servicesOf } from '../identity/access/service-grants.ts'
import type { Context } from '../identity/context.ts'
import { ProblemError } from '../platform/problem-error.ts'
import { etagOf, hasTag } from '../platform/etag.ts'
import type { FindClient } from './find-client.ts'
import type { Handlers, PrincipalOf } from '../identity/handler.ts'
import { parseParts } from './parse-request.ts'
import { createServe, type Serve } from './write-queue.ts'

type Options = {
  readonly findClient: FindClient
  /** Parses every answer with its schema before it leaves; for tests. */
  readonly checkAnswers: boolean
}

/** Registers a route for each endpoint, served by the handler of its name. */
export function registerRoutes(
  app: FastifyInstance,
  context: Context,
  handlers: Handlers,
  options: Options,
): void {
  const authenticate = createAuthenticate(context)
  const serve = createServe(context)
  for (const name of Object.keys(endpoints).filter(isEndpointName)) {
    registerRoute(app, authenticate, name, handlers, { ...options, serve })
  }
}

function isEndpointName(name: string): name is EndpointName {
  return name in endpoints
}

function registerRoute<Name extends EndpointName>(
  app: FastifyInstance,
  authenticate: Authenticate,
  name: Name,
  handlers: Pick<Handlers, Name>,
  { findClient, serve, checkAnswers }: Options & { readonly serve: Serve },
): void {
  const table: Endpoints = endpoints
  const endpoint: Endpoints[Name] = table[name]
  const { method, path, bodyLimit, status, answer, personal, conditional }: Endpoint = endpoint
  const handler: Handlers[Name] = handlers[name]
  app.route({
    method: method === 'GET' ? ['GET', 'HEAD'] : method,
    bodyLimit,
    config: { takesBody: endpoint.body !== null },
    url: path.replaceAll(/\{(\w+)\}/g, ':$1'),
    handler: async (request, reply) => {
      const principal = await principalOf(authenticate, endpoint, request)
      const parts = parseParts<Name>(endpoint, request)
      const client = findClient(request)
      const ifMatch = request.headers['if-match']
      const call = { ...parts, principal, client, ifMatch }
      const caller = { client, known: principal !== null }
      const data = await serve(name, caller, async () => handler(call))
      if (checkAnswers) answer?.parse(data)
      if (personal) reply.header('cache-control', 'no-store')
      reply.code(status)
      if (data === undefined) return reply.send()
      return sendJson(request, reply, data, conditional)
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

/** Whether `request` only asks; Node leaves the body of an answer to HEAD out. */
export function isRead({ method }: FastifyRequest): boolean {
  return method === 'GET' || method === 'HEAD'
}

/** Answers `data` with its tag, or 304 to who has it already. */
export function sendJson(
  request: FastifyRequest,
  reply: FastifyReply,
  data: object,
  versioned: boolean,
): FastifyReply {
  const payload = JSON.stringify(data)
  const read = isRead(request)
  if (read || versioned) {
    const etag = etagOf(payload)
    reply.header('etag', etag)
    if (read && hasTag(request.headers['if-none-match'], etag)) {
      return reply.code(304).send()
    }
  }
  return reply.header('content-type', 'application/json; charset=utf-8').send(payload)
}
