/** Answers of a portal, or of what stands in its place, with something wrong in them anywhere. */
import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { z } from 'zod'
import { assertNever } from '../../../src/shared/assert-never.ts'
import { mutatedValues } from '../../support/mutated-values.ts'

/** As it goes over the wire. */
export type WireAnswer = {
  readonly status: number
  readonly headers: readonly (readonly [string, string])[]
  readonly body: Buffer
  /** `cut`: half of it, then the connection ends; `reset`: not even that; `hang`: half, then nothing more. */
  readonly ending: 'whole' | 'cut' | 'reset' | 'hang'
}

type Change =
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'header'; readonly name: string; readonly value: string }
  | { readonly kind: 'bytes'; readonly at: number; readonly by: Buffer; readonly instead: number }
  | { readonly kind: 'encoding'; readonly encoding: 'utf16le' | 'latin1' | 'gzip' | 'br' | 'bom' }
  | { readonly kind: 'length'; readonly by: number }
  | { readonly kind: 'ending'; readonly ending: WireAnswer['ending'] }

const statuses = [
  200, 201, 202, 203, 204, 205, 206, 226, 300, 301, 302, 303, 304, 307, 308, 400, 401, 403, 404,
  405, 407, 408, 409, 410, 412, 413, 415, 418, 421, 422, 425, 428, 429, 431, 451, 499, 500, 501,
  502, 503, 504, 511, 599, 999,
] as const

/** Names beside values that no portal sends. */
const oddHeaders = [
  ['content-type', ''],
  ['content-type', 'text/html'],
  ['content-type', 'application/json; charset=utf-16'],
  ['content-type', 'application/problem+json'],
  ['content-type', 'application/json, text/html'],
  ['etag', ''],
  ['etag', '"a", "b"'],
  ['etag', `"${'x'.repeat(8_000)}"`],
  ['etag', '*'],
  ['retry-after', '-1'],
  ['retry-after', '9'.repeat(400)],
  ['retry-after', 'Fri, 31 Dec 9999 23:59:59 GMT'],
  ['retry-after', 'NaN'],
  ['date', 'yesterday'],
  ['date', 'Thu, 01 Jan 1970 00:00:00 GMT'],
  ['date', 'Fri, 31 Dec 9999 23:59:59 GMT'],
  ['date', 'Sat, 13 Sep 275760 00:00:01 GMT'],
  ['location', '/redirected'],
  ['refresh', '0; url=/redirected'],
  ['set-cookie', 'session=stolen; Path=/'],
  ['content-encoding', 'gzip'],
  ['content-encoding', 'br'],
  // Beyond five, Node's own fetch throws where nobody can catch it; Chromium's, which the app uses, does not.
  ['content-encoding', 'gzip, gzip, gzip, gzip, gzip'],
  ['content-encoding', 'nothing-known'],
  ['content-range', 'bytes 0-1/2'],
  ['x-filler', 'x'.repeat(10_000)],
] as const

/** In the place of any member of an answer. */
const leaves: fc.Arbitrary<unknown> = fc
  .constantFrom<(() => unknown)[]>(
    () => null,
    () => '',
    () => 'x'.repeat(50_000),
    () => -1,
    () => 1.5,
    () => Number.MAX_VALUE,
    () => Number.MAX_SAFE_INTEGER,
    () => true,
    () => [],
    () => ({}),
    () => '\ud800',
    () => '\0',
    () => 'javascript:alert(1)',
    () => 'file:///etc/passwd',
    () => '9999-12-31T23:59:59.999Z',
    () => '0000-01-01T00:00:00Z',
    () => '__proto__',
    () => Array.from({ length: 300 }, () => ({})),
    () => JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{}}}'),
  )
  .map((make) => make())

const changes: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('status' as const),
      status: fc.constantFrom(...statuses),
    }),
  },
  {
    weight: 5,
    arbitrary: fc
      .constantFrom(...oddHeaders)
      .map(([name, value]) => ({ kind: 'header' as const, name, value })),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('bytes' as const),
      at: fc.nat(100_000),
      instead: fc.constantFrom(0, 0, 1, 1, 7, 1_000),
      by: fc.oneof(
        fc
          .constantFrom('', '"', '}', ']', ',', '\\', '1e999', 'null', '[[[[', '{"a":', '\ufeff')
          .map((text) => Buffer.from(text)),
        fc.uint8Array({ minLength: 1, maxLength: 3 }).map((bytes) => Buffer.from(bytes)),
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('encoding' as const),
      encoding: fc.constantFrom('utf16le', 'latin1', 'gzip', 'br', 'bom'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('length' as const),
      by: fc.constantFrom(-5, -1, 1, 500),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('ending' as const),
      ending: fc.constantFrom('cut', 'cut', 'cut', 'reset', 'hang'),
    }),
  },
)

