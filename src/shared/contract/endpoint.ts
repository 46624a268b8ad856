/** What the endpoint table says of each endpoint. */
import type { z } from 'zod'
import { emptySchema } from './common.ts'
import type { ProblemCode } from './problem.ts'
import type { Tag } from './tags.ts'

/**
 * Who may call: anyone, someone in the middle of enrolment, someone who must change the password
 * first, or a person for whom all is open. Each of the last three opens to those after it too.
 */
export type Access = 'open' | 'enrolling' | 'passwordDue' | 'signedIn'

export type Endpoint = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Path with `{name}` for each parameter, as in OpenAPI. */
  readonly path: string
  /** In a line. */
  readonly summary: string
  /** What a client’s author needs to know beyond that. */
  readonly description: string
  readonly tag: Tag
  readonly access: Access
  readonly params: z.ZodObject
  readonly query: z.ZodObject
  readonly body: z.ZodType | null
  /** The most bytes that a body may have; a little more than the longest that `body` lets through. */
  readonly bodyLimit: number
  readonly status: 200 | 201 | 202 | 204
  /** Null where there is no body to answer with (204). */
  readonly answer: z.ZodType | null
  /** Codes beyond those that any endpoint may answer. */
  readonly problems: readonly ProblemCode[]
  /** Edits of a version: asks for `If-Match`, answers the new version's `ETag`. */
  readonly conditional: boolean
  /** Personal answers carry `Cache-Control: no-store`. */
  readonly personal: boolean
}

/** Bytes of a body of a few fields, of one with a password and three answers or two passwords. */
export const bodyLimits = { usual: 4096, long: 8192 } as const

export const defaults = {
  params: emptySchema,
  query: emptySchema,
  body: null,
  bodyLimit: bodyLimits.usual,
  problems: [],
  conditional: false,
} as const
