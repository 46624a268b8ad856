/** Turns whatever was thrown into a problem; only what is the portal's own fault is logged whole. */
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { databaseFailure, type DatabaseFailure } from '../platform/db/errors.ts'
import { ClientGoneError } from '../platform/network/client.ts'
import { ProblemError } from '../platform/problem-error.ts'
import { problemStatus, type ProblemCode } from '../../shared/contract/problem.ts'
import { problemAnswer, sendAnswer, type Refusal } from './answer.ts'

/** Seconds after which trying again makes sense when the database is away. */
const databaseRetry = 5

/** The refusal that `error` becomes; `internal` for a fault of ours. */
export function problemOf(error: unknown): Refusal {
  if (error instanceof ProblemError) return { code: error.code, extras: error.extras }
  if (databaseFailure(error) !== null) {
    return { code: 'unavailable', extras: { retryAfter: databaseRetry } }
  }
  const code = fastifyProblem(error)
  if (code === 'invalid_request') {
    return { code, extras: { errors: [{ pointer: '', code: 'invalid_json' }] } }
  }
  return { code: code ?? 'internal', extras: {} }
}

/** What Fastify itself refuses: bodies too large, of another type, or not JSON. */
function fastifyProblem(error: unknown): ProblemCode | null {
  if (!isFastifyError(error)) return null
  switch (error.statusCode ?? 500) {
    case 413:
      return 'payload_too_large'
    case 415:
      return 'unsupported_media_type'
    case 404:
      return 'not_found'
    default:
      return (error.statusCode ?? 500) < 500 ? 'invalid_request' : null
  }
}

function isFastifyError(error: unknown): error is FastifyError {
  return error instanceof Error && 'statusCode' in error
}

declare module 'fastify' {
  // oxlint-disable-next-line consistent-type-definitions -- only interfaces can be added to
  interface FastifyRequest {
    /** What it was refused with; null where it was not. */
    refusal: { readonly code: ProblemCode; readonly database: DatabaseFailure | null } | null
  }
}

/** Answers what a request threw; logs it where it is the portal's own fault. */
export function handleError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  // Nobody reads what is answered to who hung up midway; it is no fault of ours.
  const hungUp =
    error instanceof ClientGoneError || (request.raw.destroyed && !request.raw.complete)
  const told: Refusal = hungUp ? { code: 'invalid_request', extras: {} } : problemOf(error)
  const database = hungUp ? null : databaseFailure(error)
  request.refusal = { code: told.code, database }
  if (database !== null) {
    // One line for each is enough: where the database is away, they are many.
    const reason = error instanceof Error ? error.message : ''
    request.log.warn({ reqId: request.id, database, reason }, 'database failed')
  } else if (problemStatus[told.code] === 500) {
    request.log.error({ reqId: request.id, err: error }, 'request failed')
  }
  void sendAnswer(request, reply, problemAnswer(told))
}
