/** Signing in, staying signed in, signing out. */
import { defaults, type Endpoint } from '../endpoint.ts'
import { pageOf, pageQuerySchema } from '../paging.ts'
import {
  sessionCreateRequestSchema,
  sessionListItemSchema,
  sessionParamsSchema,
  sessionRefreshRequestSchema,
  sessionSchema,
} from '../sessions.ts'

export const sessionEndpoints = {
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
    problems: ['not_found', 'reauthentication_required'],
    personal: true,
  },
} as const satisfies Record<string, Endpoint>
