/** Where every call of the renderer arrives: trusted sender, size, parse, handler, parse. */
import { z } from 'zod'
import { routeNames, type RouteName } from '../../shared/contract/channels.ts'
import {
  failure,
  success,
  type AppError,
  type FieldError,
  type Result,
} from '../../shared/contract/result.ts'
import { routes, type ParsedInput, type RouteOutput } from '../../shared/contract/routes.ts'
import type { Log } from '../platform/log/log.ts'
import { isTrusted, type Sender } from './app-origin.ts'
import { isWithinLimit, limitOf } from './message-size.ts'

/** One handler for each of a domain's routes: a missing or an extra one does not compile. */
export type HandlersOf<Names extends RouteName> = {
  readonly [Name in Names]: (input: ParsedInput<Name>) => Promise<Result<RouteOutput<Name>>>
}

export type Handlers = HandlersOf<RouteName>

type RouteTable = {
  readonly [Name in RouteName]: {
    readonly input: z.ZodType<ParsedInput<Name>>
    readonly output: z.ZodType<RouteOutput<Name>>
  }
}
const table: RouteTable = routes
const routeNameSchema = z.enum(routeNames)

export type Router = (
  sender: Sender | null,
  name: unknown,
  input: unknown,
) => Promise<Result<unknown>>

/**
 * The answer never rejects: Electron would drop all but the message of what was thrown.
 * @param refusal why a call is not made now, whatever it is about; null where it is
 */
export function createRouter(
  handlers: Handlers,
  log: Log,
  refusal: (name: RouteName) => AppError | null = () => null,
): Router {
  async function dispatch<Name extends RouteName>(
    name: Name,
    raw: unknown,
  ): Promise<Result<RouteOutput<Name>>> {
    if (!isWithinLimit(raw, limitOf(name))) return failure({ code: 'payload_too_large' })
    const route: RouteTable[Name] = table[name]
    const input = route.input.safeParse(raw)
    if (!input.success) {
      return failure({ code: 'invalid_request', fields: input.error.issues.map(fieldError) })
    }
    const refused = refusal(name)
    if (refused !== null) return failure(refused)
    const result = await handlers[name](input.data)
    if (!result.ok) return result
    const output = route.output.safeParse(result.data)
    if (output.success) return success(output.data)
    log.error('ipc output invalid', {
      route: name,
      paths: output.error.issues.map(({ path }) => path.join('.')),
    })
    return failure({ code: 'unexpected' })
  }

  return async function route(sender, name, input) {
    if (!isTrusted(sender)) {
      log.warn('ipc sender forbidden')
      return failure({ code: 'sender_forbidden' })
    }
    const known = routeNameSchema.safeParse(name)
    if (!known.success) return failure({ code: 'not_found' })
    try {
      return await dispatch(known.data, input)
    } catch (error) {
      log.failed('ipc handler failed', error, { route: known.data })
      return failure({ code: 'unexpected' })
    }
  }
}

function fieldError(issue: z.core.$ZodIssue): FieldError {
  return { field: issue.path.join('.'), code: fieldCode(issue) }
}

/** The codes of `errors.fields`, for the rare input that the form itself did not refuse. */
function fieldCode(issue: z.core.$ZodIssue): string {
  if (issue.code === 'too_big') return 'too_long'
  if (issue.code === 'too_small') return 'required'
  return issue.code === 'invalid_format' && issue.format === 'email' ? 'email_invalid' : 'invalid'
}
