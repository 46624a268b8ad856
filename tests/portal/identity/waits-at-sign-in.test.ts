/* oxlint-disable no-await-in-loop -- what is tested here happens in order, one step after the other */
/** Who can make whom wait at the sign-in: strangers each other, and nobody whom the account knows. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { throttleRules } from '../../../src/portal/identity/throttle-rules.ts'
import { databaseKinds } from '../support/databases.ts'
import { day, demoPasswords, startPortal, type TestPortal } from '../support/portal.ts'
import { marie, startRecoveryPortal } from '../support/recovery.ts'
import { createStillClock, waitIn, type StillClock } from '../support/still-clock.ts'

const victim = 'marie.lambert'
const nobody = 'nobody.at.all'
const device = { name: 'PC-MARIE', platform: 'windows' } as const
const secret = 'm'.repeat(43)
const office = '203.0.113.7'
const attacker = '198.51.100.1'
const proxies = { trustedProxies: ['127.0.0.1'] }

type Try = { readonly username?: string; readonly password?: string; readonly secret?: string }

function createTry(it: Pick<TestPortal, 'client'>) {
  /** A try from the address `from`, right unless said otherwise. */
  return (from: string, { username = victim, password, secret: own }: Try = {}) =>
    it.client.send('sessionCreate', {
      body: {
        username,
        password: password ?? demoPasswords[victim],
        device: { ...device, ...(own !== undefined && { secret: own }) },
      },
      headers: { 'x-forwarded-for': from },
    })
}

