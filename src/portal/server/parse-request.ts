/** Requests at the border: every part is parsed, and everything wrong is told at once. */
import { z } from 'zod'
import type { Endpoint } from '../../shared/contract/endpoint.ts'
import type { EndpointName, Endpoints } from '../../shared/contract/endpoints.ts'
import { mostDetails, type ProblemDetail } from '../../shared/contract/problem.ts'
import { assertNever } from '../../shared/assert-never.ts'
import { ProblemError } from '../platform/problem-error.ts'
import type { Call } from '../identity/handler.ts'

/** Zod's issues as the contract's details: a JSON pointer (RFC 6901) and a stable code. */
export function detailsOf(error: z.ZodError): ProblemDetail[] {
  return error.issues.map((issue) => ({
    pointer: issue.path.map((part) => `/${escapePointer(String(part))}`).join(''),
    ...describe(issue),
  }))
}

function escapePointer(part: string): string {
  return part.replaceAll('~', '~0').replaceAll('/', '~1')
}

/** What a schema's own rule says of itself. */
const ruleSchema = z.object({ code: z.string() })

function describe(issue: z.core.$ZodIssue): Omit<ProblemDetail, 'pointer'> {
  switch (issue.code) {
    case 'invalid_type':
      return { code: issue.input === undefined ? 'required' : 'invalid_type' }
    case 'too_small':
      return { code: 'too_small', params: { min: Number(issue.minimum) } }
    case 'too_big':
      return { code: 'too_big', params: { max: Number(issue.maximum) } }
    case 'invalid_format':
      return { code: `invalid_${issue.format}` }
    case 'invalid_value':
      return { code: issue.input === undefined ? 'required' : 'invalid_value' }
    case 'not_multiple_of':
    case 'unrecognized_keys':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
      return { code: issue.code }
    case 'custom':
      return { code: ruleSchema.safeParse(issue.params).data?.code ?? 'invalid' }
    default:
      return assertNever(issue)
  }
}

/**
 * Parses the parts of a request to the endpoint `Name`. Overloaded, as TypeScript cannot follow a
 * schema's output through a generic.
 * @throws ProblemError `invalid_request` listing what is wrong in all of them
 */
export function parseParts<Name extends EndpointName>(
  endpoint: Endpoints[Name],
  request: Parts,
): Pick<Call<Name>, keyof Parts>
export function parseParts(endpoint: Endpoint, request: Parts): Parts {
  const options = { reportInput: true }
  const params = endpoint.params.safeParse(request.params, options)
  const query = endpoint.query.safeParse(request.query, options)
  const body = endpoint.body?.safeParse(request.body ?? undefined, options)
  const errors = [params, query, body].flatMap((part) => (part?.error ? detailsOf(part.error) : []))
  if (errors.length > 0) {
    throw new ProblemError('invalid_request', { errors: errors.slice(0, mostDetails) })
  }
  return { params: params.data, query: query.data, body: body?.data }
}

type Parts = { readonly params: unknown; readonly query: unknown; readonly body: unknown }
