/** The first sign-in. */
import { defaults, type Endpoint } from '../endpoint.ts'
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
} as const satisfies Record<string, Endpoint>
