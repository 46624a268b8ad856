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
      if (error === null && repeatsName(text, value)) done(refusal('repeated_name'))
      else done(error, value)
    })
  })
}

function refusal(code: 'invalid_utf8' | 'repeated_name'): ProblemError {
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

/**
 * Whether an object of `text` has two members of one name: parsing keeps the last one, others that
 * read the same text may keep the first. `value` is what parsing made of it: it has fewer names then.
 */
function repeatsName(text: string, value: unknown): boolean {
  let names = 0
  for (const [, colon] of text.matchAll(stringOrName)) if (colon !== undefined) names += 1
  // No recursion: who sends a thousand brackets must not find the end of the stack.
  const left: unknown[] = [value]
  while (left.length > 0) {
    const next = left.pop()
    if (typeof next !== 'object' || next === null) continue
    const values: unknown[] = Object.values(next)
    if (!Array.isArray(next)) names -= values.length
    for (const one of values) left.push(one)
  }
  return names > 0
}
