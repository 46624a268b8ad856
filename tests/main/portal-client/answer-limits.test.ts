/** However bad an answer is, what reaches the pages, the store and the next request has its limits. */
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { longestWait } from '../../../src/shared/contract/result.ts'
import { createPortalClient } from '../../../src/main/portal-client/portal-client.ts'
import type { Fetch } from '../../../src/main/portal-client/exchange.ts'
import { secondsUntil } from '../../../src/main/services/identity/time-left.ts'
import { startFaultyServer, type Answer } from '../support/faulty-server.ts'
import { hostFetch, startMain, type TestMain } from '../support/main.ts'
import { createMemoryKeychain } from '../support/memory-keychain.ts'
import { marie } from '../support/people.ts'
import { startPortal } from '../support/portal.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

let stack: AsyncDisposableStack
beforeEach(() => {
  stack = new AsyncDisposableStack()
})
afterEach(() => stack.disposeAsync())

const client = (url: string, fetch: Fetch = hostFetch, timeoutMs = 10_000) =>
  createPortalClient({
    configuration: { ok: true, portalUrl: new URL(url) },
    fetch,
    userAgent: 'Test',
    builtAt: new Date('2026-01-01'),
    timeoutMs,
  })

const problem = { type: 'about:blank', title: 'x', status: 429, code: 'too_many_attempts' }

function answering(status: number, headers: object, body: string | Buffer): Answer {
  return (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/problem+json', ...headers })
    response.end(body)
  }
}

async function failureOf(answer: Answer, timeoutMs?: number) {
  const server = await startFaultyServer(stack, answer)
  const result = await client(server.url, hostFetch, timeoutMs).call('passwordCheck', {
    body: { password: 'x' },
  })
  if (result.ok) throw new Error('This was to fail')
  return result.error
}

const dateIn = (ms: number) => new Date(Date.now() + ms).toUTCString()
const ok = (body: string | Buffer, headers: object = {}) =>
  answering(200, { 'content-type': 'application/json', ...headers }, body)
const failures = (text: string) => `{"failures":[],"more":${text}}`

/** The demonstration's portal, where answers to `path` carry another version while `broken`. */
async function start(path: string, tag: string) {
  const portal = await startPortal(stack)
  const state = { tag, broken: true, asked: new Array<string | null>() }
  const fetch: Fetch = async (url, init) => {
    const response = await hostFetch(url, init)
    if (new URL(url).pathname !== path) return response
    state.asked.push(new Headers(init.headers).get('if-none-match'))
    if (!state.broken) return response
    const headers = new Headers(response.headers)
    headers.set('etag', state.tag)
    return new Response(response.body, { status: response.status, headers })
  }
  const folder = temporaryFolder(stack)
  const keychain = createMemoryKeychain()
  const main = () => startMain({ portalUrl: portal.url, folder, keychain, fetch })
  const app: TestMain = main()
  await app.ask('session.signIn', { ...marie, staySignedIn: true })
  return { app, state, restart: main }
}

