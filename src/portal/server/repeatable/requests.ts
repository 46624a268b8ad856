/** Requests that name themselves: the key, and what tells one request from another. */
import type { FastifyRequest } from 'fastify'
import {
  idempotencyKeySchema,
  isRepeatable,
  type Endpoint,
} from '../../../shared/contract/endpoint.ts'
import type { EndpointName } from '../../../shared/contract/endpoints.ts'
import type { Context } from '../../identity/context.ts'
import type { Requester } from '../../platform/network/client.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { hashesSecrets } from '../write-queue.ts'

/** A write that names itself. */
export type NamedRequest = {
  readonly userId: string
  readonly endpoint: EndpointName
  readonly key: string
  /** All of it that makes it this request: where it goes, on which version, and what it says. */
  readonly text: string
  readonly client: Requester['client']
}

/**
 * The `Idempotency-Key` of `request`; null where it has none, and for what takes none.
 * @throws ProblemError `invalid_request` where it is not 1 to 128 characters of printable ASCII
 */
export function idempotencyKeyOf(
  endpoint: Pick<Endpoint, 'method' | 'access'>,
  { headers }: Pick<FastifyRequest, 'headers'>,
): string | null {
  const given = headers['idempotency-key']
  if (given === undefined || !isRepeatable(endpoint)) return null
  const key = idempotencyKeySchema.safeParse(given)
  if (key.success) return key.data
  const errors = [{ pointer: '', code: 'invalid_idempotency_key' }]
  throw new ProblemError('invalid_request', { errors })
}

/** `request` as a text, the same in whatever order the fields of its body came. */
export function requestText({
  params,
  query,
  body,
  headers,
}: Pick<FastifyRequest, 'params' | 'query' | 'body' | 'headers'>): string {
  return JSON.stringify([params, query, body ?? null, headers['if-match'] ?? null], sortFields)
}

function sortFields(_key: string, value: unknown): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
    : value
}

type Hashing = Pick<Context, 'hasher' | 'pepper'>

/**
 * What is kept to know the request again. One with a password or answers in it is hashed as those are:
 * whatever is quicker could be guessed from by who has the database and the pepper.
 */
export async function fingerprintOf(
  { hasher, pepper }: Hashing,
  { endpoint, text }: NamedRequest,
): Promise<string> {
  return hashesSecrets(endpoint) ? hasher.hash(text, pepper.answers) : pepper.hmacRequest(text)
}

/** Whether `fingerprint` is of this request. @throws as the hasher's turns do */
export async function hasFingerprint(
  { hasher, pepper }: Hashing,
  { endpoint, text, client }: NamedRequest,
  fingerprint: string,
): Promise<boolean> {
  if (!hashesSecrets(endpoint)) return pepper.hmacRequest(text) === fingerprint
  const compare = () => hasher.verify(fingerprint, text, pepper.answers)
  return hasher.run(compare, { client, known: true })
}
