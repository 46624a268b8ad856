import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { problemSchema } from '../../../src/shared/contract/problem.ts'
import { demoPasswords, device, startPortal, type TestPortal } from '../support/portal.ts'

const credentials = { username: 'marie.lambert', password: demoPasswords['marie.lambert'], device }
const json = JSON.stringify(credentials)

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)

describe('bodies', () => {
  let it: TestPortal
  beforeAll(async () => {
    it = await startPortal('SQLite')
  })
  afterAll(() => it.stop())

  type Sent = {
    readonly body: RequestInit['body']
    readonly type?: string
    readonly coding?: string
    readonly path?: string
    readonly method?: string
    readonly token?: string
  }
  const send = ({ body = null, type, coding, token, path, method = 'POST' }: Sent) =>
    fetch(`${it.address}${path ?? '/v1/sessions'}`, {
      method,
      headers: {
        ...(type !== undefined && { 'content-type': type }),
        ...(coding !== undefined && { 'content-encoding': coding }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      body,
      // What a stream needs to be sent as it comes; its length is told nowhere.
      ...(body instanceof ReadableStream && { duplex: 'half' }),
    })
  const refusalOf = async (sent: Sent) => {
    const response = await send(sent)
    const problem = problemSchema.parse(await response.json())
    expect(response.status).toBe(problem.status)
    return problem
  }
  const type = 'application/json'

  test.each([
    'application/json',
    'Application/JSON',
    'application/json; charset=utf-8',
    'application/json;charset=UTF-8',
    'application/json; charset="utf-8"',
    'application/json; Charset=utf8',
    'application/json; profile=x; charset=utf-8',
  ])('of the type %s are read', async (named) => {
    expect((await send({ body: json, type: named })).status).toBe(201)
  })

  test.each([
    'application/json; charset=iso-8859-1',
    'application/json; charset=utf-16',
    'application/json; charset="windows-1252"',
    'application/json; charset=nonsense',
    'application/jsonp',
    'application/problem+json',
    'text/json',
    'text/plain; charset=utf-8',
    'multipart/form-data; boundary=x',
    'json',
    '*/*',
  ])('of the type %s are refused', async (named) => {
    expect((await refusalOf({ body: json, type: named })).code).toBe('unsupported_media_type')
  })

  test('without a type are refused', async () => {
    const body = new Blob([json])
    expect((await refusalOf({ body })).code).toBe('unsupported_media_type')
  })

  test.each(['gzip', 'br', 'deflate', 'identity, gzip', 'aes128gcm', 'nonsense'])(
    'in the coding %s are refused, and which is taken is told',
    async (coding) => {
      const response = await send({ body: json, type, coding })
      expect(response.status).toBe(415)
      expect(response.headers.get('accept-encoding')).toBe('identity')
    },
  )

  test.each(['identity', 'Identity'])('in the coding %s are read', async (coding) => {
    expect((await send({ body: json, type, coding })).status).toBe(201)
  })

  test.each([
    ['a lone continuation', [0x80]],
    ['half a character', [0xc3]],
    ['Latin-1', [0xe9]],
    ['an overlong slash', [0xc0, 0xaf]],
    ['half of a pair', [0xed, 0xa0, 0x80]],
    ['beyond Unicode', [0xf4, 0x90, 0x80, 0x80]],
    ['UTF-16', [0xff, 0xfe]],
  ])('with %s in them are not UTF-8', async (_, bytes) => {
    const [before = '', after = ''] = json.split('marie')
    const body = Buffer.concat([Buffer.from(before), Buffer.from(bytes), Buffer.from(after)])
    const { code, errors } = await refusalOf({ body, type })
    expect({ code, errors }).toEqual({
      code: 'invalid_request',
      errors: [{ pointer: '', code: 'invalid_utf8' }],
    })
  })

  test('keep every character that is UTF-8, a mark of the byte order aside', async () => {
    const name = 'Größe 東京 😀'
    const body = `\ufeff${JSON.stringify({ ...credentials, device: { ...device, name } })}`
    const response = await send({ body, type })
    expect(response.status).toBe(201)
    const { accessToken: token } = await it.signIn('marie.lambert')
    const { items } = await it.client.succeed('sessionList', { token })
    expect(items.map((session) => session.device.name)).toContain(name)
  })

  test.each([
    ['at the top', json.replace('{', '{"username":"someone.else",')],
    ['deeper', json.replace('"name"', '"name":"Another","name"')],
    ['spelled otherwise', json.replace('{', String.raw`{"user\u006eame" : "someone.else",`)],
    ['without a meaning', json.replace('{', '{"extra":1,"extra":1,')],
  ])('with one name twice, %s, are refused', async (_, body) => {
    const { code, errors } = await refusalOf({ body, type })
    expect({ code, errors }).toEqual({
      code: 'invalid_request',
      errors: [{ pointer: '', code: 'repeated_name' }],
    })
  })

  test.each([
    [40, {}],
    [3500, {}],
    [40, { 'idempotency-key': 'a-little' }],
    [3500, { 'idempotency-key': 'deep' }],
  ])('nested %i deep are refused, with %j', async (depth, headers) => {
    const { accessToken: token } = await it.signIn('marie.lambert')
    const body = `{"currentPassword":"x","newPassword":"y","x":${nested(depth)}}`
    const response = await fetch(`${it.address}/v1/me/password`, {
      method: 'PUT',
      headers: { 'content-type': type, authorization: `Bearer ${token}`, ...headers },
      body,
    })
    const { code, errors } = problemSchema.parse(await response.json())
    expect({ code, errors }).toEqual({
      code: 'invalid_request',
      errors: [{ pointer: '', code: 'too_deep' }],
    })
  })

  test('may be nested a little, in what is passed over', async () => {
    const body = json.replace('{', `{"extra":${nested(30)},`)
    expect((await send({ body, type })).status).toBe(201)
  })

  test.each([';;;', 'text/plain', ''])(
    'that nobody asked for may be of any type: %j',
    async (named) => {
      const { accessToken: token } = await it.signIn('marie.lambert')
      const sent = { body: 'x', type: named, path: '/v1/sessions/current', method: 'DELETE', token }
      expect((await send(sent)).status).toBe(204)
    },
  )

  test('that nobody asked for have an end too', async () => {
    const { accessToken: token } = await it.signIn('marie.lambert')
    const sent = { body: 'x'.repeat(5000), type, path: '/v1/sessions/current', token }
    expect((await refusalOf({ ...sent, method: 'DELETE' })).code).toBe('payload_too_large')
  })

  test('may have what looks like a name twice in a text, and equal names side by side', async () => {
    const body = JSON.stringify({
      ...credentials,
      extra: [{ a: '"x":1,"x":1' }, { a: String.raw`\"`, b: { a: {} } }],
    })
    expect((await send({ body, type })).status).toBe(201)
  })

  test.each(['{"__proto__":{}}', '{"a":{"__proto__":1}}', '{"constructor":{"prototype":{}}}'])(
    'that reach for a prototype are refused: %s',
    async (body) => {
      expect((await refusalOf({ body, type })).status).toBe(400)
    },
  )

  test.each([
    '[]',
    'null',
    'true',
    '7',
    '"text"',
    '{"username":',
    "{'username':'x'}",
    '{"username":NaN}',
    ' ',
    `${'['.repeat(1500)}${']'.repeat(1500)}`,
    `${'{"a":'.repeat(500)}1${'}'.repeat(500)}`,
  ])('that are not what is asked for are refused: %.20s', async (body) => {
    expect((await refusalOf({ body, type })).code).toBe('invalid_request')
  })

  test.each([
    ['said to be JSON', '', type],
    ['said to be text', '', 'text/plain'],
    ['of no type', null, undefined],
    ['of unknown length', new Blob([]).stream(), undefined],
  ])('that are empty, %s, are told to be required', async (_, body, named) => {
    const { errors } = await refusalOf({ body, ...(named !== undefined && { type: named }) })
    expect(errors).toEqual([{ pointer: '', code: 'required' }])
  })

  test.each([
    ['JSON', '{"a":1}', type],
    ['broken JSON', '{', type],
    ['text', 'hello', 'text/plain'],
  ])('where none is wanted are ignored: %s', async (_, body, named) => {
    const { accessToken: token } = await it.signIn('marie.lambert')
    const path = '/v1/me/security-questions/postponements'
    expect((await send({ path, body, type: named, token })).status).toBe(204)
    const end = { path: '/v1/sessions/current', method: 'DELETE', body, type: named, token }
    expect((await send(end)).status).toBe(204)
  })
})
