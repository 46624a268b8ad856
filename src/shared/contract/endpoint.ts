/** What the endpoint table says of each endpoint. */
import { z } from 'zod'
import type { ServiceId } from '../services.ts'
import { emptySchema } from './common.ts'
import type { ProblemCode } from './problem.ts'

/** The groups that the document of the contract sorts operations into, and what each is about. */
export const tags = {
  Portal: 'What the portal is, offers and asks for, before anyone signs in.',
  Sessions: 'Signing in, staying signed in, signing out, here and elsewhere.',
  Recovery: 'A forgotten password, step by step.',
  Enrolment: 'The first sign-in, step by step.',
  Changes: 'What was written since, for a client that keeps what it has read.',
  Profile: 'The signed-in person: data, preferences, password, e-mail address.',
  Security: 'What keeps an account safe: questions, the password entered again, events.',
  'Serv@Net': 'Credit insurance day by day.',
  Insights: 'The portfolio in figures.',
  'Collect@Net': 'Unpaid invoices that the insurer collects.',
  'Espace Partenaires': 'What brokers see of their clients.',
} as const

export type Tag = keyof typeof tags

/**
 * Who may call: anyone, someone in the middle of enrolment, someone who must change the password
 * first, or a person for whom all is open. Each of the last three opens to those after it too.
 */
export type Access = 'open' | 'enrolling' | 'passwordDue' | 'signedIn'

/**
 * The service that an endpoint belongs to: whoever is signed in without it is refused (`forbidden`).
 * Null for what is of no service: identity, and what the portal says of itself.
 */
type Entitlement =
  | { readonly service: null; readonly access: Access }
  | { readonly service: ServiceId; readonly access: 'signedIn' }

export type Endpoint = Entitlement & {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Path with `{name}` for each parameter, as in OpenAPI. */
  readonly path: string
  /** In a line. */
  readonly summary: string
  /** What a client’s author needs to know beyond that. */
  readonly description: string
  readonly tag: Tag
  readonly params: z.ZodObject
  readonly query: z.ZodObject
  readonly body: z.ZodType | null
  /** The most bytes that a body may have; a little more than the longest that `body` lets through. */
  readonly bodyLimit: number
  readonly status: 200 | 201 | 202 | 204
  /** Null where there is no body to answer with (204). */
  readonly answer: z.ZodType | null
  /**
   * What an answer is written as; a text that is no JSON is sent as it is made (`textStreamSchema`), and a
   * file (`sentFileSchema`) under its own type.
   */
  readonly mediaType: 'application/json' | 'text/csv' | 'application/octet-stream'
  /** Codes beyond those that any endpoint may answer. */
  readonly problems: readonly ProblemCode[]
  /** Edits of a version: asks for `If-Match`, answers the new version's `ETag`. */
  readonly conditional: boolean
  /** Personal answers carry `Cache-Control: no-store`. */
  readonly personal: boolean
}

/**
 * Whether a call takes an `Idempotency-Key`: a write of who is signed in. Of who is not, nobody is
 * known whose keys these would be.
 */
export function isRepeatable({ method, access }: Pick<Endpoint, 'method' | 'access'>): boolean {
  return method !== 'GET' && access !== 'open'
}

export const idempotencyKeySchema = z
  .string()
  .max(128)
  .regex(/^[ -~]+$/)
  .meta({
    description:
      'Names this write, so that it can be sent again where its answer got lost: for 30 days the same key and request get the answer of the first, and nothing is done twice. Another request under the same key is refused (`idempotency_conflict`), and so is a second one while the first is under way (`in_progress`). A refusal of what was not tried, or that changed nothing, is not kept.',
    example: '7b8f4d1e-2f0a-4d3f-9c52-6a1d3d6f0c11',
  })

/** Bytes of a body of a few fields, of one with a password and three answers or two passwords. */
export const bodyLimits = { usual: 4096, long: 8192 } as const

/** Whether a body may be as long as a file: it takes its time on a slow line, and memory. */
export function isLongBody({ bodyLimit }: Pick<Endpoint, 'bodyLimit'>): boolean {
  return bodyLimit > 1_048_576
}

/** An answer that is sent part by part, as it is made: of any length, in the memory of a part. */
export const textStreamSchema = z.custom<AsyncIterable<string>>(isTextStream)

/** Whether `answer` is made part by part. */
export function isTextStream(answer: unknown): answer is AsyncIterable<string> {
  return typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer
}

/** A file in an answer; never shown by a browser, always saved. */
export type SentFile = {
  /** As it may be written to any disk. */
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

export const sentFileSchema = z.custom<SentFile>(isSentFile)

/** Whether `answer` is a file. */
export function isSentFile(answer: unknown): answer is SentFile {
  return (
    typeof answer === 'object' &&
    answer !== null &&
    'bytes' in answer &&
    answer.bytes instanceof Uint8Array
  )
}

export const defaults = {
  params: emptySchema,
  query: emptySchema,
  body: null,
  mediaType: 'application/json',
  bodyLimit: bodyLimits.usual,
  problems: [],
  conditional: false,
  service: null,
} as const

/** What the endpoints of a service have in common: its people's own, and nobody else's. */
export function serviceDefaults<Of extends ServiceId>(service: Of) {
  return { ...defaults, service, access: 'signedIn', personal: true } as const
}
