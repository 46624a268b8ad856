/** An answer as it goes out: made of what a handler gives or refuses, and kept for whoever asks again. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Endpoint } from '../../shared/contract/endpoint.ts'
import { problemStatus, type ProblemCode } from '../../shared/contract/problem.ts'
import { etagOf, hasTag } from '../platform/etag.ts'
import { problemBody, type ProblemExtras } from '../platform/problem-error.ts'

export type Answer = {
  readonly status: number
  /** Of this answer; those that every answer bears are not among them. */
  readonly headers: Readonly<Record<string, string>>
  /** Null where there is no body. */
  readonly payload: string | null
}

/** A refusal, and what is told with it. */
export type Refusal = { readonly code: ProblemCode; readonly extras: ProblemExtras }

type Answered = Pick<Endpoint, 'method' | 'status' | 'personal' | 'conditional'>

/** `data` as `endpoint` answers it, with its tag where it has versions. */
export function answerOf(
  { method, status, personal, conditional }: Answered,
  data: object | undefined,
): Answer {
  const kept = personal ? { 'cache-control': 'no-store' } : {}
  if (data === undefined) return { status, headers: kept, payload: null }
  const payload = JSON.stringify(data)
  const isVersioned = method === 'GET' || conditional
  const headers = {
    ...kept,
    ...(isVersioned && { etag: etagOf(payload) }),
    'content-type': 'application/json; charset=utf-8',
  }
  return { status, headers, payload }
}

/** `refusal` as `application/problem+json`. */
export function problemAnswer({ code, extras }: Refusal): Answer {
  const status = problemStatus[code]
  const headers = {
    ...(extras.retryAfter !== undefined && { 'retry-after': String(extras.retryAfter) }),
    ...(status === 401 && { 'www-authenticate': 'Bearer' }),
    ...extras.headers,
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
  }
  return { status, headers, payload: JSON.stringify(problemBody(code, extras)) }
}

/** Whether `request` only asks; Node leaves the body of an answer to HEAD out. */
export function isRead({ method }: Pick<FastifyRequest, 'method'>): boolean {
  return method === 'GET' || method === 'HEAD'
}

/** Sends `answer`, or 304 to who has what they ask for already. */
export function sendAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  { status, headers, payload }: Answer,
): FastifyReply {
  const { etag } = headers
  const hasIt =
    isRead(request) && etag !== undefined && hasTag(request.headers['if-none-match'], etag)
  if (!hasIt)
    return reply
      .code(status)
      .headers(headers)
      .send(payload ?? undefined)
  const { 'content-type': _, ...kept } = headers
  return reply.code(304).headers(kept).send()
}