describe('how long to wait', () => {
  it.each([
    ['0', 0],
    ['42', 42],
    [' 42 ', 42],
    ['86400', longestWait],
    ['86401', longestWait],
    ['1000000000000', longestWait],
    ['9'.repeat(400), longestWait],
    ['Fri, 31 Dec 9999 23:59:59 GMT', longestWait],
    ['-5', undefined],
    ['1e12', undefined],
    ['4.2', undefined],
    ['NaN', undefined],
    ['soon', undefined],
    ['', undefined],
    ['Thu, 01 Jan 1970 00:00:00 GMT', undefined],
    ['Not, a date', undefined],
  ])('%j in the header is %s', async (header, seconds) => {
    const answer = answering(429, { 'retry-after': header }, JSON.stringify(problem))
    expect((await failureOf(answer)).retryAfter).toBe(seconds)
  })

  it('may be told as a date, by the server’s own clock', async () => {
    const hours = 5 * 3_600_000
    const headers = { date: dateIn(hours), 'retry-after': dateIn(hours + 90_000) }
    const { retryAfter } = await failureOf(answering(429, headers, JSON.stringify(problem)))
    expect(retryAfter).toBe(90)
  })

  it.each([
    ['42', 42],
    ['86401', longestWait],
    ['1e12', longestWait],
    ['4.2', 5],
    ['-5', undefined],
    ['null', undefined],
    ['"42"', undefined],
    ['[]', undefined],
  ])('%s in the body is %s', async (value, seconds) => {
    const body = JSON.stringify({ ...problem, retryAfter: '?' }).replace('"?"', value)
    const error = await failureOf(answering(429, {}, body))
    expect(error).toMatchObject({ code: 'too_many_attempts' })
    expect(error.retryAfter).toBe(seconds)
  })

  it.each([429, 503])('is told also by a gateway in the portal’s place (%i)', async (status) => {
    const headers = { 'content-type': 'text/html', 'retry-after': '7' }
    expect(await failureOf(answering(status, headers, '<h1>Busy</h1>'))).toEqual({
      code: 'unavailable',
      retryAfter: 7,
    })
  })

  it('is kept to by what is otherwise tried again at once', async () => {
    const body = JSON.stringify({ ...problem, status: 503, code: 'unavailable' })
    const server = await startFaultyServer(stack, answering(503, { 'retry-after': '1' }, body))
    const result = await client(server.url).call('health', {})
    expect(result).toEqual({ ok: false, error: { code: 'unavailable', retryAfter: 1 } })
    expect(server.calls).toHaveLength(1)
  })

  it.each(['9999-12-31T23:59:59.000Z', '0001-01-01T00:00:00.000Z'])(
    'is of human measure until %s',
    (timestamp) => {
      expect([0, 30 * 86_400]).toContain(secondsUntil(timestamp, Date.now()))
    },
  )
})

describe('what is wrong with a request', () => {
  const invalid = { ...problem, status: 400, code: 'invalid_request' }
  const failing = (errors: unknown) =>
    failureOf(answering(400, {}, JSON.stringify({ ...invalid, errors })))

  it('is told of no more fields than a form has', async () => {
    const errors = Array.from({ length: 50_000 }, (_, index) => ({
      pointer: `/f${index}`,
      code: 'invalid',
    }))
    const { code, fields } = await failing(errors)
    expect(code).toBe('invalid_request')
    expect(fields).toHaveLength(50)
  })

  it.each([
    { pointer: `/${'x'.repeat(100_000)}`, code: 'invalid' },
    { pointer: '/email', code: 'x'.repeat(100_000) },
    { pointer: '/email', code: 'too_short', params: { min: 'x'.repeat(100_000) } },
    { pointer: '/email', code: 'too_short', params: { ['x'.repeat(100_000)]: 1 } },
    { pointer: '/email', code: 'too_short', params: { min: { deep: true } } },
    { pointer: 7, code: 'invalid' },
    'no object',
    null,
  ])('leaves out what no portal says (%#)', async (bad) => {
    const good = { pointer: '/lastName', code: 'required' }
    const { fields } = await failing([bad, good])
    expect(fields).toEqual([{ field: 'lastName', code: 'required' }])
  })

  it.each([{}, 'all of it', 7, null])(
    'stays the code alone where the list is none (%j)',
    async (errors) => {
      expect(await failing(errors)).toEqual({ code: 'invalid_request' })
    },
  )
})

