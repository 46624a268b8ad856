import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { networkFailure } from '../../../src/main/portal-client/network-failure.ts'
import {
  createPortalClient,
  type PortalClientOptions,
} from '../../../src/main/portal-client/portal-client.ts'
import { selfSignedCertificate } from '../support/certificate.ts'
import { startFaultyServer, type Answer } from '../support/faulty-server.ts'
import { hostFetch } from '../support/main.ts'
import { startPortal } from '../support/portal.ts'

let stack: AsyncDisposableStack
beforeEach(() => {
  stack = new AsyncDisposableStack()
})
afterEach(() => stack.disposeAsync())

const client = (url: string | null, options: Partial<PortalClientOptions> = {}) =>
  createPortalClient({
    configuration:
      url === null
        ? { ok: false, source: '/etc/config.json' }
        : { ok: true, portalUrl: new URL(url) },
    fetch: hostFetch,
    userAgent: 'Test',
    builtAt: new Date('2026-01-01'),
    timeoutMs: 2_000,
    ...options,
  })

const credentials = {
  username: 'marie.lambert',
  password: 'x',
  device: { name: 'Test', platform: 'linux' },
} as const

const json =
  (status: number, body: unknown, type = 'application/json'): Answer =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': type })
    response.end(typeof body === 'string' ? body : JSON.stringify(body))
  }
const html = (status: number) => json(status, '<h1>Welcome to our Wi-Fi</h1>', 'text/html')
const problem = (status: number, code: string) =>
  json(status, { type: 'about:blank', title: code, status, code }, 'application/problem+json')

describe('an answer that the portal did not mean', () => {
  it.each<readonly [string, Answer, string]>([
    ['a page in place of an answer', html(200), 'portal_answer_invalid'],
    ['a 401 from a proxy', html(401), 'portal_answer_invalid'],
    ['a 403 from a proxy', html(403), 'portal_answer_invalid'],
    ['a gateway without a portal', html(502), 'unavailable'],
    ['broken JSON', json(200, '{"status": "o'), 'portal_answer_invalid'],
    ['JSON of another contract', json(200, { status: 'fine' }), 'portal_answer_invalid'],
    ['a status that is not in the contract', json(202, { status: 'ok' }), 'portal_answer_invalid'],
    ['an unknown problem', problem(400, 'something_new'), 'portal_answer_invalid'],
    ['an error as plain JSON', json(401, { error: 'no' }), 'portal_answer_invalid'],
    [
      'far too much',
      json(200, { status: 'ok', more: 'o'.repeat(5_000_000) }),
      'portal_answer_invalid',
    ],
    [
      'a redirect to a sign-in page of the network',
      (_request, response) => {
        response.writeHead(302, { location: 'http://127.0.0.1:1/' })
        response.end()
      },
      'portal_answer_invalid',
    ],
  ])('%s', async (_name, answer, code) => {
    const server = await startFaultyServer(stack, answer)
    const result = await client(server.url).call('health', {})
    expect(result).toEqual({ ok: false, error: { code } })
  })
})

it('a proxy that wants a password', async () => {
  // Node's own fetch turns a 407 into an error without words; Chromium passes it on.
  const answer = new Response('', { status: 407 })
  const result = await client('https://127.0.0.1', { fetch: async () => answer }).call('health', {})
  expect(result).toEqual({ ok: false, error: { code: 'proxy_authentication_required' } })
})

describe('a portal that cannot be reached', () => {
  it('nobody listens', async () => {
    const portal = await startPortal(stack)
    await portal.close()
    const result = await client(portal.url).call('health', {})
    expect(result).toEqual({ ok: false, error: { code: 'portal_unreachable' } })
  })

  it('a name that does not exist', async () => {
    const result = await client('https://portal.invalid').call('health', {})
    expect(result).toEqual({ ok: false, error: { code: 'portal_unreachable' } })
  })

  it('silence', async () => {
    const server = await startFaultyServer(stack, () => undefined)
    const result = await client(server.url, { timeoutMs: 300 }).call('health', {})
    expect(result).toEqual({ ok: false, error: { code: 'portal_timeout' } })
    expect(server.calls.length, 'a person has waited long enough').toBeLessThan(2)
  })

  it('an answer that never ends', async () => {
    const server = await startFaultyServer(stack, (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.write('{"status":')
    })
    const result = await client(server.url, { timeoutMs: 300 }).call('health', {})
    expect(result).toEqual({ ok: false, error: { code: 'portal_timeout' } })
  })

  it('a certificate that nobody vouches for', async () => {
    const tls = selfSignedCertificate(stack, 1)
    const server = await startFaultyServer(stack, json(200, { status: 'ok' }), tls)
    const result = await client(server.url).call('health', {})
    expect(result).toEqual({ ok: false, error: { code: 'certificate_untrusted' } })
    expect(server.calls).toEqual([])
  })

  it('no usable configuration: nothing is called', async () => {
    const result = await client(null).call('health', {})
    expect(result).toEqual({
      ok: false,
      error: { code: 'configuration_invalid', params: { path: '/etc/config.json' } },
    })
  })
})

