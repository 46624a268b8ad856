/** Signing in, staying signed in, signing out. */
import { defaults, type Endpoint } from '../../endpoint.ts'
import { pageOf, pageQuerySchema } from '../../common.ts'
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
    description:
      'Opens a session and answers its tokens. `next` says what must happen before everything is open to it. The answer is the same, in words and in time, for a wrong password and for a username that nobody has.',
    tag: 'Sessions',
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
    description:
      'Exchanges a refresh token for new tokens. The former one works until its successor is first used, so that a lost answer signs nobody out; used after that, it ends the session.',
    tag: 'Sessions',
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
    description:
      'The open sessions of this person, each with its device and its last use, in pages.',
    tag: 'Sessions',
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
    description: 'Ends the session that asks; its tokens open nothing from then on.',
    tag: 'Sessions',
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
    description:
      'Ends one session of this person’s. Another one than that which asks wants the password entered again first.',
    tag: 'Sessions',
    access: 'signedIn',
    params: sessionParamsSchema,
    status: 204,
    answer: null,
    problems: ['not_found', 'reauthentication_required'],
    personal: true,
  },
} as const satisfies Record<string, Endpoint>
