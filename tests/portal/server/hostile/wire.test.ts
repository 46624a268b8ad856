/* oxlint-disable no-await-in-loop -- one connection after the other, to keep the portal's answers apart */
/** What is not HTTP, or hardly, on real sockets: answered as anything is, and hung up on where it must be. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { problemSchema } from '../../../../src/shared/contract/problem.ts'
import { operations, type Operation } from '../../support/api-document.ts'
import { assertCareful, type Answered } from '../../support/careful-answers.ts'
import { startPortal, type TestPortal } from '../../support/portal.ts'
import { exchange, openRaw } from '../../support/raw-connection.ts'

const host = 'Host: portal\r\n'
const close = 'Connection: close\r\n'
const json = 'Content-Type: application/json\r\n'
const get = `GET /v1/me HTTP/1.1\r\n${host}`
const post = `POST /v1/sessions HTTP/1.1\r\n${host}${json}`
const smuggled = `GET /v1/meta HTTP/1.1\r\n${host}${close}\r\n`
const many = (count: number) => Array.from({ length: count }, (_, at) => `x${at}: 1\r\n`).join('')

/** What is answered with its code, after which nothing on the connection is read. */
const broken: readonly (readonly [what: string, bytes: string, code: string])[] = [
  ['no HTTP', 'NONSENSE\r\n\r\n', 'invalid_request'],
  ['TLS', '\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u00fc\u0003\u0003', 'invalid_request'],
  ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 'invalid_request'],
  ['HTTP/3.0 in words', `GET /v1/me HTTP/3.0\r\n${host}${close}\r\n`, 'invalid_request'],
  ['a method that there is not', `FOO /v1/me HTTP/1.1\r\n${host}${close}\r\n`, 'invalid_request'],
  ['a tunnel', `CONNECT portal:443 HTTP/1.1\r\n${host}\r\n`, 'method_not_allowed'],
  ['no target', `GET  HTTP/1.1\r\n${host}${close}\r\n`, 'invalid_request'],
  ['no host', `GET /v1/me HTTP/1.1\r\n${close}\r\n`, 'invalid_request'],
  ['two hosts', `${get}Host: other\r\n${close}\r\n`, 'invalid_request'],
  [
    'two tokens',
    `${get}Authorization: Bearer a\r\nauthorization: Bearer b\r\n${close}\r\n`,
    'invalid_request',
  ],
  ['two types', `${post}Content-Type: text/plain\r\n${close}\r\n`, 'invalid_request'],
  [
    'two keys',
    `DELETE /v1/sessions/current HTTP/1.1\r\n${host}Idempotency-Key: a\r\nIdempotency-Key: b\r\n${close}\r\n`,
    'invalid_request',
  ],
  [
    'two versions',
    `PATCH /v1/me HTTP/1.1\r\n${host}If-Match: "a"\r\nIf-Match: "b"\r\n${close}\r\n`,
    'invalid_request',
  ],
  ['an expectation', `${get}Expect: the-unexpected\r\n${close}\r\n`, 'expectation_failed'],
  ['a header that is none', `${get}X : a\r\n${close}\r\n`, 'invalid_request'],
  ['a header of two lines', `${get}X: a\r\n b\r\n${close}\r\n`, 'invalid_request'],
  ['a NUL in a header', `${get}X: a\0b\r\n${close}\r\n`, 'invalid_request'],
  ['a lone CR in a header', `${get}X: a\rSet-Cookie: b\r\n${close}\r\n`, 'invalid_request'],
  ['lines that end in LF', `GET /v1/me HTTP/1.1\nHost: portal\n\n`, 'invalid_request'],
  ['a header of 40 kB', `${get}X: ${'x'.repeat(40_000)}\r\n${close}\r\n`, 'invalid_request'],
  ['a target of 40 kB', `GET /${'x'.repeat(40_000)} HTTP/1.1\r\n${host}\r\n`, 'invalid_request'],
  ['300 headers', `${get}${many(300)}${close}\r\n`, 'invalid_request'],
  ['two lengths', `${post}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{} `, 'invalid_request'],
  ['a length below zero', `${post}Content-Length: -1\r\n\r\n`, 'invalid_request'],
  [
    'a length beyond numbers',
    `${post}Content-Length: ${'9'.repeat(30)}\r\n\r\n`,
    'invalid_request',
  ],
  [
    'a length and chunks',
    `${post}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${smuggled}`,
    'invalid_request',
  ],
  [
    'chunks that are spelled otherwise',
    `${post}Transfer-Encoding: xchunked\r\nContent-Length: 2\r\n\r\n{}`,
    'invalid_request',
  ],
  ['a transfer in gzip', `${post}Transfer-Encoding: gzip\r\n\r\nabc`, 'invalid_request'],
  [
    'a chunk without a size',
    `${post}Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n`,
    'invalid_request',
  ],
  [
    'a chunk with 40 kB beside its size',
    `${post}Transfer-Encoding: chunked\r\n\r\n3;${'x'.repeat(40_000)}\r\n{} \r\n0\r\n\r\n`,
    'invalid_request',
  ],
  [
    'a bomb',
    `${post}${close}Content-Encoding: gzip\r\nContent-Length: ${gzipSync(Buffer.alloc(3_000_000)).length}\r\n\r\n${gzipSync(Buffer.alloc(3_000_000)).toString('latin1')}`,
    'unsupported_media_type',
  ],
  [
    'a gigabyte that is announced',
    `${post}${close}Content-Length: 1073741824\r\n\r\n{`,
    'payload_too_large',
  ],
]

