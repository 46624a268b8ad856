/** Failures of the portal: RFC 9457 problem details with a stable `code`. */
import { z } from 'zod'
import { serviceIdSchema } from './common.ts'

export const problemCodes = [
  'invalid_request',
  'invalid_credentials',
  'unauthenticated',
  'token_expired',
  'enrolment_required',
  'password_change_required',
  'reauthentication_required',
  'forbidden',
  'not_found',
  'method_not_allowed',
  'email_taken',
  'application_pending',
  'case_exists',
  'documents_full',
  'document_empty',
  'document_type',
  'document_mismatch',
  'document_too_large',
  'idempotency_conflict',
  'in_progress',
  'invalid_state',
  'flow_expired',
  'cursor_expired',
  'precondition_failed',
  'payload_too_large',
  'unsupported_media_type',
  'expectation_failed',
  'password_policy',
  'answers_policy',
  'verification_failed',
  'code_expired',
  'precondition_required',
  'too_many_attempts',
  'internal',
  'unavailable',
] as const
export type ProblemCode = (typeof problemCodes)[number]

/** The HTTP status that each code travels under. */
export const problemStatus = {
  invalid_request: 400,
  invalid_credentials: 401,
  unauthenticated: 401,
  token_expired: 401,
  enrolment_required: 403,
  password_change_required: 403,
  reauthentication_required: 403,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  email_taken: 409,
  application_pending: 409,
  case_exists: 409,
  documents_full: 409,
  document_empty: 422,
  document_type: 422,
  document_mismatch: 422,
  document_too_large: 422,
  idempotency_conflict: 409,
  in_progress: 409,
  invalid_state: 409,
  flow_expired: 410,
  cursor_expired: 410,
  precondition_failed: 412,
  payload_too_large: 413,
  unsupported_media_type: 415,
  expectation_failed: 417,
  password_policy: 422,
  answers_policy: 422,
  verification_failed: 422,
  code_expired: 422,
  precondition_required: 428,
  too_many_attempts: 429,
  internal: 500,
  unavailable: 503,
} as const satisfies Record<ProblemCode, number>

export const problemCodeSchema = z.enum(problemCodes)

/** Values that a translated sentence may need, e.g. `{min: 12}`. */
export const paramsSchema = z.record(z.string().max(64), z.union([z.string().max(300), z.number()]))
export type Params = z.infer<typeof paramsSchema>

/** One thing wrong in the request; `pointer` is a JSON pointer (RFC 6901) into its body. */
export const problemDetailSchema = z.object({
  pointer: z.string().max(200),
  code: z.string().max(64),
  params: paramsSchema.optional(),
})
export type ProblemDetail = z.infer<typeof problemDetailSchema>

/** As many as one problem names. */
export const mostDetails = 100

export const problemSchema = z.object({
  type: z.string().max(300),
  title: z.string().max(300),
  status: z.number().int(),
  code: problemCodeSchema,
  detail: z.string().max(1_000).optional(),
  errors: z.array(problemDetailSchema).max(mostDetails).optional(),
  /** Seconds, as in the `Retry-After` header. */
  retryAfter: z.number().int().nonnegative().optional(),
  /** With `forbidden`: the service that is not granted. */
  service: serviceIdSchema.optional(),
  /** With `precondition_failed`: the resource as it is now; its version is in `ETag`. */
  current: z.looseObject({}).optional(),
})
export type Problem = z.infer<typeof problemSchema>
