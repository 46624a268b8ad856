/** `openapi.json`, from the endpoint table. */
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
} from 'zod-openapi'
import type { Endpoint } from '../shared/portal/endpoint.ts'
import { endpoints } from '../shared/portal/endpoints.ts'
import { enrolmentSchema, personalDataSchema } from '../shared/portal/enrolment.ts'
import { meSchema } from '../shared/portal/me.ts'
import { metaSchema } from '../shared/portal/meta.ts'
import { passwordPolicySchema } from '../shared/portal/password-policy.ts'
import { servnetHomeSchema } from '../shared/portal/servnet.ts'
import { sessionSchema } from '../shared/portal/sessions.ts'
import { problemSchema, problemStatus, type ProblemCode } from '../shared/portal/problem.ts'
import { portalName, portalVersion } from './meta/meta.ts'

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

/** What any endpoint may answer. */
const anywhere: readonly ProblemCode[] = ['internal', 'unavailable']
const withBody: readonly ProblemCode[] = [
  'invalid_request',
  'payload_too_large',
  'unsupported_media_type',
]
const problemsOfAccess = {
  open: [],
  enrolling: ['unauthenticated', 'token_expired'],
  passwordDue: ['unauthenticated', 'token_expired', 'enrolment_required'],
  signedIn: ['unauthenticated', 'token_expired', 'enrolment_required', 'password_change_required'],
} as const satisfies Record<Endpoint['access'], readonly ProblemCode[]>

export function openApiDocument(): ReturnType<typeof createDocument> {
  const paths: ZodOpenApiPathsObject = {}
  for (const [name, endpoint] of Object.entries(endpoints)) {
    const path = (paths[endpoint.path] ??= {})
    path[methodOf(endpoint)] = operation(name, endpoint)
  }
  return createDocument({
    openapi: '3.1.0',
    info: { title: portalName, version: portalVersion },
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
  const { summary, access, params, query, body, status, answer } = endpoint
  return {
    operationId: name,
    summary,
    security: access === 'open' ? [] : [{ bearer: [] }],
    requestParams: { path: params, query },
    ...(body && {
      requestBody: { required: true, content: { 'application/json': { schema: body } } },
    }),
    responses: {
      [status]: {
        description: summary,
        ...(answer && { content: { 'application/json': { schema: answer } } }),
      },
      ...problemResponses(endpoint),
    },
  }
}

function problemResponses(endpoint: Endpoint) {
  const asksForSomething =
    endpoint.body !== null || hasFields(endpoint.query) || hasFields(endpoint.params)
  const codes = new Set<ProblemCode>([
    ...(endpoint.body === null ? [] : withBody),
    ...(asksForSomething ? (['invalid_request'] as const) : []),
    ...problemsOfAccess[endpoint.access],
    ...endpoint.problems,
    ...anywhere,
  ])
  const byStatus = Object.groupBy(codes, (code) => problemStatus[code])
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

function hasFields(schema: Endpoint['params']): boolean {
  return Object.keys(schema.shape).length > 0
}