describe.each(databaseKinds)('who waits at the sign-in, on %s', (kind) => {
  let it: TestPortal
  let time: StillClock
  let enter: ReturnType<typeof createTry>
  beforeEach(async () => {
    time = createStillClock()
    it = await startPortal(kind, { ...proxies, clock: time.clock })
    enter = createTry(it)
  })
  afterEach(() => it.stop())

  const guess = (from: string, username = victim) =>
    enter(from, { username, password: 'Wrong-Password-1!' })
  /** Guesses from each of `addresses` until it has to wait. */
  const exhaust = async (addresses: readonly string[], username = victim) => {
    let guesses = 0
    for (const from of addresses) {
      while ((await guess(from, username)).status === 401) guesses += 1
    }
    return guesses
  }

  test.each([
    ['one address', [attacker]],
    ['four of one network', ['203.0.113.1', '203.0.113.2', '203.0.113.3', '203.0.113.4']],
    ['an IPv6 network', ['2001:db8:1:1::1', '2001:db8:1:1::2']],
  ])('not the owner, while %s guesses for a day', async (_, addresses) => {
    expect((await enter(office, { secret })).status).toBe(201)
    expect((await enter('2001:db8:9:9::9')).status).toBe(201)
    let guesses = 0
    let round = 0
    for (let passed = 0; passed < day; round += 1) {
      const waits: number[] = []
      for (const from of addresses) {
        const answer = await guess(from)
        if (answer.status === 401) guesses += 1
        waits.push(waitIn(answer))
      }
      if (round % 10 === 9) {
        // The device that is known, wherever it is; where it was before; elsewhere in that network.
        expect((await enter('192.0.2.77', { secret })).status).toBe(201)
        expect((await enter('2001:db8:9:9::77')).status).toBe(201)
        expect((await enter(office)).status).toBe(201)
      }
      const wait = Math.min(...waits)
      passed += wait
      time.turn(wait)
    }
    expect(guesses).toBeLessThan(250)
    // On a device and at an address that the account never saw, the attackers' network included.
    expect((await enter('203.0.113.200')).status).toBe(201)
    expect((await enter('2001:db8:77::1')).status).toBe(201)
  })

  test('a thousand addresses meet a wall, the owner does not', async () => {
    await enter(office, { secret })
    await enter('192.0.2.9')
    const networks = Array.from({ length: 60 }, (_, index) => `100.64.${index}.1`)
    const { account, accountNewcomers, accountStrangers } = throttleRules
    const guesses = await exhaust(networks)
    expect(guesses).toBeGreaterThan(accountNewcomers.free - account.free)
    expect(guesses).toBeLessThanOrEqual(accountNewcomers.free + accountStrangers.free)
    const refused = await enter('198.18.0.1')
    expect(refused.status).toBe(429)
    expect(waitIn(refused)).toBeLessThanOrEqual(accountNewcomers.longestDelay)
    expect((await enter('198.18.0.1', { secret })).status).toBe(201)
    expect((await enter('192.0.2.9')).status).toBe(201)
    // It ends by itself.
    time.turn(waitIn(refused))
    expect((await enter('198.18.0.1')).status).toBe(201)
  })

  test.each([
    ['/48', (index: number) => `2001:db8:5:${index.toString(16)}::1`],
    ['/24', (index: number) => `203.0.113.${index + 1}`],
  ])('a whole %s has no more tries than a few addresses', async (_, addressOf) => {
    const guesses = await exhaust(Array.from({ length: 40 }, (__, index) => addressOf(index)))
    expect(guesses).toBe(throttleRules.accountPrefix.free)
    expect((await enter('198.18.0.1')).status).toBe(201)
  })

  test('neighbours at an address wait for one another, a known device for none', async () => {
    await enter(office, { secret })
    for (let name = 0; name < throttleRules.address.free; name += 1) {
      await guess(office, `nobody-${name}`)
    }
    expect((await enter(office, { secret })).status).toBe(201)
    const jan = { username: 'jan.peeters', password: demoPasswords['jan.peeters'] }
    expect((await enter(office, jan)).status).toBe(429)
    expect((await enter('198.18.0.1', jan)).status).toBe(201)
  })

  test('a device or a network that is known waits for its own failures alone', async () => {
    await enter(office, { secret })
    const { free } = throttleRules.account
    const wrong = { secret, password: 'Wrong-Password-1!' }
    const mistype = async () => (await enter('192.0.2.1', wrong)).status
    for (let times = 0; times < free; times += 1) expect(await mistype()).toBe(401)
    expect(await mistype()).toBe(429)
    expect((await enter(office)).status).toBe(201)
    await exhaust([office])
    expect((await enter(office)).status).toBe(429)
    expect((await enter('198.18.0.1')).status).toBe(201)
  })

  test('the secret of a device says nothing at an account that it did not sign in to', async () => {
    await enter(office, { secret })
    const jan = { username: 'jan.peeters', secret, password: 'Wrong-Password-1!' }
    for (const from of ['192.0.2.1', '192.0.2.2']) {
      for (let times = 0; times < throttleRules.account.free; times += 1) {
        expect((await enter(from, jan)).status).toBe(401)
      }
      expect((await enter(from, jan)).status).toBe(429)
    }
  })

  /** How each of many wrong tries was answered. */
  const answersFor = async (username: string) => {
    const answers: string[] = []
    for (let index = 0; index < 26; index += 1) {
      const from = index < 8 ? attacker : `100.64.${index >> 1}.${index}`
      const response = await enter(from, { username, password: 'Wrong-1!', secret })
      answers.push(`${response.status} ${waitIn(response)}`)
    }
    return answers
  }

  test('a username that nobody has answers the same all the way', async () => {
    expect(await answersFor(victim)).toEqual(await answersFor(nobody))
  })

  test('an owner who reads the account’s mail is let in where strangers wait', async () => {
    const behind = await startRecoveryPortal(kind, { ...proxies, clock: time.clock })
    const on = createTry(behind)
    const from = { headers: { 'x-forwarded-for': '198.18.0.1' } }
    for (let index = 0; index < 30; index += 1) {
      while ((await on(`100.64.${index}.1`, { password: 'Wrong-1!' })).status === 401);
    }
    expect((await on('198.18.0.1')).status).toBe(429)
    const { id, code } = await behind.beginWithCode(marie)
    const body = { code, answers: marie.answers }
    await behind.client.succeed('recoveryAnswers', { params: { id }, body, ...from })
    expect((await on('198.18.0.1')).status).toBe(201)
    await behind.stop()
  })
})
