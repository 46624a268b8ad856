/** From the portal's problem details to what the renderer translates. */
import type { AppError } from '../../shared/ipc/result.ts'
import type { Problem } from '../../shared/portal/problem.ts'

/**
 * @param retryAfterHeader the `Retry-After` header in seconds, for problems whose body says nothing
 */
export function problemError(problem: Problem, retryAfterHeader: string | null): AppError {
  const retryAfter = problem.retryAfter ?? seconds(retryAfterHeader)
  const { errors = [] } = problem
  // What is said of the whole request is no field's: how many tries are left, say.
  const params = errors.find(({ pointer }) => pointer === '')?.params
  const fields = errors
    .filter(({ pointer }) => pointer !== '')
    .map((error) => ({
      field: fieldOfPointer(error.pointer),
      code: error.code,
      ...(error.params === undefined ? {} : { params: error.params }),
    }))
  return {
    code: problem.code,
    ...(params === undefined ? {} : { params }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
    ...(fields.length === 0 ? {} : { fields }),
  }
}

/** A JSON pointer (RFC 6901) as forms name the field: `/answers/1/answer` is `answers.1.answer`. */
export function fieldOfPointer(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.')
}

function seconds(header: string | null): number | undefined {
  return header !== null && /^\d{1,9}$/.test(header) ? Number(header) : undefined
}
