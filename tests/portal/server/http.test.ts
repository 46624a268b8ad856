/* oxlint-disable no-await-in-loop -- what is tested here happens in order, one step after the other */
import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openApiDocument } from '../../../src/portal/server/openapi.ts'
import { languages } from '../../../src/shared/languages.ts'
import { endpoints } from '../../../src/shared/contract/endpoints.ts'
import { problemSchema } from '../../../src/shared/contract/problem.ts'
import { databaseKinds } from '../support/databases.ts'
import { device, startPortal, type TestPortal } from '../support/portal.ts'

const credentials = { username: 'marie.lambert', password: 'x', device }
const personalData = {
  email: 'plain@example.com',
  emailConfirmation: 'plain@example.com',
  lastName: 'Claes',
  language: 'fr',
  alertsByEmail: false,
}

describe.each(databaseKinds)('the server, on %s', (kind) => {
  let it: TestPortal
  beforeAll(async () => {
    it = await startPortal(kind)
  })
  afterAll(() => it.stop())

  const problemAt = async (path: string, init?: RequestInit) => {
    const response = await fetch(`${it.address}${path}`, init)
    const problem = problemSchema.parse(await response.json())
    expect(response.headers.get('content-type')).toContain('application/problem+json')
    expect(response.status).toBe(problem.status)
    return problem
  }
  const post = (body: string, type = 'application/json') =>
    problemAt('/v1/sessions', { method: 'POST', body, headers: { 'content-type': type } })

  test('answers what needs no one to be signed in', async () => {
    expect(await it.client.succeed('health')).toEqual({ status: 'ok' })
    const meta = await it.client.succeed('meta')
    expect(meta.services.map((service) => service.id)).toEqual([
      'servnet',
      'collectnet',
      'insights',
      'partners',
    ])
    const policy = await it.client.succeed('passwordPolicy')
    expect(policy).toMatchObject({ name: 'classic', minLength: 12, history: 5 })
  })

  test('has the questions in each language, French where none is asked for', async () => {
    const texts = new Set<string>()
    for (const language of languages) {
      const { items } = await it.client.succeed('securityQuestions', { query: { language } })
      expect(items.length).toBeGreaterThanOrEqual(15)
      texts.add(items[0]?.text ?? '')
    }
    expect(texts.size).toBe(languages.length)
    const french = await it.client.succeed('securityQuestions', { query: { language: 'fr' } })
    expect(await it.client.succeed('securityQuestions')).toEqual(french)
  })

  test('says every rule that a password fails', async () => {
    const body = { password: 'marie', username: 'marie' }
    const { failures } = await it.client.succeed('passwordCheck', { body })
    expect(failures.map((failure) => failure.code)).toEqual([
      'too_short',
      'missing_upper',
      'missing_digit',
      'missing_symbol',
      'contains_username',
      'too_common',
    ])
    const good = await it.client.succeed('passwordCheck', { body: { password: 'Zéphyr-42-Marin' } })
    expect(good.failures).toEqual([])
  })

  test('lists everything wrong in a request, with pointers', async () => {
    const problem = await it.client.fail('sessionCreate', 'invalid_request', {
      body: { username: ' ', password: 7, device: { name: 'x', platform: 'toaster' } },
    })
    expect(problem.errors).toEqual([
      { pointer: '/username', code: 'too_small', params: { min: 1 } },
      { pointer: '/password', code: 'invalid_type' },
      { pointer: '/device/platform', code: 'invalid_value' },
    ])
    const query = { language: 'tlh' }
    const wrong = await it.client.fail('securityQuestions', 'invalid_request', { query })
    expect(wrong.errors).toEqual([{ pointer: '/language', code: 'invalid_value' }])
  })

  test.each([
    ['nothing at all', '', 'invalid_request'],
    ['half a document', '{"username":', 'invalid_request'],
    ['a list', '[]', 'invalid_request'],
    ['a prototype', '{"__proto__": {"admin": true}}', 'invalid_request'],
    ['too much', `"${'x'.repeat(70_000)}"`, 'payload_too_large'],
  ])('refuses %s as a body', async (_, body, code) => {
    expect((await post(body)).code).toBe(code)
  })

  test('keeps no control or half characters, which databases and terminals trip over', async () => {
    const { accessToken: token } = await it.invited('plain.text')
    const refusals = [
      ['sessionCreate', { ...credentials, username: 'marie\0lambert' }, '/username'],
      [
        'sessionCreate',
        { ...credentials, device: { ...device, name: '\u001b[2J' } },
        '/device/name',
      ],
      ['enrolmentPersonalData', { ...personalData, lastName: 'Cl\u0007aes' }, '/lastName'],
      ['enrolmentPersonalData', { ...personalData, lastName: 'Claes\ud83d' }, '/lastName'],
    ] as const
    for (const [name, body, pointer] of refusals) {
      const problem = await it.client.fail(name, 'invalid_request', { token, body })
      expect(problem.errors).toEqual([{ pointer, code: 'invalid' }])
    }
    const { accessToken } = await it.signIn('marie.lambert')
    const params = { id: '%00' }
    await it.client.fail('sessionEnd', 'invalid_request', { token: accessToken, params })
  })

  test('takes JSON only', async () => {
    const body = JSON.stringify(credentials)
    expect((await post(body, 'text/plain')).code).toBe('unsupported_media_type')
    const form = 'application/x-www-form-urlencoded'
    expect((await post('username=x', form)).code).toBe('unsupported_media_type')
  })

  test('takes an empty body for none, whatever its type is said to be', async () => {
    const { accessToken: token } = await it.signIn('marie.lambert')
    const headers = { 'content-type': 'application/json' }
    const { status } = await it.client.send('sessionEndCurrent', { token, headers })
    expect(status).toBe(204)
    expect((await post('')).errors).toEqual([{ pointer: '', code: 'required' }])
  })

  test('refuses headers beyond any size as it refuses anything', async () => {
    const headers = { authorization: `Bearer ${'x'.repeat(40_000)}` }
    expect((await problemAt('/v1/me', { headers })).code).toBe('invalid_request')
  })

  test('answers what is not even HTTP, and hangs up', async () => {
    const socket = connect(Number(new URL(it.address).port), '127.0.0.1')
    socket.write('NONSENSE\r\n\r\n')
    const [head, body = ''] = (await text(socket)).split('\r\n\r\n')
    expect(head).toMatch(/^HTTP\/1\.1 400 [^]*application\/problem\+json/)
    expect(problemSchema.parse(JSON.parse(body)).code).toBe('invalid_request')
  })

  test.each(['/', '/v2/me', '/v1/sessions/', '/v1/me/../../etc/passwd'])(
    'finds nothing at %s',
    async (path) => {
      expect((await problemAt(path)).code).toBe('not_found')
    },
  )

  test('asks for a token wherever one is needed', async () => {
    for (const endpoint of Object.values(endpoints)) {
      if (endpoint.access === 'open') continue
      const path = endpoint.path.replace('{id}', 'any')
      const problem = await problemAt(path, { method: endpoint.method })
      expect(problem.code).toBe('unauthenticated')
    }
    const headers = { authorization: 'Basic bWFyaWU6eA==' }
    expect((await problemAt('/v1/me', { headers })).code).toBe('unauthenticated')
  })

  test('answers 304 to who has the answer already', async () => {
    const { accessToken: token } = await it.signIn('marie.lambert')
    for (const name of ['meta', 'me', 'servnetHome'] as const) {
      const first = await it.client.send(name, { token })
      const etag = first.headers.get('etag') ?? ''
      expect(etag).toMatch(/^"[\w-]+"$/)
      const known = await it.client.send(name, { token, headers: { 'if-none-match': etag } })
      expect(known.status).toBe(304)
      expect(await known.text()).toBe('')
      const stale = await it.client.send(name, { token, headers: { 'if-none-match': '"old"' } })
      expect(stale.status).toBe(200)
    }
  })

  test('finds its tag among others, and is not held up by a header made of spaces', async () => {
    const etag = (await it.client.send('meta')).headers.get('etag') ?? ''
    const several = `"other" ,\t${etag},"third"`
    const known = await it.client.send('meta', { headers: { 'if-none-match': several } })
    expect(known.status).toBe(304)
    const any = await it.client.send('meta', { headers: { 'if-none-match': ' * ' } })
    expect(any.status).toBe(304)
    const spaces = { 'if-none-match': `"a"${' '.repeat(400_000)}"b"` }
    const { app } = it.portal
    const { statusCode } = await app.inject({ url: '/v1/meta', headers: spaces })
    expect(statusCode).toBe(200)
  })

  test('sends the headers of a careful server, on refusals too', async () => {
    for (const path of ['/healthz', '/v1/me', '/nowhere']) {
      const { headers } = await fetch(`${it.address}${path}`)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      const policy = "default-src 'none';frame-ancestors 'none'"
      expect(headers.get('content-security-policy')).toBe(policy)
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
      expect(headers.get('strict-transport-security')).toBe(null)
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('request-id')).toMatch(/^[\w-]{36}$/)
    }
  })

  test('serves the document that is kept in docs', async () => {
    const response = await fetch(`${it.address}/v1/openapi.json`)
    const served: unknown = await response.json()
    const kept: unknown = JSON.parse(
      readFileSync(join(import.meta.dirname, '../../../docs/openapi.json'), 'utf8'),
    )
    expect(served).toEqual(kept)
    expect(served).toEqual(JSON.parse(JSON.stringify(openApiDocument())))
    const known = { 'if-none-match': response.headers.get('etag') ?? '' }
    const again = await fetch(`${it.address}/v1/openapi.json`, { headers: known })
    expect(again.status).toBe(304)
    const { paths } = z
      .object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) })
      .parse(served)
    const operations = Object.values(paths).flatMap((path) => Object.keys(path))
    expect(operations).toHaveLength(Object.keys(endpoints).length)
  })

  test('tells no one what broke inside', async () => {
    const broken = await startPortal(kind)
    await broken.portal.context.db.destroy()
    const response = await broken.client.send('sessionCreate', { body: credentials })
    expect(response.status).toBeGreaterThanOrEqual(500)
    const answer = await response.text()
    expect(['internal', 'unavailable']).toContain(problemSchema.parse(JSON.parse(answer)).code)
    expect(answer).not.toMatch(/ at |kysely|driver|sqlite/i)
    await broken.stop()
  })
})
