/** What a password and the security questions must be: anyone may ask before signing in. */
import { defaults, type Endpoint } from '../../endpoint.ts'
import {
  passwordCheckRequestSchema,
  passwordCheckSchema,
  passwordPolicySchema,
} from '../password-policy.ts'
import { securityQuestionsQuerySchema, securityQuestionsSchema } from '../security-questions.ts'

export const credentialEndpoints = {
  passwordPolicy: {
    ...defaults,
    method: 'GET',
    path: '/v1/password-policy',
    summary: 'The rules that a new password must meet',
    description:
      'For a checklist while one types; the portal checks every rule again when a password is chosen.',
    tag: 'Portal',
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
    description:
      'A catalogue of at least fifteen. Their ids stay the same; their texts come in the language asked for, French unless said otherwise.',
    tag: 'Portal',
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
    description:
      'Checks a password that is being chosen against the rules and against the list of common ones. Nothing of it is kept. An empty list means that none fails.',
    tag: 'Portal',
    access: 'open',
    body: passwordCheckRequestSchema,
    status: 200,
    answer: passwordCheckSchema,
    problems: ['too_many_attempts'],
    personal: true,
  },
} as const satisfies Record<string, Endpoint>
