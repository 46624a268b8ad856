/** How the bytes of a body become a value: JSON in UTF-8, sent as it is. Whatever else is refused. */
import { MIMEType } from 'node:util'
import type { FastifyInstance } from 'fastify'
import { ProblemError } from '../platform/problem-error.ts'

declare module 'fastify' {
  // oxlint-disable-next-line consistent-type-definitions -- only interfaces can be added to
  interface FastifyContextConfig {
    /** Whether a body is looked at; where none is wanted, any is ignored. */
    readonly takesBody?: boolean
  }
}

/** Parses the bodies of all routes whose configuration says that they take one. */
export function parseBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeAllContentTypeParsers()
  app.addHook('onRequest', async ({ raw, routeOptions }) => {
    // Fastify would refuse a type that is none, though nobody looks at the body.
    if (routeOptions.config.takesBody !== true) delete raw.headers['content-type']
  })
  app.addContentTypeParser<Buffer>('*', { parseAs: 'buffer' }, (request, body, done) => {
    // An empty body is none, whatever its type says: some clients name one with every request.
    if (body.length === 0 || request.routeOptions.config.takesBody !== true) {
      done(null)
      return
    }
    const { 'content-type': type, 'content-encoding': coding } = request.headers
    if (!isJson(type)) throw new ProblemError('unsupported_media_type')
    if (!isPlain(coding)) {
      const headers = { 'accept-encoding': 'identity' }
      throw new ProblemError('unsupported_media_type', { headers })
    }
    const text = decode(body)
    void parse(request, text, (error, value) => {
      if (error !== null) return done(error)
      const { names, depth } = measure(value)
      if (depth > deepest) return done(refusal('too_deep'))
      // Parsing keeps the last of two, others that read the same text may keep the first.
      if (namesIn(text) > names) return done(refusal('repeated_name'))
      done(null, value)
    })
  })
}

/** Levels of a body: what the contract asks for has three. Whatever walks it later may use the stack. */
const deepest = 32

function refusal(code: 'invalid_utf8' | 'repeated_name' | 'too_deep'): ProblemError {
  return new ProblemError('invalid_request', { errors: [{ pointer: '', code }] })
}

/** Whether `type` is JSON in UTF-8, under any of the names that UTF-8 goes by. */
function isJson(type: string | undefined): boolean {
  try {
    const { essence, params } = new MIMEType(type ?? '')
    const charset = new TextDecoder(params.get('charset') ?? 'utf-8').encoding
    return essence === 'application/json' && charset === 'utf-8'
  } catch {
    // What names no type, or no charset that there is.
    return false
  }
}

/** Whether a body's `Content-Encoding` leaves it as it is. */
function isPlain(coding: string | undefined): boolean {
  return (coding ?? 'identity').split(',').every((one) => /^(?:identity)?$/i.test(one.trim()))
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** @throws ProblemError `invalid_request` where the bytes are not UTF-8. A byte order mark is dropped. */
function decode(body: Buffer): string {
  try {
    return utf8.decode(body)
  } catch {
    throw refusal('invalid_utf8')
  }
}

const stringOrName = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?/g

/** How many names of members are written in `text`, which is JSON. */
function namesIn(text: string): number {
  let names = 0
  for (const [, colon] of text.matchAll(stringOrName)) if (colon !== undefined) names += 1
  return names
}

/** How many members the objects in `value` have, which is fewer than were written where two had one name. */
function measure(value: unknown): { readonly names: number; readonly depth: number } {
  let names = 0
  let deepestYet = 0
  // No recursion: who sends a thousand brackets must not find the end of the stack.
  const left: [value: unknown, depth: number][] = [[value, 1]]
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const [one, depth] = next
    if (typeof one !== 'object' || one === null) continue
    const values: unknown[] = Object.values(one)
    if (!Array.isArray(one)) names += values.length
    deepestYet = Math.max(deepestYet, depth)
    for (const inner of values) left.push([inner, depth + 1])
  }
  return { names, depth: deepestYet }
}
