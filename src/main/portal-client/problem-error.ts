/** From the portal's problem details to what the renderer translates, no larger than it may be. */
import { z } from 'zod'
import type { AppError, FieldError } from '../../shared/contract/result.ts'
import {
  problemCodeSchema,
  problemDetailSchema,
  type ProblemDetail,
} from '../../shared/contract/problem.ts'
import { wholeWait } from './response-headers.ts'

/** More than any form has fields; what goes beyond is not told. */
const mostErrors = 50

/**
 * Of a problem, what the app goes by. The code must be one that it knows; what stands beside it is
 * taken as far as it makes sense, because the code alone already says what to do.
 */
const receivedProblemSchema = z.object({
  code: problemCodeSchema,
  errors: z.unknown().optional().transform(detailsOf),
  retryAfter: z.unknown().optional().transform(wholeWait),
  current: z.looseObject({}).optional().catch(undefined),
})
export type ReceivedProblem = z.output<typeof receivedProblemSchema>

/** Null for what is no problem of the portal's. */
export function parseProblem(json: unknown): ReceivedProblem | null {
  const parsed = receivedProblemSchema.safeParse(json)
  return parsed.success ? parsed.data : null
}

function detailsOf(errors: unknown): ProblemDetail[] {
  if (!Array.isArray(errors)) return []
  return errors.slice(0, mostErrors).flatMap((error) => {
    const detail = problemDetailSchema.safeParse(error)
    return detail.success ? [detail.data] : []
  })
}

/** @param retryAfterHeader in seconds, for problems whose body says nothing */
export function problemError(
  { code, errors, retryAfter }: ReceivedProblem,
  retryAfterHeader: number | undefined,
): AppError {
  const wait = retryAfter ?? retryAfterHeader
  // What is said of the whole request is no field's: how many tries are left, say.
  const params = errors.find(({ pointer }) => pointer === '')?.params
  const fields = errors.filter(({ pointer }) => pointer !== '').map(fieldError)
  return {
    code,
    ...(params === undefined ? {} : { params }),
    ...(wait === undefined ? {} : { retryAfter: wait }),
    ...(fields.length === 0 ? {} : { fields }),
  }
}

function fieldError({ pointer, code, params }: ProblemDetail): FieldError {
  const field = fieldOfPointer(pointer)
  return params === undefined ? { field, code } : { field, code, params }
}

/** A JSON pointer (RFC 6901) as forms name the field: `/answers/1/answer` is `answers.1.answer`. */
export function fieldOfPointer(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.')
}