describe('a body', () => {
  it.each<readonly [string, Answer]>([
    ['of five megabytes', ok(failures(`"${'x'.repeat(5_000_000)}"`))],
    [
      'that unpacks to fifty megabytes',
      ok(gzipSync(failures(`"${'x'.repeat(50_000_000)}"`)), { 'content-encoding': 'gzip' }),
    ],
    ['nested without end', ok(failures('['.repeat(100_000) + ']'.repeat(100_000)))],
    ['that is not UTF-8', ok(Buffer.from(failures('"\u00e9"'), 'latin1'))],
    ['that is empty', ok('')],
    ['of another type', ok('{"failures":[]}', { 'content-type': 'text/html' })],
    ['without a type', ok('{"failures":[]}', { 'content-type': '' })],
    [
      'with a list beyond all measure',
      ok(
        JSON.stringify({
          failures: Array.from({ length: 5_000 }, () => ({ code: 'too_short', params: {} })),
        }),
      ),
    ],
  ])('%s is no answer', async (_name, answer) => {
    expect(await failureOf(answer)).toEqual({ code: 'portal_answer_invalid' })
  })

  it('that never stops is left alone', async () => {
    const closed = Promise.withResolvers<void>()
    const error = await failureOf((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      const more = () => response.write(' '.repeat(64 * 1024), () => setImmediate(more))
      response.once('close', closed.resolve)
      more()
    })
    expect(error).toEqual({ code: 'portal_answer_invalid' })
    await closed.promise
  })

  it('that trickles in has no more time than the whole call', async () => {
    const error = await failureOf((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      const timer = setInterval(() => response.write(' '), 20)
      response.once('close', () => clearInterval(timer))
    }, 1_000)
    expect(error).toEqual({ code: 'portal_timeout' })
  })

  it('has no more time than the whole call, also where the network does not watch it', async () => {
    const never = new ReadableStream({ pull: () => new Promise(() => undefined) })
    const deaf: Fetch = async () =>
      new Response(never, { headers: { 'content-type': 'application/json' } })
    const result = await client('http://127.0.0.1:1', deaf, 1_000).call('passwordPolicy', {})
    expect(result).toEqual({ ok: false, error: { code: 'portal_timeout' } })
  })
})

it('a clock beyond all belief is not the portal’s', async () => {
  const server = await startFaultyServer(stack, (_request, response) => {
    response.writeHead(200, {
      'content-type': 'application/json',
      date: 'Fri, 31 Dec 9999 23:59:59 GMT',
    })
    response.end('{"status":"ok"}')
  })
  const ours = client(server.url)
  expect((await ours.call('health', {})).ok).toBe(true)
  expect(Math.abs(ours.now() - Date.now())).toBeLessThan(1_000)
})

describe('a version', () => {
  const bad = [
    ['of 4 KB', `"${'x'.repeat(4_096)}"`],
    ['of 16 KB', `"${'x'.repeat(16_384)}"`],
    ['without quotes', 'abc'],
    ['with a space', '"a b"'],
    ['with a letter beyond ASCII', '"\u00e9"'],
    ['that is several', '"a", "b"'],
    ['that is empty', ''],
  ] as const

  it.each(bad)('%s is none for the home page, which shows', async (_name, tag) => {
    const { app, state, restart } = await start('/v1/servnet/home', tag)
    await app.ask('servnet.home', {})
    await app.services.close()
    state.broken = false
    const before = state.asked.length
    const again = restart()
    await again.ask('app.state', {})
    expect((await again.ask('servnet.home', {})).home.alerts).not.toEqual([])
    await expect.poll(() => state.asked.length).toBeGreaterThan(before)
    expect(new Set(state.asked)).toEqual(new Set([null]))
  })

  it.each(bad)('%s is no answer for the profile, until the portal mends', async (_name, tag) => {
    const { app, state } = await start('/v1/me', tag)
    expect(await app.call('profile.read', {})).toEqual({
      ok: false,
      error: { code: 'portal_answer_invalid' },
    })
    state.broken = false
    expect((await app.ask('profile.read', {})).me.current.username).toBe(marie.username)
  })

  it('that no server understands any more is given up, and the page heals', async () => {
    const { app, state, restart } = await start('/v1/servnet/home', '"kept"')
    await app.ask('servnet.home', {})
    await app.services.close()
    state.broken = false
    const again = restart()
    await again.ask('app.state', {})
    expect((await again.ask('servnet.home', {})).freshness.stale).toBe(false)
    await expect.poll(() => state.asked).toContain('"kept"')
    await expect
      .poll(async () => (await again.ask('servnet.home', {})).freshness)
      .toMatchObject({ stale: false, refreshing: false })
  })
})