describe('on the wire', () => {
  let it: TestPortal
  beforeAll(async () => {
    it = await startPortal('SQLite')
  })
  afterAll(() => it.stop())
  const faults = () => vi.spyOn(it.portal.app.log, 'error')
  afterEach(() => {
    vi.restoreAllMocks()
  })

  test.each(broken)('%s is refused as anything is', async (_what, bytes, code) => {
    const answers = await exchange(it.address, bytes)
    expect(answers.map(codeOf)).toEqual([code])
  })

  test.each(['h2c', 'websocket', 'TLS/1.0'])('is not upgraded to %s', async (protocol) => {
    const upgrade = `Connection: Upgrade, close\r\nUpgrade: ${protocol}\r\nSec-WebSocket-Version: 13\r\n`
    const [answer, ...more] = await exchange(it.address, `${get}${upgrade}\r\n`)
    expect([codeOf(answer), more]).toEqual(['unauthenticated', []])
  })

  test('requests that were whole are answered before what broke after them', async () => {
    const whole = 'GET /v1/meta HTTP/1.1\r\nHost: portal\r\n\r\n'
    for (const after of ['NONSENSE\r\n\r\n', `CONNECT portal:1 HTTP/1.1\r\n${host}\r\n`]) {
      const answers = await exchange(it.address, whole + `${get}\r\n` + whole + after)
      expect(answers.map(({ status }) => status).slice(0, 3)).toEqual([200, 401, 200])
      expect(answers).toHaveLength(4)
      for (const answer of answers) assertCareful(answer)
    }
  })

  test('a hundred requests in one packet are answered in their order', async () => {
    const paths = Array.from({ length: 100 }, (_, at) => (at % 3 === 0 ? 'meta' : 'me'))
    const all = paths.map((path) => `GET /v1/${path} HTTP/1.1\r\n${host}\r\n`).join('')
    const answers = await exchange(it.address, `${all}${get}${close}\r\n`)
    const expected = paths.map((path) => (path === 'meta' ? 200 : 401))
    expect(answers.map(({ status }) => status)).toEqual([...expected, 401])
  })

  describe.each(operations.map((operation) => [operation.id, operation] as const))(
    '%s',
    (_, one) => {
      const head = headOf(one)

      test('takes bodies of a megabyte, byte by byte, and broken off', async () => {
        const faultsLogged = faults()
        const large = 'x'.repeat(1_000_000)
        const [answer] = await exchange(
          it.address,
          `${head}${close}Content-Length: 1000000\r\n\r\n${large}`,
        )
        if (answer !== undefined) assertCareful(answer)
        const whole = `${head}${close}Content-Length: 2\r\n\r\n{}`
        const [atOnce] = await exchange(it.address, whole)
        const [slowly] = await exchange(it.address, whole, 1)
        expect(slowly?.status).toBe(atOnce?.status)
        for (const length of [head.length / 2, whole.length - 1]) {
          const socket = await openRaw(it.address)
          socket.write(whole.slice(0, length))
          await nextTurn()
          socket.resetAndDestroy()
        }
        expect((await it.client.send('health')).status).toBe(200)
        expect(faultsLogged).not.toHaveBeenCalled()
      })
    },
  )
})

const headOf = ({ method, path }: Operation) =>
  `${method} ${path.replaceAll(/\{\w+\}/g, 'x'.repeat(43))} HTTP/1.1\r\n${host}${json}`

function codeOf(answer: Answered | undefined): string {
  if (answer === undefined) throw new Error('Nothing was answered')
  assertCareful(answer)
  return problemSchema.parse(JSON.parse(answer.body)).code
}
