/** What anyone may ask before signing in. */
import { defaults, type Endpoint } from '../endpoint.ts'
import { healthSchema, metaSchema } from '../meta.ts'
import {
  passwordCheckRequestSchema,
  passwordCheckSchema,
  passwordPolicySchema,
} from '../password-policy.ts'
import { securityQuestionsQuerySchema, securityQuestionsSchema } from '../security-questions.ts'

export const openEndpoints = {
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
} as const satisfies Record<string, Endpoint>
