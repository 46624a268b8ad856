/** A refusal that reaches the client as an RFC 9457 problem. */
import {
  problemStatus,
  type Problem,
  type ProblemCode,
  type ProblemDetail,
} from '../../shared/contract/problem.ts'
import type { ServiceId } from '../../shared/services.ts'

export type ProblemExtras = {
  readonly errors?: ProblemDetail[]
  /** Whole seconds until another try can succeed. */
  readonly retryAfter?: number
  /** With `forbidden`: the service that is not granted. */
  readonly service?: ServiceId
  /** With `precondition_failed`: the resource as it is now. */
  readonly current?: Readonly<Record<string, unknown>>
  /** What the answer's headers tell besides, such as `etag` of `current`. */
  readonly headers?: Readonly<Record<string, string>>
}

/** Thrown by handlers; the server turns it into an answer. Anything else becomes `internal`. */
export class ProblemError extends Error {
  readonly code: ProblemCode
  readonly extras: ProblemExtras

  constructor(code: ProblemCode, extras: ProblemExtras = {}) {
    super(code)
    this.name = 'ProblemError'
    this.code = code
    this.extras = extras
  }
}

const titles = {
  invalid_request: 'The request is not valid',
  invalid_credentials: 'The username or the password is wrong',
  unauthenticated: 'Sign in first',
  token_expired: 'The token has expired',
  enrolment_required: 'Complete the enrolment first',
  password_change_required: 'Change the password first',
  reauthentication_required: 'Enter the password again',
  forbidden: 'This is not open to you',
  not_found: 'There is nothing here',
  method_not_allowed: 'This method is not served here',
  email_taken: 'Another account uses this e-mail address',
  application_pending: 'An application of this buyer and policy is being decided',
  case_exists: 'An open case of this buyer and policy has one of these invoices',
  documents_full: 'This case has as many documents as a case can have',
  document_empty: 'There is nothing in this document',
  document_type: 'Documents of this kind are not taken',
  document_mismatch: 'This document is not what its name says',
  document_too_large: 'This document is too large',
  idempotency_conflict: 'This key was used for another request',
  in_progress: 'This request is still being worked on',
  invalid_state: 'This is not the step that comes next',
  flow_expired: 'This took too long and has expired',
  cursor_expired: 'What followed this cursor is no longer kept: read everything again',
  precondition_failed: 'It was changed in the meantime',
  payload_too_large: 'The request is too large',
  unsupported_media_type: 'Send application/json',
  expectation_failed: 'What this request expects is not done here',
  password_policy: 'The password does not meet the rules',
  answers_policy: 'The answers do not meet the rules',
  verification_failed: 'What was entered does not match',
  code_expired: 'The time of this code is over: ask for another',
  precondition_required: 'Say which version this changes',
  too_many_attempts: 'Too many attempts',
  internal: 'Something went wrong here',
  unavailable: 'Not available for the moment',
} as const satisfies Record<ProblemCode, string>

/** The body that travels as `application/problem+json`. */
export function problemBody(
  code: ProblemCode,
  { headers: _told, ...extras }: ProblemExtras = {},
): Problem {
  return {
    type: `urn:services-online:problem:${code}`,
    title: titles[code],
    status: problemStatus[code],
    code,
    ...extras,
  }
}

/** A refusal whose message is for whoever typed the command: printed as it is, without a stack. */
export class CommandError extends Error {}
