/** Which refusals an endpoint can answer: its own, and those of what it asks for. */
import type { Endpoint } from '../../shared/contract/endpoint.ts'
import type { ProblemCode } from '../../shared/contract/problem.ts'

/** What any endpoint may answer: to an address that cannot be read, for one. */
const anywhere: readonly ProblemCode[] = ['invalid_request', 'internal', 'unavailable']
const withBody: readonly ProblemCode[] = ['payload_too_large', 'unsupported_media_type']
const problemsOfAccess = {
  open: [],
  enrolling: ['unauthenticated', 'token_expired'],
  passwordDue: ['unauthenticated', 'token_expired', 'enrolment_required'],
  signedIn: ['unauthenticated', 'token_expired', 'enrolment_required', 'password_change_required'],
} as const satisfies Record<Endpoint['access'], readonly ProblemCode[]>

export function problemsOf(endpoint: Endpoint): ReadonlySet<ProblemCode> {
  return new Set<ProblemCode>([
    ...(endpoint.body === null ? [] : withBody),
    ...problemsOfAccess[endpoint.access],
    ...(endpoint.service === null ? [] : (['forbidden'] as const)),
    ...endpoint.problems,
    ...anywhere,
  ])
}
