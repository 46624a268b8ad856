/** `openapi.json`, from the endpoint table. */
import { z } from 'zod'
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
} from 'zod-openapi'
import {
  idempotencyKeySchema,
  isRepeatable,
  tags,
  type Endpoint,
} from '../../shared/contract/endpoint.ts'
import { endpoints } from '../../shared/contract/endpoints.ts'
import { enrolmentSchema, personalDataSchema } from '../../shared/contract/identity/enrolment.ts'
import { meSchema } from '../../shared/contract/identity/me.ts'
import { metaSchema } from '../../shared/contract/portal/meta.ts'
import { passwordPolicySchema } from '../../shared/contract/identity/password-policy.ts'
import { servnetHomeSchema } from '../../shared/contract/servnet/home.ts'
import { sessionSchema } from '../../shared/contract/identity/sessions.ts'
import { problemSchema, problemStatus, type ProblemCode } from '../../shared/contract/problem.ts'
import { contact } from '../platform/contact.ts'
import { portalName, portalVersion } from './meta.ts'

/** Schemas that several operations share, written once. */
const named = {
  Problem: problemSchema,
  Session: sessionSchema,
  Enrolment: enrolmentSchema,
  PersonalData: personalDataSchema,
  Me: meSchema,
  Meta: metaSchema,
  PasswordPolicy: passwordPolicySchema,
  ServnetHome: servnetHomeSchema,
}

/** The contract as an OpenAPI 3.1 document. */
export function openApiDocument(): ReturnType<typeof createDocument> {
  const paths: ZodOpenApiPathsObject = {}
  for (const [name, endpoint] of Object.entries(endpoints)) {
    const path = (paths[endpoint.path] ??= {})
    path[methodOf(endpoint)] = operation(name, endpoint)
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: portalName,
      version: portalVersion,
      description:
        'One identity for a credit insurer’s online services: signing in, the first sign-in, a forgotten password, the profile, and each service’s first page. Refusals are RFC 9457 problem details with a stable `code`.',
      contact: { name: contact.company, url: contact.website, email: contact.email },
      license: { name: 'All rights reserved', identifier: 'LicenseRef-All-Rights-Reserved' },
    },
    servers: [{ url: '/', description: 'The portal that serves this document' }],
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      schemas: named,
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
    },
  })
}

function methodOf({ method }: Endpoint) {
  const lower = { GET: 'get', POST: 'post', PUT: 'put', PATCH: 'patch', DELETE: 'delete' } as const
  return lower[method]
}

function operation(name: string, endpoint: Endpoint): ZodOpenApiOperationObject {
  const { summary, description, tag, access, params, query, body } = endpoint
  return {
    operationId: name,
    summary,
    description,
    tags: [tag],
    security: access === 'open' ? [] : [{ bearer: [] }],
    requestParams: { path: params, query, header: requestHeaders(endpoint) },
    ...(body && {
      requestBody: { required: true, content: { 'application/json': { schema: body } } },
    }),
    responses: {
      ...answerResponses(endpoint),
      ...problemResponses(endpoint),
    },
  }
}

/** Reads name the version that someone has, edits the one that they were made on, writes themselves. */
function requestHeaders(endpoint: Endpoint) {
  if (endpoint.mediaType !== 'application/json') return z.object({})
  if (endpoint.method === 'GET') return z.object({ 'If-None-Match': z.string().optional() })
  return z.object({
    ...(endpoint.conditional && { 'If-Match': z.string() }),
    ...(isRepeatable(endpoint) && { 'Idempotency-Key': idempotencyKeySchema.optional() }),
  })
}

const text = { schema: { type: 'string' } } as const
const file = { schema: { type: 'string', format: 'binary' } } as const

function answerResponses(endpoint: Endpoint) {
  const { method, conditional, summary, status, answer, mediaType } = endpoint
  if (mediaType === 'application/octet-stream') {
    const headers = { 'Content-Disposition': text }
    return { [status]: { description: summary, headers, content: { [mediaType]: file } } }
  }
  if (mediaType !== 'application/json') {
    return { [status]: { description: summary, content: { [mediaType]: text } } }
  }
  const isRead = method === 'GET'
  return {
    [status]: {
      description: summary,
      ...((isRead || conditional) && { headers: { ETag: text } }),
      ...(answer && { content: { 'application/json': { schema: answer } } }),
    },
    ...(isRead && { 304: { description: 'As `If-None-Match` has it', headers: { ETag: text } } }),
  }
}

function problemResponses(endpoint: Endpoint) {
  const byStatus = Object.groupBy(problemsOf(endpoint), (code) => problemStatus[code])
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, group]) => [
      status,
      {
        description: group.map((code) => `\`${code}\``).join(', '),
        content: { 'application/problem+json': { schema: problemSchema } },
      },
    ]),
  )
}

/** What any endpoint may answer: to an address that cannot be read, for one. */
const anywhere: readonly ProblemCode[] = [
  'invalid_request',
  'expectation_failed',
  'internal',
  'unavailable',
]
const problemsOfAccess = {
  open: [],
  enrolling: ['unauthenticated', 'token_expired'],
  passwordDue: ['unauthenticated', 'token_expired', 'enrolment_required'],
  signedIn: ['unauthenticated', 'token_expired', 'enrolment_required', 'password_change_required'],
} as const satisfies Record<Endpoint['access'], readonly ProblemCode[]>

/** The refusals that `endpoint` can answer: its own, and those of what it asks for. */
export function problemsOf(endpoint: Endpoint): ReadonlySet<ProblemCode> {
  return new Set<ProblemCode>([
    ...(endpoint.body === null ? [] : (['unsupported_media_type'] as const)),
    // One that nobody asked for is read, too, before it is passed over.
    ...(endpoint.method === 'GET' ? [] : (['payload_too_large'] as const)),
    ...problemsOfAccess[endpoint.access],
    ...(endpoint.service === null ? [] : (['forbidden'] as const)),
    ...(isRepeatable(endpoint) ? (['idempotency_conflict', 'in_progress'] as const) : []),
    ...endpoint.problems,
    ...anywhere,
  ])
}
