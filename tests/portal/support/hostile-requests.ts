/** Requests to an operation of the document, from nearly right to nothing of the kind. */
import { brotliCompressSync, gzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import type { JsonSchema, Operation, Parameter } from './api-document.ts'
import { anyText, fittingString, jsonTextOf, type KnownValues } from './json-texts.ts'

export type HostileRequest = {
  readonly method: string
  /** With its query. */
  readonly target: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer | null
}

/** `text` as a part of a target: in UTF-8, and half characters as if they were whole. */
function escaped(text: string): string {
  return text.replaceAll(/[^\w.~-]/gsu, (one) => {
    const code = one.codePointAt(0) ?? 0
    if (one.isWellFormed()) return [...Buffer.from(one)].map(escapedByte).join('')
    return [0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f)]
      .map(escapedByte)
      .join('')
  })
}

const escapedByte = (byte: number) => `%${byte.toString(16).padStart(2, '0')}`

const oddPieces = ['%', '%ff', '%00', '%zz', '..', '%2e%2e%2f', '%2f', '+', ';a=b', '//', '%c0%af']
const oddPiece = fc.oneof(fc.constantFrom(...oddPieces), anyText.map(escaped))

/** A cursor, a token or an id with something else in it. */
const bent = (text: string) =>
  fc.oneof(
    fc.nat({ max: text.length }).map((end) => text.slice(0, end)),
    fc.nat({ max: text.length }).map((at) => `${text.slice(0, at)}A${text.slice(at + 1)}`),
    fc.constant(text + text),
    fc.json().map((json) => Buffer.from(json).toString('base64url')),
  )

function parameterText({ name, schema }: Parameter, known: KnownValues): fc.Arbitrary<string> {
  const number = schema.type === 'integer'
  const fitting = number
    ? fc.integer({ min: schema.minimum ?? 0, max: schema.maximum ?? 9 }).map(String)
    : schema.enum !== undefined
      ? fc.constantFrom(...schema.enum.map(String))
      : fittingString(schema, known, name)
  return fc.oneof(
    { weight: 8, arbitrary: fitting.map(escaped) },
    { weight: 1, arbitrary: fitting.chain(bent).map(escaped) },
    { weight: 1, arbitrary: oddPiece },
    {
      weight: 1,
      arbitrary: fc.constantFrom('0', '-1', '201', '1e2', '0x10', '9'.repeat(30), '%205'),
    },
  )
}

const oddQueries = [
  '&&=&',
  'limit=1&limit=2',
  'limit[]=1',
  '__proto__[a]=1',
  'constructor=1',
  '%',
  '#a?b',
]

function targetOf({ path, parameters }: Operation, known: KnownValues): fc.Arbitrary<string> {
  const inPath = parameters.filter((one) => one.in === 'path')
  const filled = fc
    .tuple(...inPath.map((one) => parameterText(one, known)))
    .map((texts) =>
      inPath.reduce(
        (target, { name }, index) => target.replace(`{${name}}`, () => texts[index] ?? ''),
        path,
      ),
    )
  const pairs = parameters
    .filter((one) => one.in === 'query')
    .map((one) => fc.option(parameterText(one, known).map((text) => `${one.name}=${text}`)))
  const query = fc.oneof(
    {
      weight: 8,
      arbitrary: fc.tuple(...pairs).map((all) => all.filter((one) => one !== null).join('&')),
    },
    { weight: 1, arbitrary: fc.constantFrom(...oddQueries) },
    { weight: 1, arbitrary: fc.array(oddPiece, { maxLength: 40 }).map((all) => all.join('&')) },
  )
  return fc
    .tuple(filled, query)
    .map(([place, asked]) => (asked === '' ? place : `${place}?${asked}`))
}

/** What a header may bear on its way through Node: no controls, bytes as they are. */
const headerText = fc.oneof(
  fc.string({
    unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCodePoint(code)),
  }),
  fc.string({
    unit: fc.integer({ min: 0xa0, max: 0xff }).map((code) => String.fromCodePoint(code)),
  }),
  fc.constantFrom(
    '',
    '*',
    '"',
    'W/""',
    '"a","b"',
    ',',
    'x'.repeat(3000),
    '%00',
    '-1',
    '\\',
    'null',
  ),
)

const otherHeaders = {
  accept: ['image/png', '*/*;q=0', 'text/html'],
  'accept-language': ['x'.repeat(500), 'fr,'.repeat(300), '../../etc'],
  'x-forwarded-for': ['203.0.113.9', 'unknown', '::1,'.repeat(100), "' or 1"],
  forwarded: ['for=_hidden;by="x', 'for=127.0.0.1'],
  origin: ['null', 'https://evil.example'],
  cookie: ['session=1; __proto__=2'],
  range: ['bytes=0-1', 'bytes=-'],
  'x-http-method-override': ['DELETE'],
  'if-modified-since': ['nonsense'],
  te: ['trailers'],
} as const

