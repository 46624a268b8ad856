/** The first sign-in. */
import { bodyLimits, defaults, type Endpoint } from '../../endpoint.ts'
import {
  enrolmentCompletedSchema,
  enrolmentSchema,
  enrolmentSecurityRequestSchema,
  personalDataSchema,
} from '../enrolment.ts'

export const enrolmentEndpoints = {
  enrolment: {
    ...defaults,
    method: 'GET',
    path: '/v1/enrolment',
    summary: 'Where the first sign-in stands',
    description:
      'Which step comes next, until when, and what was entered so far, secrets excepted; so that one can go on elsewhere.',
    tag: 'Enrolment',
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
    description:
      'Replaces the initial password and keeps the answers. Can be sent again until the enrolment is complete.',
    tag: 'Enrolment',
    access: 'enrolling',
    body: enrolmentSecurityRequestSchema,
    bodyLimit: bodyLimits.long,
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
    description:
      'The last step. Answers the tokens of a full session; those of the enrolment end with it. The address is sent a code, and counts once that is entered as an e-mail change’s.',
    tag: 'Enrolment',
    access: 'enrolling',
    body: personalDataSchema,
    status: 200,
    answer: enrolmentCompletedSchema,
    problems: ['email_taken', 'invalid_state', 'flow_expired', 'too_many_attempts'],
    personal: true,
  },
} as const satisfies Record<string, Endpoint>
