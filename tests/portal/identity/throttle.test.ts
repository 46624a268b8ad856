/* oxlint-disable no-await-in-loop -- what is tested here happens in order, one step after the other */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { unlock } from '../../../src/portal/admin/unlock.ts'
import { throttleRules as usual } from '../../../src/portal/identity/throttle-rules.ts'
import { consumeAttempt } from '../../../src/portal/platform/throttle/throttle.ts'
import { problemSchema } from '../../../src/shared/contract/problem.ts'
import { databaseKinds } from '../support/databases.ts'
import { demoPasswords, device, second, startPortal, type TestPortal } from '../support/portal.ts'

const wrong = { username: 'marie.lambert', password: 'Wrong-Password-1!', device }
const right = { ...wrong, password: demoPasswords['marie.lambert'] }
/** A smaller office than usual, so that filling it takes fewer hashes. */
const throttleRules = { ...usual, address: { ...usual.address, free: 20 } }
const { free } = throttleRules.account

/** As a proxy passes it on from `client`, who put a claim of its own in front. */
const from = (client: string, claim: number) => ({
  body: { ...wrong, username: `nobody-${claim}` },
  headers: { 'x-forwarded-for': `198.51.100.${claim}, ${client}` },
})

describe.each(databaseKinds)('throttling, on %s', (kind) => {
  let it: TestPortal
  beforeEach(async () => {
    it = await startPortal(kind, { throttle: throttleRules })
  })
  afterEach(() => it.stop())

  const failTimes = async (times: number, body: unknown = wrong): Promise<void> => {
    for (let time = 0; time < times; time += 1) {
      await it.client.fail('sessionCreate', 'invalid_credentials', { body })
    }
  }

  test('makes one wait after five wrong passwords, the right one too', async () => {
    await failTimes(free)
    const problem = await it.client.fail('sessionCreate', 'too_many_attempts', { body: right })
    expect(problem.retryAfter).toBeGreaterThan(0)
    expect(problem.retryAfter).toBeLessThanOrEqual(5)
  })

  test('says truly how long, in the header as in the body', async () => {
    await failTimes(free)
    const response = await it.client.send('sessionCreate', { body: right })
    const problem = problemSchema.parse(await response.json())
    expect(response.headers.get('retry-after')).toBe(String(problem.retryAfter))
    it.pass((problem.retryAfter ?? 0) * second)
    await it.client.succeed('sessionCreate', { body: right })
  })

  test('doubles the delay with each further failure, up to a limit, and then ends', async () => {
    await failTimes(free)
    const delays: number[] = []
    for (let round = 0; round < 10; round += 1) {
      const { retryAfter = 0 } = await it.client.fail('sessionCreate', 'too_many_attempts', {
        body: wrong,
      })
      delays.push(retryAfter)
      it.pass(retryAfter * second)
      await failTimes(1)
    }
    // A second may pass between the failure and the question.
    const expected = [5, 10, 20, 40, 80, 160, 320, 640, 900, 900]
    delays.forEach((delay, round) => {
      const full = expected[round] ?? 0
      expect(delay).toBeLessThanOrEqual(full)
      expect(delay).toBeGreaterThan(full * 0.8 - 1)
    })
    it.pass(throttleRules.account.longestDelay)
    await it.client.succeed('sessionCreate', { body: right })
  })

  test('treats a username that nobody has the same', async () => {
    const nobody = { ...wrong, username: 'nobody.at.all' }
    await failTimes(free, nobody)
    const unknown = await it.client.send('sessionCreate', { body: nobody })
    await failTimes(free)
    const known = await it.client.send('sessionCreate', { body: wrong })
    expect(unknown.status).toBe(429)
    expect(Object.keys(problemSchema.parse(await unknown.json()))).toEqual(
      Object.keys(problemSchema.parse(await known.json())),
    )
  })

  test('counts exactly when 200 wrong passwords come at once', async () => {
    const responses = await Promise.all(
      Array.from({ length: 200 }, () => it.client.send('sessionCreate', { body: wrong })),
    )
    const statuses = responses.map((response) => response.status)
    expect(statuses.filter((status) => status === 401)).toHaveLength(free)
    expect(statuses.filter((status) => status === 429)).toHaveLength(200 - free)
  })

  test('counts exactly when several portals count at once', async () => {
    const { db, now } = it.portal.context
    const counters = [{ key: 'account:test', rule: throttleRules.account }]
    const at = now()
    const outcomes = await Promise.allSettled(
      Array.from({ length: 50 }, () => consumeAttempt(db, counters, at)),
    )
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(free)
  })

  test('lets many right passwords in at once', async () => {
    await Promise.all(
      Array.from({ length: 20 }, () => it.client.succeed('sessionCreate', { body: right })),
    )
  })

  test('forgets the failures with the first success', async () => {
    await failTimes(free - 1)
    await it.client.succeed('sessionCreate', { body: right })
    await failTimes(free - 1)
    await it.client.succeed('sessionCreate', { body: right })
  })

  test('forgets failures that are a day old', async () => {
    await failTimes(free - 1)
    it.pass(throttleRules.account.forgetAfter + second)
    await failTimes(free - 1)
    await it.client.succeed('sessionCreate', { body: right })
  })

  test('leaves other accounts alone, until the address has failed too often', async () => {
    await failTimes(free)
    await it.signIn('jan.peeters')
    for (let name = 0; name < throttleRules.address.free - free; name += 1) {
      await failTimes(1, { ...wrong, username: `nobody-${name}` })
    }
    const jan = { username: 'jan.peeters', password: demoPasswords['jan.peeters'], device }
    await it.client.fail('sessionCreate', 'too_many_attempts', { body: jan })
    it.pass(throttleRules.address.firstDelay)
    await it.client.succeed('sessionCreate', { body: jan })
  })

  test('does not believe X-Forwarded-For', async () => {
    await failTimes(free)
    for (let name = 0; name < throttleRules.address.free - free; name += 1) {
      await it.client.fail('sessionCreate', 'invalid_credentials', {
        body: { ...wrong, username: `nobody-${name}` },
        headers: { 'x-forwarded-for': `203.0.113.${name}` },
      })
    }
    await it.client.fail('sessionCreate', 'too_many_attempts', {
      body: { ...wrong, username: 'somebody.else' },
      headers: { 'x-forwarded-for': '203.0.113.250' },
    })
  })

  test('tells clients behind a trusted proxy apart, whatever they claim themselves', async () => {
    const behind = await startPortal(kind, {
      throttle: throttleRules,
      trustedProxies: ['127.0.0.1'],
    })
    for (let claim = 0; claim < throttleRules.address.free; claim += 1) {
      const request = from('203.0.113.7', claim)
      await behind.client.fail('sessionCreate', 'invalid_credentials', request)
    }
    await behind.client.fail('sessionCreate', 'too_many_attempts', from('203.0.113.7', 250))
    await behind.client.fail('sessionCreate', 'invalid_credentials', from('203.0.113.8', 251))
    await behind.stop()
  })

  test('is ended by a contact person', async () => {
    await failTimes(free)
    await unlock(it.portal.context, 'marie.lambert')
    await it.client.succeed('sessionCreate', { body: right })
  })

  test('limits guessing refresh tokens and asking about passwords', async () => {
    const refreshToken = 'x'.repeat(43)
    for (let time = 0; time < throttleRules.refresh.free; time += 1) {
      await it.client.fail('sessionRefresh', 'unauthenticated', { body: { refreshToken } })
    }
    await it.client.fail('sessionRefresh', 'too_many_attempts', { body: { refreshToken } })
    const asked = await Promise.all(
      Array.from({ length: throttleRules.passwordCheck.free + 1 }, () =>
        it.client.send('passwordCheck', { body: { password: 'secret' } }),
      ),
    )
    expect(asked.filter((response) => response.status === 429)).toHaveLength(1)
  })

  test('limits asking which e-mail addresses are taken, and hashing, during enrolment', async () => {
    const { accessToken: token } = await it.invited('curious')
    const questions = ['favourite-city', 'first-pet', 'first-car']
    const answers = questions.map((questionId, index) => ({ questionId, answer: `My ${index}` }))
    const body = { newPassword: 'short', answers }
    const { free: tries } = throttleRules.enrolment
    for (let time = 1; time < tries; time += 1) {
      await it.client.fail('enrolmentSecurity', 'password_policy', { token, body })
    }
    const strong = { ...body, newPassword: 'Nouvelle-Route-2026!' }
    await it.client.succeed('enrolmentSecurity', { token, body: strong })
    await it.client.fail('enrolmentSecurity', 'too_many_attempts', { token, body: strong })
    const email = 'marie.lambert@dedert-icesticks.example'
    const taken = {
      email,
      emailConfirmation: email,
      lastName: 'Curious',
      language: 'fr',
      alertsByEmail: false,
    }
    for (let time = 0; time < tries; time += 1) {
      await it.client.fail('enrolmentPersonalData', 'email_taken', { token, body: taken })
    }
    await it.client.fail('enrolmentPersonalData', 'too_many_attempts', { token, body: taken })
  })
})
