/**
 * Methods and paths as HTTP has them. On a path that is served, another method is 405 and the answer
 * says which are; `OPTIONS` says the same. A path that cannot be read at all is 400.
 */
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ProblemError } from '../platform/problem-error.ts'
import { handleError } from './errors.ts'

/** What the contract uses at all. */
const everyMethod = 'DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT'

type Served = { readonly pattern: RegExp; readonly methods: ReadonlySet<string> }

/** To be called before the routes are registered: it learns from them what there is. */
export function answerOtherMethods(app: FastifyInstance): void {
  const served = new Map<string, Set<string>>()
  app.addHook('onRoute', ({ url, method }) => {
    const methods = served.get(url) ?? new Set()
    for (const one of [method].flat()) methods.add(one)
    served.set(url, methods)
  })
  let paths: readonly Served[] = []
  app.addHook('onReady', async () => {
    paths = Array.from(served, ([url, methods]) => ({ pattern: patternOf(url), methods }))
  })
  // Before a body is read: nothing will look at it.
  app.addHook('onRequest', async (request, reply) => {
    if (!isReadable(request.raw.url ?? '')) throw unreadable()
    if (!request.is404) return undefined
    // `OPTIONS *` asks about the server as a whole.
    const allowed = request.url === '*' ? everyMethod : allowedAt(paths, request.url)
    if (allowed === null) throw new ProblemError('not_found')
    if (request.method === 'OPTIONS') return reply.code(204).header('allow', allowed).send()
    throw new ProblemError('method_not_allowed', { headers: { allow: allowed } })
  })
}

/** Answers what the router could not even look for: no hook and no handler sees it. */
export function answerUnroutable(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const tooLong = error.code === 'FST_ERR_MAX_PARAM_LENGTH'
  handleError(tooLong ? new ProblemError('not_found') : unreadable(), request, reply)
}

function unreadable(): ProblemError {
  return new ProblemError('invalid_request', { errors: [{ pointer: '', code: 'invalid_url' }] })
}

/** Whether a request's target is printable ASCII whose escapes (`%C3%A9`) are UTF-8. */
function isReadable(target: string): boolean {
  try {
    decodeURIComponent(target)
    return /^[!-~]*$/.test(target)
  } catch {
    return false
  }
}

/** A route's path as an expression: `:id` stands for anything but a slash. */
function patternOf(url: string): RegExp {
  const literal = url.replaceAll(/[^\w/:-]/g, String.raw`\$&`)
  return new RegExp(`^${literal.replaceAll(/:\w+/g, '[^/]+')}$`)
}

/** The methods that are served at the path of `url`, for the `Allow` header; null where nothing is. */
function allowedAt(paths: readonly Served[], url: string): string | null {
  // As the router reads it: escapes are undone, save those that would make another path of it.
  const path = decodeURI(url.replace(/[?#].*$/, ''))
  const found = paths.filter(({ pattern }) => pattern.test(path))
  if (found.length === 0) return null
  const methods = new Set(['OPTIONS', ...found.flatMap((one) => [...one.methods])])
  return [...methods].toSorted().join(', ')
}
