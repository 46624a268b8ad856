/** Which refusals an endpoint can answer: its own, and those of what it asks for. */
import type { Endpoint } from '../shared/portal/endpoint.ts'
import type { ProblemCode } from '../shared/portal/problem.ts'

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

export function problemsOf(endpoint: Endpoint): ReadonlySet<ProblemCode> {
  const asksForSomething =
    endpoint.body !== null || hasFields(endpoint.query) || hasFields(endpoint.params)
  return new Set<ProblemCode>([
    ...(endpoint.body === null ? [] : withBody),
    ...(asksForSomething ? (['invalid_request'] as const) : []),
    ...problemsOfAccess[endpoint.access],
    ...endpoint.problems,
    ...anywhere,
  ])
}

function hasFields(schema: Endpoint['params']): boolean {
  return Object.keys(schema.shape).length > 0
}