function headersOf({ parameters }: Operation, known: KnownValues) {
  const declared = parameters
    .filter((one) => one.in === 'header')
    .map(({ name, schema }) => {
      const fitting = fittingString(schema, known, name)
      const value = fc.oneof({ weight: 4, arbitrary: fitting }, headerText)
      return fc.option(value.map((text) => [name.toLowerCase(), latin1(text)] as const))
    })
  const others = Object.entries(otherHeaders).map(([name, values]) =>
    fc.option(
      fc.oneof(fc.constantFrom(...values), headerText).map((value) => [name, value] as const),
      {
        freq: 1,
        nil: null,
      },
    ),
  )
  return fc
    .tuple(fc.tuple(...declared), fc.oneof(fc.constant([]), fc.tuple(...others)))
    .map(([own, more]) => Object.fromEntries([...own, ...more].filter((one) => one !== null)))
}

/** As Node reads bytes of a header, without those it refuses. */
const latin1 = (text: string) =>
  Buffer.from(text)
    .toString('latin1')
    .replaceAll(/[^ -~\u00a0-\u00ff]/gu, '')

type Framed = Pick<HostileRequest, 'headers' | 'body'>
type Frame = (text: string) => Framed
const json = 'application/json'
const framed = (body: Buffer, type: string, more: Framed['headers'] = {}): Framed => ({
  headers: { 'content-type': type, ...more },
  body,
})

/** How a text travels: as it should, mostly, or in every other way. */
const frames: readonly Frame[] = [
  (text) => framed(Buffer.from(text), 'application/json; charset=utf-8'),
  (text) => framed(Buffer.from(`\ufeff${text}`), json),
  (text) => framed(Buffer.from(text, 'utf16le'), json),
  (text) => framed(Buffer.from(text, 'latin1'), json),
  (text) => framed(Buffer.from(text).subarray(0, -1), json),
  (text) => framed(Buffer.concat([Buffer.from(text), Buffer.from([0xed, 0xa0, 0x80])]), json),
  (text) => framed(gzipSync(text), json, { 'content-encoding': 'gzip' }),
  (text) => framed(brotliCompressSync(text), json, { 'content-encoding': 'br' }),
  () => framed(gzipSync(Buffer.alloc(2_000_000)), json, { 'content-encoding': 'gzip' }),
  (text) => framed(Buffer.from(text), 'application/json; charset=utf-16'),
  (text) => framed(Buffer.from(text), 'text/plain'),
  (text) => framed(Buffer.from(text), 'application/x-www-form-urlencoded'),
  (text) => framed(Buffer.from(text), 'multipart/form-data; boundary=x'),
  (text) => framed(Buffer.from(text), ';;;'),
  (text) => framed(Buffer.from(text), ''),
  (text) => ({ headers: {}, body: Buffer.from(text) }),
  () => framed(Buffer.alloc(1_000_000, '"'), json),
]
const usualFrame: Frame = (text) => framed(Buffer.from(text), json)

function bodyOf(schema: JsonSchema | null, known: KnownValues): fc.Arbitrary<Framed> {
  const none: fc.Arbitrary<Framed> = fc.constant({ headers: {}, body: null })
  const frame = fc.oneof(
    { weight: 4, arbitrary: fc.constant(usualFrame) },
    { weight: 1, arbitrary: fc.constantFrom(...frames) },
  )
  const some = fc
    .tuple(jsonTextOf(schema ?? {}, known), frame)
    .map(([text, frameOf]) => frameOf(text))
  return schema === null
    ? fc.oneof({ weight: 3, arbitrary: none }, some)
    : fc.oneof({ weight: 15, arbitrary: some }, none)
}

/** A request to `operation`, in which `known` values stand where their names do. */
export function hostileRequest(
  operation: Operation,
  known: KnownValues,
): fc.Arbitrary<HostileRequest> {
  return fc
    .tuple(
      targetOf(operation, known),
      headersOf(operation, known),
      bodyOf(operation.body, known),
      fc.oneof(
        { weight: 30, arbitrary: fc.constant(operation.method) },
        {
          weight: 1,
          arbitrary: fc.constantFrom('HEAD', 'OPTIONS', 'GET', 'PUT', 'DELETE', 'TRACE'),
        },
      ),
    )
    .map(([target, headers, { headers: ofBody, body }, method]) => ({
      method,
      target,
      headers: { ...headers, ...ofBody },
      body,
    }))
}