const refuseDates = () => Promise.reject(new Error('net::ERR_CERT_DATE_INVALID'))

describe('Chromium’s network errors', () => {
  it.each([
    ['net::ERR_INTERNET_DISCONNECTED', 'network_offline'],
    ['net::ERR_NAME_NOT_RESOLVED', 'portal_unreachable'],
    ['net::ERR_CONNECTION_REFUSED', 'portal_unreachable'],
    ['net::ERR_PROXY_CONNECTION_FAILED', 'portal_unreachable'],
    ['net::ERR_CONNECTION_TIMED_OUT', 'portal_timeout'],
    ['net::ERR_PROXY_AUTH_UNSUPPORTED', 'proxy_authentication_required'],
    ['net::ERR_TUNNEL_CONNECTION_FAILED', 'portal_unreachable'],
    ['net::ERR_CERT_AUTHORITY_INVALID', 'certificate_untrusted'],
    ['net::ERR_CERT_DATE_INVALID', 'certificate_untrusted'],
    ['net::ERR_SSL_PROTOCOL_ERROR', 'certificate_untrusted'],
    ['net::ERR_INVALID_HTTP_RESPONSE', 'portal_answer_invalid'],
    ['net::ERR_SOMETHING_NEW', 'portal_unreachable'],
  ])('%s is %s', (message, code) => {
    expect(networkFailure(new Error(message), 'right')).toBe(code)
  })

  it('blames the clock for a certificate’s dates only where the clock is wrong', async () => {
    const builtTomorrow = new Date(Date.now() + 86_400_000)
    const wrong = await client('https://127.0.0.1', {
      fetch: refuseDates,
      builtAt: builtTomorrow,
    }).call('health', {})
    expect(wrong).toEqual({ ok: false, error: { code: 'clock_wrong' } })
    const right = await client('https://127.0.0.1', { fetch: refuseDates }).call('health', {})
    expect(right).toEqual({ ok: false, error: { code: 'certificate_untrusted' } })
  })

  it('learns from the portal’s own clock', async () => {
    const server = await startFaultyServer(stack, (_request, response) => {
      const date = new Date(Date.now() + 3_600_000).toUTCString()
      response.writeHead(200, { 'content-type': 'application/json', date })
      response.end('{"status":"ok"}')
    })
    let broken = false
    const ours = client(server.url, {
      fetch: (url, init) => (broken ? refuseDates() : hostFetch(url, init)),
    })
    await ours.call('health', {})
    expect(Math.round((ours.now() - Date.now()) / 60_000)).toBe(60)
    broken = true
    expect(await ours.call('health', {})).toEqual({ ok: false, error: { code: 'clock_wrong' } })
  })
})

/** Cannot serve the first calls, then can. */
const flaky = (failures: number): Answer => {
  let left = failures
  return (request, response) => {
    left -= 1
    if (left >= 0) problem(503, 'unavailable')(request, response)
    else json(200, { status: 'ok' })(request, response)
  }
}

describe('trying again', () => {
  it('repeats what only reads', async () => {
    const server = await startFaultyServer(stack, flaky(2))
    expect(await client(server.url).call('health', {})).toMatchObject({ ok: true })
    expect(server.calls).toHaveLength(3)
  })

  it('gives up in the end, with the portal’s own code', async () => {
    const server = await startFaultyServer(stack, flaky(9))
    const result = await client(server.url).call('health', {})
    expect(result).toEqual({ ok: false, error: { code: 'unavailable' } })
    expect(server.calls).toHaveLength(3)
  })

  it('sends a sign-in once: a second try would count as one', async () => {
    const server = await startFaultyServer(stack, flaky(9))
    await client(server.url).call('sessionCreate', { body: credentials })
    expect(server.calls).toEqual(['POST /v1/sessions'])
  })

  it('does not repeat what the portal has refused', async () => {
    const server = await startFaultyServer(stack, problem(403, 'forbidden'))
    const result = await client(server.url).call('me', { token: 'x' })
    expect(result).toEqual({ ok: false, error: { code: 'forbidden' } })
    expect(server.calls).toHaveLength(1)
  })
})

it('takes the seconds to wait from the header where the body does not say', async () => {
  const server = await startFaultyServer(stack, (request, response) => {
    response.setHeader('retry-after', '42')
    problem(429, 'too_many_attempts')(request, response)
  })
  const result = await client(server.url).call('sessionCreate', { body: credentials })
  expect(result).toEqual({ ok: false, error: { code: 'too_many_attempts', retryAfter: 42 } })
})

it('keeps the path of a portal that does not stand at the root', async () => {
  const server = await startFaultyServer(stack, json(200, { status: 'ok' }))
  await client(`${server.url}/portal/`).call('health', {})
  expect(server.calls).toEqual(['GET /portal/healthz'])
})
