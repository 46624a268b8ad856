/** Registers a route for each endpoint of the table. */
import { hash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import {
  endpoints,
  type Endpoint,
  type EndpointName,
  type Endpoints,
} from '../../shared/portal/endpoints.ts'
import { createAuthenticate, type Authenticate, type Principal } from '../auth/principal.ts'
import type { Context } from '../context.ts'
import { isLasting } from '../db/remember.ts'
import type { Handlers, PrincipalOf } from './handler.ts'
import { parseParts } from './parse-request.ts'

type Options = {
  /** Parses every answer with its schema before it leaves; for tests. */
  readonly checkAnswers: boolean
}

export function registerRoutes(
  app: FastifyInstance,
  context: Context,
  handlers: Handlers,
  options: Options,
): void {
  const authenticate = createAuthenticate(context)
  for (const name of Object.keys(endpoints).filter(isEndpointName)) {
    registerRoute(app, authenticate, name, handlers, options)
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
  { checkAnswers }: Options,
): void {
  const table: Endpoints = endpoints
  const endpoint: Endpoints[Name] = table[name]
  const { method, path, status, answer, personal }: Endpoint = endpoint
  const handler: Handlers[Name] = handlers[name]
  app.route({
    method,
    url: path.replaceAll(/\{(\w+)\}/g, ':$1'),
    handler: async (request, reply) => {
      const principal = await principalOf(authenticate, endpoint, request)
      const parts = parseParts<Name>(endpoint, request)
      const data = await handler({ ...parts, principal, address: request.ip })
      if (checkAnswers) answer?.parse(data)
      if (personal) reply.header('cache-control', 'no-store')
      reply.code(status)
      return data === undefined ? reply.send() : sendJson(request, reply, data)
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
  { access }: Endpoint,
  request: FastifyRequest,
): Promise<Principal | null> {
  if (access === 'open') return null
  return authenticate(request.headers.authorization, access)
}

type Representation = { readonly payload: string; readonly etag: string }

/** What lasts is written only once. */
const represented = new WeakMap<object, Representation>()

function represent(data: object): Representation {
  const known = represented.get(data)
  if (known !== undefined) return known
  const payload = JSON.stringify(data)
  const representation = { payload, etag: `"${hash('sha1', payload, 'base64url')}"` }
  if (isLasting(data)) represented.set(data, representation)
  return representation
}

function sendJson(request: FastifyRequest, reply: FastifyReply, data: object): FastifyReply {
  const { payload, etag } = represent(data)
  if (request.method === 'GET') {
    reply.header('etag', etag)
    if (hasTag(request.headers['if-none-match'], etag)) {
      return reply.code(304).send()
    }
  }
  return reply.header('content-type', 'application/json; charset=utf-8').send(payload)
}

/** Split by the comma alone: a pattern that takes the spaces along takes the square of their number. */
function hasTag(tags: string | undefined, etag: string): boolean {
  return tags?.split(',').some((tag) => tag.trim() === etag) ?? false
}
