import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { problemSchema } from '../../../src/shared/contract/problem.ts'
import { databaseKinds } from '../support/databases.ts'
import { address, answers, password, personalData } from '../support/enrolling.ts'
import { startPortal, type TestPortal } from '../support/portal.ts'
import { countOf, lastEventOf, versionOf } from '../support/profile.ts'

describe.each(databaseKinds)('/v1/me/preferences, on %s', (kind) => {
  let it: TestPortal
  let token: string
  beforeAll(async () => {
    it = await startPortal(kind)
    token = (await it.signIn('jan.peeters')).accessToken
  })
  afterAll(() => it.stop())

  const version = () => versionOf(it, 'preferences', token)
  const patch = async (body: unknown, ifMatch?: string) =>
    it.client.send('preferencesPatch', {
      token,
      body,
      headers: { 'if-match': ifMatch ?? (await version()) },
    })

  test('begin with the application for a limit, in euro, and no country', async () => {
    const { accessToken: enrolling } = await it.invited('nadia.claes')
    await it.client.succeed('enrolmentSecurity', {
      token: enrolling,
      body: { newPassword: password, answers },
    })
    const { session } = await it.client.succeed('enrolmentPersonalData', {
      token: enrolling,
      body: personalData(address),
    })
    expect(await it.client.succeed('preferences', { token: session.accessToken })).toEqual({
      defaultSearchCountry: null,
      servnetStartPage: 'credit_limit_application',
      currency: 'EUR',
      language: 'fr',
      alertsByEmail: true,
    })
  })

  test('are kept, all of them, and answer the next version', async () => {
    const wanted = {
      defaultSearchCountry: 'DE',
      servnetStartPage: 'buyers',
      currency: 'USD',
      language: 'de',
      alertsByEmail: false,
    }
    const response = await patch(wanted)
    expect(await response.json()).toEqual(wanted)
    expect(response.headers.get('etag')).toBe(await version())
    expect(await it.client.succeed('preferences', { token })).toEqual(wanted)
    expect(await it.client.succeed('me', { token })).toMatchObject({
      language: 'de',
      alertsByEmail: false,
    })
    expect(await lastEventOf(it, 'jan.peeters')).toMatchObject({
      kind: 'preferences_changed',
      details: {
        fields: 'defaultSearchCountry,servnetStartPage,currency,language,alertsByEmail',
      },
    })
  })

  test('can be taken back one by one', async () => {
    await patch({ defaultSearchCountry: null })
    expect(await it.client.succeed('preferences', { token })).toMatchObject({
      defaultSearchCountry: null,
      currency: 'USD',
    })
  })

  test('on an older version are refused with what they are now', async () => {
    const old = await version()
    await patch({ currency: 'GBP' })
    const response = await patch({ currency: 'CHF' }, old)
    expect(response.status).toBe(412)
    const problem = problemSchema.parse(await response.json())
    expect(problem.current).toMatchObject({ currency: 'GBP' })
    await it.client.fail('preferencesPatch', 'precondition_required', { token, body: {} })
  })

  test('of two edits at once on one version exactly one is kept', async () => {
    const current = await version()
    const responses = await Promise.all([
      patch({ currency: 'JPY' }, current),
      patch({ servnetStartPage: 'home' }, current),
    ])
    expect(countOf(responses.map(({ status }) => status))).toEqual({ 200: 1, 412: 1 })
  })

  test('that do not exist are refused', async () => {
    const headers = { 'if-match': await version() }
    const body = { defaultSearchCountry: 'XX', currency: 'DEM', servnetStartPage: 'moon' }
    const request = { token, body, headers }
    const problem = await it.client.fail('preferencesPatch', 'invalid_request', request)
    expect(problem.errors?.map(({ pointer }) => pointer).toSorted()).toEqual([
      '/currency',
      '/defaultSearchCountry',
      '/servnetStartPage',
    ])
  })
})
