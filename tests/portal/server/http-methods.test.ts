/* oxlint-disable no-await-in-loop -- one request after the other, on purpose */
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Endpoint } from '../../../src/shared/contract/endpoint.ts'
import { endpoints } from '../../../src/shared/contract/endpoints.ts'
import { problemSchema } from '../../../src/shared/contract/problem.ts'
import { device, startPortal, type TestPortal } from '../support/portal.ts'

const table: readonly Endpoint[] = Object.values(endpoints)
const filled = (path: string) => path.replaceAll(/\{\w+\}/g, 'any')

/** The headers that say what the answer is; the others are of its connection and moment. */
function headersOf({ headers }: Response) {
  const passing = new Set(['date', 'request-id', 'connection', 'keep-alive', 'transfer-encoding'])
  return [...headers].filter(([name]) => !passing.has(name))
}

describe('methods and paths', () => {
  let it: TestPortal
  beforeAll(async () => {
    it = await startPortal('SQLite')
  })
  afterAll(() => it.stop())

  const send = (path: string, init?: RequestInit) => fetch(`${it.address}${path}`, init)
  /** Sends bytes that no client library would, and answers what came back until the end. */
  const sendRaw = async (head: string) => {
    const socket = connect(Number(new URL(it.address).port), '127.0.0.1')
    socket.write(`${head}\r\nHost: x\r\nConnection: close\r\n\r\n`, 'latin1')
    const [first = '', body = ''] = (await text(socket)).split('\r\n\r\n')
    return { status: Number(first.split(' ')[1]), head: first, body }
  }

  test('HEAD answers as GET does on every path that has it, without the body', async () => {
    const { accessToken } = await it.signIn('marie.lambert')
    const headers = { authorization: `Bearer ${accessToken}` }
    const reads = table.filter(({ method }) => method === 'GET').map(({ path }) => filled(path))
    for (const path of [...reads, '/v1/openapi.json', '/nowhere']) {
      const [get, head] = [
        await send(path, { headers }),
        await send(path, { method: 'HEAD', headers }),
      ]
      expect(head.status, path).toBe(get.status)
      expect(headersOf(head), path).toEqual(headersOf(get))
      expect(await head.text(), path).toBe('')
      expect((await get.text()).length, path).toBeGreaterThan(0)
    }
  })

  test('HEAD with the tag of what one has is answered 304, as GET is', async () => {
    const etag = (await send('/v1/meta', { method: 'HEAD' })).headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[\w-]+"$/)
    for (const method of ['GET', 'HEAD']) {
      const known = await send('/v1/meta', { method, headers: { 'if-none-match': etag } })
      expect(known.status).toBe(304)
      expect(known.headers.get('etag')).toBe(etag)
      expect(known.headers.get('content-length')).toBe(null)
    }
  })

  test('a method that a path does not serve is 405 and names those that it does', async () => {
    const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND', 'QUERY']
    for (const path of new Set(table.map((endpoint) => endpoint.path))) {
      const served = table.filter((endpoint) => endpoint.path === path)
      const concrete = filled(path)
      const allow = (await send(concrete, { method: 'OPTIONS' })).headers.get('allow')?.split(', ')
      expect(allow, path).toEqual(expect.arrayContaining(served.map(({ method }) => method)))
      expect(allow?.includes('HEAD'), path).toBe(allow?.includes('GET'))
      for (const method of methods.filter((one) => !allow?.includes(one))) {
        const refused = await send(concrete, { method })
        expect(refused.status, `${method} ${path}`).toBe(405)
        expect(refused.headers.get('allow')?.split(', ')).toEqual(allow)
        const body = await refused.text()
        if (method !== 'HEAD') {
          expect(problemSchema.parse(JSON.parse(body)).code).toBe('method_not_allowed')
        }
      }
    }
  })

  test('a method is refused before what came with it', async () => {
    const init = { method: 'POST', body: '{', headers: { 'content-type': 'text/plain' } }
    expect((await send('/v1/me', init)).status).toBe(405)
    expect((await send('/nowhere', init)).status).toBe(404)
  })

  test('OPTIONS says what there is, of a path and of the server', async () => {
    const me = await send('/v1/me', { method: 'OPTIONS' })
    expect(me.status).toBe(204)
    expect(me.headers.get('allow')).toBe('GET, HEAD, OPTIONS, PATCH')
    // No other site may call from a browser.
    expect(me.headers.get('access-control-allow-origin')).toBe(null)
    expect((await send('/v1/openapi.json', { method: 'OPTIONS' })).status).toBe(204)
    expect((await send('/nowhere', { method: 'OPTIONS' })).status).toBe(404)
    const all = await sendRaw('OPTIONS * HTTP/1.1')
    expect(all.status).toBe(204)
    expect(all.head).toMatch(/^allow: .*GET/m)
    expect((await sendRaw('GET * HTTP/1.1')).status).toBe(405)
  })

  test.each([
    '/v1/%zz',
    '/v1/sessions/%',
    '/v1/sessions/%ff',
    '/v1/sessions/%c3',
    '/v1/sessions/%c0%af',
    '/v1/sessions/%ed%a0%80',
    '/v1/%ff',
    '/v1/security-questions?language=%ff',
    '/v1/security-questions?%c3%28=fr',
  ])('an address that is no UTF-8 is refused: %s', async (path) => {
    const response = await send(path, { method: 'GET' })
    expect(response.status).toBe(400)
    expect(problemSchema.parse(await response.json()).errors).toEqual([
      { pointer: '', code: 'invalid_url' },
    ])
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })

  test.each(['/v1/sessions/\xe9', '/v1/m\xc3\xa9', '/v1/meta?x=\xff'])(
    'an address with bare bytes in it is refused: %j',
    async (path) => {
      const { status, body } = await sendRaw(`GET ${path} HTTP/1.1`)
      expect(status).toBe(400)
      expect(problemSchema.parse(JSON.parse(body)).code).toBe('invalid_request')
    },
  )

  test.each([
    '//healthz',
    '/healthz/',
    '/v1//me',
    '/v1/me/',
    '/V1/meta',
    '/v1/meta%2f',
    '/v1/sessions/a/b',
    `/v1/me/email-changes/${'x'.repeat(200)}`,
  ])('an address that is almost one is none: %.30s', async (path) => {
    expect((await sendRaw(`GET ${path} HTTP/1.1`)).status).toBe(404)
    expect((await sendRaw(`DELETE ${path} HTTP/1.1`)).status).toBe(404)
  })

  test('an address is the same in its other spellings', async () => {
    expect((await sendRaw('GET /v1/%6deta?x#y HTTP/1.1')).status).toBe(200)
    expect((await sendRaw('PUT /v1/%6deta HTTP/1.1')).status).toBe(405)
    expect((await sendRaw(`GET ${it.address}/v1/meta HTTP/1.1`)).status).toBe(200)
    const { accessToken: token } = await it.signIn('marie.lambert')
    await it.reauthenticate(token, 'marie.lambert')
    const { sessionId } = await it.signIn('marie.lambert')
    const id = sessionId.replace('-', '%2D')
    const { status } = await it.client.send('sessionEnd', { token, params: { id } })
    expect(status).toBe(204)
  })

  test.each(['garbage', '"a', 'W/', ',,,', '"a""b"', ''])(
    'a tag that is none matches nothing: %j',
    async (tag) => {
      const { accessToken: token } = await it.signIn('marie.lambert')
      const read = await it.client.send('me', { token, headers: { 'if-none-match': tag } })
      expect(read.status).toBe(200)
      const edit = { token, headers: { 'if-match': tag }, body: { lastName: 'Claes' } }
      expect((await it.client.send('mePatch', edit)).status).toBe(412)
    },
  )

  test('a body that waits for a word is let in, another expectation is not met', async () => {
    const body = JSON.stringify({ username: 'marie.lambert', password: 'x', device })
    const head = `POST /v1/sessions HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: ${body.length}`
    const socket = connect(Number(new URL(it.address).port), '127.0.0.1')
    socket.write(`${head}\r\nHost: x\r\nConnection: close\r\nExpect: 100-continue\r\n\r\n`)
    socket.once('data', () => socket.write(body))
    const answers = (await text(socket)).match(/^HTTP\/1\.1 \d+/gm)
    expect(answers).toEqual(['HTTP/1.1 100', 'HTTP/1.1 401'])
    const { status } = await sendRaw('GET /v1/meta HTTP/1.1\r\nExpect: the-unexpected')
    expect(status).toBe(417)
  })
})
