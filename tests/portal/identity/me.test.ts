import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { problemSchema } from '../../../src/shared/contract/problem.ts'
import { databaseKinds } from '../support/databases.ts'
import { startPortal, type TestPortal } from '../support/portal.ts'
import { countOf, eventsOf, lastEventOf, versionOf } from '../support/profile.ts'

describe.each(databaseKinds)('/v1/me, on %s', (kind) => {
  let it: TestPortal
  let token: string
  beforeAll(async () => {
    it = await startPortal(kind)
    token = (await it.signIn('marie.lambert')).accessToken
  })
  afterAll(() => it.stop())

  const version = () => versionOf(it, 'me', token)
  const patch = async (body: unknown, ifMatch?: string) =>
    it.client.send('mePatch', {
      token,
      body,
      headers: { 'if-match': ifMatch ?? (await version()) },
    })

  test('tells who is signed in, and that a rehearsal is due three months after enrolling', async () => {
    const me = await it.client.succeed('me', { token })
    expect(me).toMatchObject({
      username: 'marie.lambert',
      email: 'marie.lambert@dedert-icesticks.example',
      pendingEmail: null,
      firstName: 'Marie',
      lastName: 'Lambert',
      language: 'fr',
      alertsByEmail: true,
    })
    expect(Date.parse(me.rehearsalDueAt)).toBeLessThanOrEqual(Date.now())
  })

  test('an edit on the current version is kept, and answers the next version', async () => {
    const response = await patch({ firstName: ' Marie-Claire ', language: 'nl' })
    expect(response.status).toBe(200)
    const me = await it.client.succeed('me', { token })
    expect(me).toMatchObject({ firstName: 'Marie-Claire', lastName: 'Lambert', language: 'nl' })
    expect(await response.json()).toEqual(me)
    expect(response.headers.get('etag')).toBe(await version())
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  test('an edit is told by the fields’ names, never by what stands in them', async () => {
    await patch({ lastName: 'Lambert-Dubois' })
    expect(await lastEventOf(it, 'marie.lambert')).toMatchObject({
      kind: 'personal_data_changed',
      details: { fields: 'lastName', device: 'Test', platform: 'linux', address: '127.0.0.1' },
    })
    expect(JSON.stringify(await eventsOf(it, 'marie.lambert'))).not.toContain('Dubois')
  })

  test('an empty first name means none', async () => {
    await patch({ firstName: '' })
    expect((await it.client.succeed('me', { token })).firstName).toBeNull()
  })

  test('an edit that changes nothing succeeds and leaves no trace', async () => {
    const before = await eventsOf(it, 'marie.lambert')
    const current = await version()
    const response = await patch({ language: 'nl' }, current)
    expect(response.headers.get('etag')).toBe(current)
    expect(await eventsOf(it, 'marie.lambert')).toEqual(before)
  })

  test('an edit on an older version is refused with what it is now', async () => {
    const old = await version()
    await patch({ lastName: 'Lambert' })
    const response = await patch({ lastName: 'Overtaken' }, old)
    const problem = problemSchema.parse(await response.json())
    expect(problem.code).toBe('precondition_failed')
    expect(response.status).toBe(412)
    expect(problem.current).toEqual(await it.client.succeed('me', { token }))
    expect(problem.current).toMatchObject({ lastName: 'Lambert' })
    expect(response.headers.get('etag')).toBe(await version())
  })

  test('an edit finds its version also where a gateway has marked it as weak', async () => {
    expect((await patch({ firstName: 'Marie-Ange' }, `W/${await version()}`)).status).toBe(200)
    expect((await patch({ firstName: 'Overtaken' }, 'W/"another"')).status).toBe(412)
  })

  test('an edit finds its version among several, and takes any where it says so', async () => {
    const several = `"another", ${await version()}`
    expect((await patch({ firstName: 'Marie-Lou' }, several)).status).toBe(200)
    expect((await patch({ firstName: 'Marie' }, '*')).status).toBe(200)
    expect((await patch({ firstName: 'Overtaken' }, '"*"')).status).toBe(412)
  })

  test('an edit that names no version is refused', async () => {
    const body = { lastName: 'Nobody' }
    await it.client.fail('mePatch', 'precondition_required', { token, body })
    expect((await it.client.succeed('me', { token })).lastName).toBe('Lambert')
  })

  test('of twelve edits on one version at once exactly one is kept', async () => {
    const current = await version()
    const names = Array.from({ length: 12 }, (_, index) => `Lambert ${index}`)
    const responses = await Promise.all(names.map((lastName) => patch({ lastName }, current)))
    const statuses = responses.map((response) => response.status)
    expect(countOf(statuses)).toEqual({ 200: 1, 412: 11 })
    const winner = names[statuses.indexOf(200)]
    expect((await it.client.succeed('me', { token })).lastName).toBe(winner)
  })

  test.each([
    ['an empty last name', { lastName: '  ' }, '/lastName', 'too_small'],
    ['a name too long', { firstName: 'x'.repeat(101) }, '/firstName', 'too_big'],
    ['a control character', { lastName: 'A\u0007B' }, '/lastName', 'invalid'],
    ['an unknown language', { language: 'pt' }, '/language', 'invalid_value'],
    ['what cannot be edited here', { email: 'x@example.com' }, '', 'unrecognized_keys'],
  ])('%s is refused', async (_, body, pointer, code) => {
    const headers = { 'if-match': await version() }
    const problem = await it.client.fail('mePatch', 'invalid_request', { token, body, headers })
    expect(problem.errors).toMatchObject([{ pointer, code }])
  })

  test('nobody without a session gets near it', async () => {
    await it.client.fail('mePatch', 'unauthenticated', { body: {} })
    const { accessToken } = await it.invited('not.enrolled')
    await it.client.fail('mePatch', 'enrolment_required', { token: accessToken, body: {} })
    const { accessToken: expired } = await it.signIn('sofia.alvarez')
    await it.client.fail('mePatch', 'password_change_required', { token: expired, body: {} })
  })
})