/**
 * What comes in the place of an answer.
 * @param answers right ones; also of other endpoints
 */
export function mutatedAnswers(
  answers: fc.Arbitrary<{ readonly status: number; readonly body: unknown }>,
): fc.Arbitrary<WireAnswer> {
  const spoiled = answers.chain(({ status, body }) =>
    fc
      .oneof(fc.constant(body), mutatedValues(fc.constant(body), leaves))
      .map((sent) => wire(status, sent)),
  )
  return fc
    .tuple(spoiled, fc.array(changes, { minLength: 0, maxLength: 2 }))
    .map(([answer, made]) => made.reduce(changed, answer))
}

export function wire(status: number, body: unknown): WireAnswer {
  const type = status < 400 ? 'application/json' : 'application/problem+json'
  return {
    status,
    headers: [
      ['content-type', type],
      ['etag', '"1"'],
    ],
    body: body === undefined ? Buffer.alloc(0) : Buffer.from(JSON.stringify(body)),
    ending: 'whole',
  }
}

function changed(answer: WireAnswer, change: Change): WireAnswer {
  const { body } = answer
  const withHeader = (name: string, value: string) => [
    ...answer.headers.filter(([present]) => present !== name),
    [name, value] as const,
  ]
  switch (change.kind) {
    case 'status':
      return { ...answer, status: change.status }
    case 'header':
      return { ...answer, headers: withHeader(change.name, change.value) }
    case 'bytes': {
      const at = change.at % (body.length + 1)
      const parts = [body.subarray(0, at), change.by, body.subarray(at + change.instead)]
      return { ...answer, body: Buffer.concat(parts) }
    }
    case 'encoding':
      return encoded(answer, change.encoding, withHeader)
    case 'length':
      return {
        ...answer,
        headers: withHeader('content-length', String(Math.max(0, body.length + change.by))),
      }
    case 'ending':
      return { ...answer, ending: change.ending }
    default:
      return assertNever(change)
  }
}

function encoded(
  answer: WireAnswer,
  encoding: 'utf16le' | 'latin1' | 'gzip' | 'br' | 'bom',
  withHeader: (name: string, value: string) => WireAnswer['headers'],
): WireAnswer {
  const { body } = answer
  switch (encoding) {
    case 'gzip':
      return { ...answer, body: gzipSync(body), headers: withHeader('content-encoding', 'gzip') }
    case 'br':
      return {
        ...answer,
        body: brotliCompressSync(body),
        headers: withHeader('content-encoding', 'br'),
      }
    case 'bom':
      return { ...answer, body: Buffer.concat([Buffer.from('\ufeff'), body]) }
    case 'utf16le':
    case 'latin1':
      return { ...answer, body: Buffer.from(body.toString(), encoding) }
    default:
      return assertNever(encoding)
  }
}

export type AnsweringServer = {
  readonly url: string
  /** Requests that only somebody makes who follows where an answer leads. */
  readonly led: () => number
}

/**
 * Serves what `answerTo` names for a request, over real connections.
 * @param answerTo gets the request's method, path and headers
 */
export async function serveAnswers(
  stack: AsyncDisposableStack,
  answerTo: (method: string, path: string, headers: NodeJS.Dict<string | string[]>) => WireAnswer,
): Promise<AnsweringServer> {
  let led = 0
  const server = createServer((request, response) => {
    request.resume()
    const path = new URL(request.url ?? '/', 'http://portal.invalid').pathname
    if (path === '/redirected') led += 1
    send(response, answerTo(request.method ?? 'GET', path, request.headers))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  stack.defer(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  const { port } = z.object({ port: z.number() }).parse(server.address())
  return { url: `http://127.0.0.1:${port}`, led: () => led }
}

function send(response: ServerResponse, { status, headers, body, ending }: WireAnswer): void {
  if (ending === 'reset') {
    response.socket?.resetAndDestroy()
    return
  }
  for (const [name, value] of headers) response.setHeader(name, value)
  // What lies about its length would be taken for the beginning of the next answer.
  const isOdd = ending !== 'whole' || response.hasHeader('content-length')
  if (isOdd) response.setHeader('connection', 'close')
  response.writeHead(status)
  if (ending === 'whole') {
    response.write(body)
    response.end()
    if (isOdd) response.socket?.end()
    return
  }
  response.write(body.subarray(0, body.length / 2))
  if (ending === 'cut') response.socket?.end()
}
