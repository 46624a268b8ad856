import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createPortalClient } from '../../../../src/main/portal-client/portal-client.ts'
import { startFaultyServer, type Answer } from '../../support/faulty-server.ts'
import { hostFetch } from '../../support/main.ts'

let stack: AsyncDisposableStack
beforeEach(() => {
  stack = new AsyncDisposableStack()
})
afterEach(() => stack.disposeAsync())

const preferences = {
  defaultSearchCountry: 'BE',
  servnetStartPage: 'home',
  currency: 'EUR',
  language: 'fr',
  alertsByEmail: true,
}
const problem = (code: string, status: number, extras: object = {}) =>
  JSON.stringify({ type: 'about:blank', title: code, status, code, ...extras })

const clientOf = (url: string) =>
  createPortalClient({
    configuration: { ok: true, portalUrl: new URL(url) },
    fetch: hostFetch,
    userAgent: 'Test',
    builtAt: new Date('2026-01-01'),
    timeoutMs: 2_000,
  })

async function edit(answer: Answer) {
  const server = await startFaultyServer(stack, answer)
  const client = clientOf(server.url)
  const result = await client.write('x', {
    endpoint: 'preferencesPatch',
    params: {},
    body: '{"currency":"USD"}',
    ifMatch: '"one"',
    idempotencyKey: 'a',
  })
  return { result, calls: server.calls }
}
const answering =
  (status: number, body: string, etag: string | null): Answer =>
  (_request, response) => {
    const type = status < 400 ? 'application/json' : 'application/problem+json'
    response.writeHead(status, { 'content-type': type, ...(etag === null ? {} : { etag }) })
    response.end(body)
  }
const refused = (current: object, etag: string | null) =>
  answering(412, problem('precondition_failed', 412, { current }), etag)

describe('an edit', () => {
  it('names the version that it is meant for, and answers the new one', async () => {
    let asked: string | undefined
    const { result } = await edit((request, response) => {
      asked = request.headers['if-match']
      answering(
        200,
        JSON.stringify({ ...preferences, currency: 'USD' }),
        '"two"',
      )(request, response)
    })
    expect(asked).toBe('"one"')
    const current = { ...preferences, currency: 'USD' }
    expect(result).toEqual({ ok: true, data: { kind: 'done', data: current, version: '"two"' } })
  })

  it('of a former version is a conflict, with the present one', async () => {
    const { result } = await edit(refused(preferences, '"two"'))
    const data = { kind: 'conflict', data: preferences, version: '"two"' }
    expect(result).toEqual({ ok: true, data })
  })

  it.each<readonly [string, Answer, string]>([
    ['refused, without a version', refused(preferences, null), 'invalid'],
    ['refused, with another resource', refused({ email: 'x' }, '"two"'), 'invalid'],
    ['refused, with nothing', answering(412, problem('precondition_failed', 412), null), '412'],
    ['a status that is not in the contract', answering(202, '{}', '"two"'), 'invalid'],
  ])('is not taken on trust: %s', async (_name, answer, code) => {
    const { result } = await edit(answer)
    expect(result).toEqual({
      ok: false,
      error: { code: code === '412' ? 'precondition_failed' : 'portal_answer_invalid' },
    })
  })

  it('that is refused for the very version that it names is no conflict to merge', async () => {
    const { result } = await edit(refused(preferences, '"one"'))
    expect(result).toEqual({ ok: false, error: { code: 'portal_answer_invalid' } })
  })

  it('is sent once: when it goes again is for who keeps it to say', async () => {
    const { result, calls } = await edit(answering(503, problem('unavailable', 503), null))
    expect(result).toEqual({ ok: false, error: { code: 'unavailable' } })
    expect(calls).toEqual(['PATCH /v1/me/preferences'])
  })

  it('that is done is done, also where nothing names the new version', async () => {
    const { result } = await edit(answering(200, JSON.stringify(preferences), null))
    const data = { kind: 'done', data: preferences, version: null }
    expect(result).toEqual({ ok: true, data })
  })
})

describe('a write that nobody keeps', () => {
  it('goes again at once under the same key, where its answer was lost', async () => {
    const keys: unknown[] = []
    const server = await startFaultyServer(stack, (request, response) => {
      keys.push(request.headers['idempotency-key'])
      if (keys.length === 1) request.socket.destroy()
      else answering(200, '{"until":"2026-01-01T00:00:00.000Z"}', null)(request, response)
    })
    const client = clientOf(server.url)
    const options = { token: 'x', body: { password: 'p' } }
    const results = [
      await client.call('reauthenticate', options),
      await client.call('reauthenticate', options),
    ]
    expect(results.map(({ ok }) => ok)).toEqual([true, true])
    const [first, second, third] = keys
    expect(first).toMatch(/^[\w-]{36}$/)
    expect(second).toBe(first)
    expect(third, 'asked for once more').not.toBe(first)
  })
})

it('tells what is said of the whole request apart from its fields', async () => {
  const errors = [
    { pointer: '', code: 'attempts_left', params: { attemptsLeft: 3 } },
    { pointer: '/newPassword', code: 'too_short', params: { min: 12 } },
  ]
  const { result } = await edit(
    answering(422, problem('verification_failed', 422, { errors }), null),
  )
  expect(result).toEqual({
    ok: false,
    error: {
      code: 'verification_failed',
      params: { attemptsLeft: 3 },
      fields: [{ field: 'newPassword', code: 'too_short', params: { min: 12 } }],
    },
  })
})
