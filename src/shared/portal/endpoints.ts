/**
 * The endpoint table: the server registers its routes from it, the client takes its types from
 * it, and `openapi.json` is generated from it. An endpoint that is not here does not exist.
 */
import type { z } from 'zod'
import { emptySchema } from './common.ts'
import {
  enrolmentCompletedSchema,
  enrolmentSchema,
  enrolmentSecurityRequestSchema,
  personalDataSchema,
} from './enrolment.ts'
import { meSchema } from './me.ts'
import { healthSchema, metaSchema } from './meta.ts'
import { pageOf, pageQuerySchema } from './paging.ts'
import {
  passwordCheckRequestSchema,
  passwordCheckSchema,
  passwordPolicySchema,
} from './password-policy.ts'
import type { ProblemCode } from './problem.ts'
import { securityQuestionsQuerySchema, securityQuestionsSchema } from './security-questions.ts'
import { servnetHomeSchema } from './servnet.ts'
import {
  sessionCreateRequestSchema,
  sessionListItemSchema,
  sessionParamsSchema,
  sessionRefreshRequestSchema,
  sessionSchema,
} from './sessions.ts'

/** Who may call: anyone, someone in the middle of enrolment, or a fully signed-in person. */
export type Access = 'open' | 'enrolling' | 'signedIn'

export type Endpoint = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Path with `{name}` for each parameter, as in OpenAPI. */
  readonly path: string
  readonly summary: string
  readonly access: Access
  readonly params: z.ZodObject
  readonly query: z.ZodObject
  readonly body: z.ZodType | null
  readonly status: 200 | 201 | 202 | 204
  /** Null where there is no body to answer with (204). */
  readonly answer: z.ZodType | null
  /** Codes beyond those that any endpoint may answer. */
  readonly problems: readonly ProblemCode[]
  /** Personal answers carry `Cache-Control: no-store`. */
  readonly personal: boolean
}

const defaults = { params: emptySchema, query: emptySchema, body: null, problems: [] } as const

export const endpoints = {
  health: {
    ...defaults,
    method: 'GET',
    path: '/healthz',
    summary: 'Whether the portal can serve',
    access: 'open',
    status: 200,
    answer: healthSchema,
    personal: false,
  },
  meta: {
    ...defaults,
    method: 'GET',
    path: '/v1/meta',
    summary: 'Services, contact and policy flags',
    access: 'open',
    status: 200,
    answer: metaSchema,
    personal: false,
  },
  passwordPolicy: {
    ...defaults,
    method: 'GET',
    path: '/v1/password-policy',
    summary: 'The rules that a new password must meet',
    access: 'open',
    status: 200,
    answer: passwordPolicySchema,
    personal: false,
  },
  securityQuestions: {
    ...defaults,
    method: 'GET',
    path: '/v1/security-questions',
    summary: 'The questions to choose three from, in one language',
    access: 'open',
    query: securityQuestionsQuerySchema,
    status: 200,
    answer: securityQuestionsSchema,
    personal: false,
  },
  passwordCheck: {
    ...defaults,
    method: 'POST',
    path: '/v1/password-checks',
    summary: 'Every rule that a password fails',
    access: 'open',
    body: passwordCheckRequestSchema,
    status: 200,
    answer: passwordCheckSchema,
    problems: ['too_many_attempts'],
    personal: true,
  },
  sessionCreate: {
    ...defaults,
    method: 'POST',
    path: '/v1/sessions',
    summary: 'Sign in',
    access: 'open',
    body: sessionCreateRequestSchema,
    status: 201,
    answer: sessionSchema,
    // `flow_expired`: the initial password was right but its 14 days are over.
    problems: ['invalid_credentials', 'too_many_attempts', 'flow_expired'],
    personal: true,
  },
  sessionRefresh: {
    ...defaults,
    method: 'POST',
    path: '/v1/sessions/refresh',
    summary: 'Rotate the refresh token',
    access: 'open',
    body: sessionRefreshRequestSchema,
    status: 200,
    answer: sessionSchema,
    problems: ['unauthenticated', 'token_expired', 'too_many_attempts'],
    personal: true,
  },
  sessionList: {
    ...defaults,
    method: 'GET',
    path: '/v1/sessions',
    summary: 'Where this person is signed in',
    access: 'signedIn',
    query: pageQuerySchema,
    status: 200,
    answer: pageOf(sessionListItemSchema),
    personal: true,
  },
  sessionEndCurrent: {
    ...defaults,
    method: 'DELETE',
    path: '/v1/sessions/current',
    summary: 'Sign out here',
    access: 'enrolling',
    status: 204,
    answer: null,
    personal: true,
  },
  sessionEnd: {
    ...defaults,
    method: 'DELETE',
    path: '/v1/sessions/{id}',
    summary: 'Sign out somewhere else',
    access: 'signedIn',
    params: sessionParamsSchema,
    status: 204,
    answer: null,
    problems: ['not_found'],
    personal: true,
  },
  enrolment: {
    ...defaults,
    method: 'GET',
    path: '/v1/enrolment',
    summary: 'Where the first sign-in stands',
    access: 'enrolling',
    status: 200,
    answer: enrolmentSchema,
    problems: ['flow_expired'],
    personal: true,
  },
  enrolmentSecurity: {
    ...defaults,
    method: 'PUT',
    path: '/v1/enrolment/security',
    summary: 'Step 1: a password of one’s own and three questions',
    access: 'enrolling',
    body: enrolmentSecurityRequestSchema,
    status: 200,
    answer: enrolmentSchema,
    problems: [
      'password_policy',
      'answers_policy',
      'invalid_state',
      'flow_expired',
      'too_many_attempts',
    ],
    personal: true,
  },
  enrolmentPersonalData: {
    ...defaults,
    method: 'PUT',
    path: '/v1/enrolment/personal-data',
    summary: 'Step 2: e-mail, name, language; completes the enrolment',
    access: 'enrolling',
    body: personalDataSchema,
    status: 200,
    answer: enrolmentCompletedSchema,
    problems: ['email_taken', 'invalid_state', 'flow_expired', 'too_many_attempts'],
    personal: true,
  },
  me: {
    ...defaults,
    method: 'GET',
    path: '/v1/me',
    summary: 'The signed-in person',
    access: 'signedIn',
    status: 200,
    answer: meSchema,
    personal: true,
  },
  servnetHome: {
    ...defaults,
    method: 'GET',
    path: '/v1/servnet/home',
    summary: 'Serv@Net’s first page',
    access: 'signedIn',
    status: 200,
    answer: servnetHomeSchema,
    personal: true,
  },
} as const satisfies Record<string, Endpoint>

export type Endpoints = typeof endpoints
export type EndpointName = keyof Endpoints

type InputOf<Schema> = Schema extends z.ZodType ? z.input<Schema> : undefined
type OutputOf<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined

/** What a client sends to `Name`. */
export type EndpointBody<Name extends EndpointName> = InputOf<Endpoints[Name]['body']>
/** What the server's handler of `Name` receives. */
export type ParsedBody<Name extends EndpointName> = OutputOf<Endpoints[Name]['body']>
/** What `Name` answers when it succeeds. */
export type EndpointAnswer<Name extends EndpointName> = OutputOf<Endpoints[Name]['answer']>
