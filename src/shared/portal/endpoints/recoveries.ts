/** A forgotten password. */
import { defaults, type Endpoint } from '../endpoint.ts'
import {
  recoveryAnswersRequestSchema,
  recoveryParamsSchema,
  recoveryPasswordRequestSchema,
  recoveryQuerySchema,
  recoveryRequestSchema,
  recoverySchema,
} from '../recoveries.ts'

export const recoveryEndpoints = {
  recoveryCreate: {
    ...defaults,
    method: 'POST',
    path: '/v1/recoveries',
    summary: 'Begin with a username; sends the code',
    description:
      'Begins a flow that lasts half an hour, and sends a code where one is asked for. A username that nobody has is answered in the same way, with questions that stay the same for it. The id opens the flow: keep it like a password.',
    tag: 'Recovery',
    access: 'open',
    body: recoveryRequestSchema,
    status: 202,
    answer: recoverySchema,
    problems: ['too_many_attempts'],
    personal: true,
  },
  recovery: {
    ...defaults,
    method: 'GET',
    path: '/v1/recoveries/{id}',
    summary: 'Where a recovery stands',
    description:
      'For a client that goes on with a flow, after a restart for example. The questions come in the language asked for.',
    tag: 'Recovery',
    access: 'open',
    params: recoveryParamsSchema,
    query: recoveryQuerySchema,
    status: 200,
    answer: recoverySchema,
    problems: ['flow_expired'],
    personal: true,
  },
  recoveryCode: {
    ...defaults,
    method: 'POST',
    path: '/v1/recoveries/{id}/code',
    summary: 'Send another code; the one before it no longer counts',
    description: 'Can be asked for from `nextCodeAt` on. Only the latest code counts.',
    tag: 'Recovery',
    access: 'open',
    params: recoveryParamsSchema,
    query: recoveryQuerySchema,
    status: 202,
    answer: recoverySchema,
    problems: ['flow_expired', 'invalid_state', 'too_many_attempts'],
    personal: true,
  },
  recoveryAnswers: {
    ...defaults,
    method: 'PUT',
    path: '/v1/recoveries/{id}/answers',
    summary: 'Answers and code together: all right, or not',
    description:
      'What was wrong is not told, only how many tries are left. A wrong answer never changes the questions.',
    tag: 'Recovery',
    access: 'open',
    params: recoveryParamsSchema,
    body: recoveryAnswersRequestSchema,
    status: 200,
    answer: recoverySchema,
    // `verification_failed` tells `attemptsLeft` in its error's params, never what was wrong;
    // `code_expired` takes no try, whatever was entered.
    problems: [
      'verification_failed',
      'code_expired',
      'flow_expired',
      'invalid_state',
      'too_many_attempts',
    ],
    personal: true,
  },
  recoveryPassword: {
    ...defaults,
    method: 'PUT',
    path: '/v1/recoveries/{id}/password',
    summary: 'The new password; ends every session, signs nobody in',
    description:
      'Completes the flow: the person is told by e-mail, and signs in with the new password.',
    tag: 'Recovery',
    access: 'open',
    params: recoveryParamsSchema,
    body: recoveryPasswordRequestSchema,
    status: 200,
    answer: recoverySchema,
    problems: ['password_policy', 'flow_expired', 'invalid_state', 'too_many_attempts'],
    personal: true,
  },
} as const satisfies Record<string, Endpoint>
