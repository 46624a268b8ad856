/* oxlint-disable no-await-in-loop -- what is tested here happens in order, one step after the other */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { databaseKinds } from '../support/databases.ts'
import { throttleRules } from '../../../src/portal/identity/throttle-rules.ts'
import { demoPasswords, minute, startPortal, type TestPortal } from '../support/portal.ts'
import { countOf, eventsOf, lastEventOf } from '../support/profile.ts'

const name = 'marie.lambert'
const wrong = { password: 'Wrong-Password-1!' }

describe.each(databaseKinds)('entering the password again, on %s', (kind) => {
  let it: TestPortal
  let token: string
  let sessionId: string
  beforeEach(async () => {
    // Longer than the tests may take on a busy machine.
    const currentPassword = { ...throttleRules.currentPassword, firstDelay: 10 * minute }
    it = await startPortal(kind, { throttle: { currentPassword } })
    const session = await it.signIn(name)
    token = session.accessToken
    sessionId = session.sessionId
  })
  afterEach(() => it.stop())

  const readQuestions = () => it.client.send('chosenQuestions', { token })

  test('is asked for before what is delicate, however recent the sign-in', async () => {
    const answers = ['favourite-city', 'first-pet', 'first-car'].map((questionId) => ({
      questionId,
      answer: questionId,
    }))
    const email = { email: 'new@example.com', emailConfirmation: 'new@example.com' }
    const other = { id: 'other' }
    const delicate = [
      ['chosenQuestions', {}],
      ['chosenQuestionsReplace', { body: { answers } }],
      ['rehearsal', { body: { answers } }],
      ['emailChangeCreate', { body: email }],
      ['sessionEnd', { params: other }],
      ['sessionEndOthers', {}],
    ] as const
    for (const [endpoint, request] of delicate) {
      await it.client.fail(endpoint, 'reauthentication_required', { token, ...request })
    }
    await it.client.succeed('sessionList', { token })
    await it.client.succeed('rehearsalPostpone', { token })
  })

  test('opens it for five minutes, for this session alone', async () => {
    const other = await it.signIn(name)
    const body = { password: demoPasswords[name] }
    const { until } = await it.client.succeed('reauthenticate', { token, body })
    expect(Date.parse(until)).toBeGreaterThan(Date.now())
    expect((await readQuestions()).status).toBe(200)
    const elsewhere = { token: other.accessToken }
    await it.client.fail('chosenQuestions', 'reauthentication_required', elsewhere)
    it.pass(5 * minute)
    await it.client.fail('chosenQuestions', 'reauthentication_required', { token })
  })

  test('with a wrong one says so and opens nothing', async () => {
    const request = { token, body: wrong }
    const problem = await it.client.fail('reauthenticate', 'invalid_credentials', request)
    expect(problem.errors).toEqual([{ pointer: '/password', code: 'invalid_credentials' }])
    await it.client.fail('chosenQuestions', 'reauthentication_required', { token })
    expect(await lastEventOf(it, name)).toMatchObject({
      kind: 'reauthentication_failed',
      details: { session: sessionId, device: 'Test', address: '127.0.0.1' },
    })
    expect(JSON.stringify(await eventsOf(it, name))).not.toContain(wrong.password)
  })

  test('slows down wrong ones, and never the sign-in', async () => {
    for (let time = 0; time < 5; time += 1) {
      await it.client.fail('reauthenticate', 'invalid_credentials', { token, body: wrong })
    }
    const body = { password: demoPasswords[name] }
    const refused = await it.client.fail('reauthenticate', 'too_many_attempts', { token, body })
    expect(refused.retryAfter).toBeGreaterThan(0)
    // Changing the password asks for the same one: it brings no tries of its own.
    const change = { currentPassword: wrong.password, newPassword: 'Nouvelle-Route-2026!' }
    await it.client.fail('passwordChange', 'too_many_attempts', { token, body: change })
    await it.signIn(name)
    it.pass(10 * minute)
    token = (await it.signIn(name)).accessToken
    await it.client.succeed('reauthenticate', { token, body })
    // A right one starts the count anew.
    for (let time = 0; time < 5; time += 1) {
      await it.client.fail('reauthenticate', 'invalid_credentials', { token, body: wrong })
    }
  })

  test('at once counts each wrong one', async () => {
    const sent = Array.from({ length: 40 }, () =>
      it.client.send('reauthenticate', { token, body: wrong }),
    )
    const statuses = (await Promise.all(sent)).map(({ status }) => status)
    expect(countOf(statuses)).toEqual({ 401: 5, 429: 35 })
  })

  test('lets all other sessions be ended, and tells how many there were', async () => {
    const others = [await it.signIn(name), await it.signIn(name)]
    await it.reauthenticate(token, name)
    expect(await it.client.succeed('sessionEndOthers', { token })).toEqual({ ended: 2 })
    for (const { accessToken } of others) {
      await it.client.fail('me', 'unauthenticated', { token: accessToken })
    }
    await it.client.succeed('me', { token })
    expect(await lastEventOf(it, name)).toMatchObject({
      kind: 'other_sessions_ended',
      details: { sessions: '2' },
    })
  })

  test('is not needed to sign out here, by whichever address', async () => {
    await it.client.succeed('sessionEnd', { token, params: { id: sessionId } })
    await it.client.fail('me', 'unauthenticated', { token })
    expect((await lastEventOf(it, name)).kind).toBe('signed_out')
  })
})
