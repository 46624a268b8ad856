/* oxlint-disable no-await-in-loop -- what is tested here happens in order, one step after the other */
/** Who can make whom wait for a code, and for being asked for their answers. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { throttleRules } from '../../../src/portal/identity/throttle-rules.ts'
import type { PortalOptions } from '../../../src/portal/settings.ts'
import { recoverySchema } from '../../../src/shared/contract/identity/recoveries.ts'
import { databaseKinds, type DatabaseKind } from '../support/databases.ts'
import { day, demoPasswords, minute, startPortal, type TestPortal } from '../support/portal.ts'
import { marie } from '../support/recovery.ts'
import { createStillClock, waitIn, type StillClock } from '../support/still-clock.ts'

const victim = marie.username
const nobody = 'nobody.at.all'
const secret = 'm'.repeat(43)
const office = '203.0.113.7'

type Portal = {
  readonly it: TestPortal
  readonly time: StillClock
  /** Asks for a code from the address `from`. */
  readonly ask: (from: string, deviceSecret?: string, username?: string) => Promise<Response>
}

/** A portal to which Marie signed in from the office, on a device with a secret. */
async function start(kind: DatabaseKind, options: Partial<PortalOptions> = {}): Promise<Portal> {
  const time = createStillClock()
  const it = await startPortal(kind, {
    trustedProxies: ['127.0.0.1'],
    clock: time.clock,
    ...options,
  })
  const device = { name: 'PC-MARIE', platform: 'windows', secret }
  await it.client.succeed('sessionCreate', {
    body: { username: victim, password: demoPasswords[victim], device },
    headers: { 'x-forwarded-for': office },
  })
  const ask = (from: string, deviceSecret?: string, username: string = victim) =>
    it.client.send('recoveryCreate', {
      body: { username, language: 'fr', ...(deviceSecret !== undefined && { deviceSecret }) },
      headers: { 'x-forwarded-for': from },
    })
  return { it, time, ask }
}

describe.each(databaseKinds)('who waits for a code, on %s', (kind) => {
  let it: TestPortal
  let time: StillClock
  let ask: Portal['ask']
  beforeEach(async () => {
    ;({ it, time, ask } = await start(kind))
  })
  afterEach(() => it.stop())

  /** Asks from all of `addresses` as often as they may, for a day; tells how many codes that sent. */
  const askForADay = async (
    addresses: readonly string[],
    username: string,
    each: (codes: number) => Promise<void>,
  ) => {
    let codes = 0
    for (let passed = 0; passed < day;) {
      const waits: number[] = []
      for (const from of addresses) {
        const response = await ask(from, undefined, username)
        if (response.status === 202) codes += 1
        waits.push(waitIn(response))
      }
      await each(codes)
      const wait = Math.max(minute, Math.min(...waits))
      passed += wait
      time.turn(wait)
    }
    return codes
  }

  test.each([
    ['one address', ['198.51.100.1']],
    ['four of one network', ['203.0.113.1', '203.0.113.2', '203.0.113.3', '203.0.113.4']],
    ['four', ['198.51.100.1', '192.0.2.1', '100.64.0.1', '2001:db8:1::1']],
  ])('not the owner, while %s ask for a day', async (_, addresses) => {
    let fresh = 0
    let owner = 0
    await askForADay(addresses, victim, async () => {
      if (time.clock() - owner > 2 * 60 * minute) {
        owner = time.clock()
        expect((await ask('192.0.2.200', secret)).status).toBe(202)
        expect((await ask(office)).status).toBe(202)
      }
      // Elsewhere, and on another device, some times: for the first time, and once more.
      if (fresh === 5) return
      fresh += 1
      expect((await ask(`203.0.113.${200 + fresh}`)).status).toBe(202)
    })
    expect(fresh).toBe(5)
  })

  test.each([
    [victim, { code: true, questions: true }],
    [nobody, { code: true, questions: true }],
    [victim, { code: true, questions: false }],
    [nobody, { code: true, questions: false }],
  ])('%s is not flooded, by however many addresses (%j)', async (name, recovery) => {
    await it.stop()
    ;({ it, time, ask } = await start(kind, { recovery }))
    const networks = Array.from({ length: 40 }, (_, index) => `100.64.${index}.1`)
    const { recoveryNewcomers, recoveryCodes } = throttleRules
    let codes = 0
    for (const from of networks) {
      for (let times = 0; times < 4; times += 1) {
        if ((await ask(from, undefined, name)).status === 202) codes += 1
      }
    }
    expect(codes).toBe(recoveryNewcomers.free + recoveryCodes.free)
    const refused = await ask('198.18.0.1', undefined, name)
    expect(refused.status).toBe(429)
    expect(waitIn(refused)).toBeLessThanOrEqual(recoveryNewcomers.longestDelay)
    // The owner's own device and network have a count apart.
    expect((await ask('198.18.0.1', secret)).status).toBe(202)
    expect((await ask(office)).status).toBe(202)
    time.turn(waitIn(refused))
    expect((await ask('198.18.0.1', undefined, name)).status).toBe(202)
  })

  test('a day of asking from many networks brings no more than some dozens', async () => {
    const networks = Array.from({ length: 20 }, (_, index) => `100.64.${index}.1`)
    const codes = await askForADay(networks, victim, async () => undefined)
    expect(codes).toBeLessThan(80)
  })

  test.each([
    ['/48', (index: number) => `2001:db8:5:${index.toString(16)}::1`],
    ['/24', (index: number) => `198.51.100.${index + 1}`],
  ])('a whole %s has no more first codes than a few addresses', async (_, addressOf) => {
    let codes = 0
    for (let index = 0; index < 20; index += 1) {
      if ((await ask(addressOf(index))).status === 202) codes += 1
    }
    expect(codes).toBe(throttleRules.recoveryPrefix.free)
    expect((await ask('192.0.2.1')).status).toBe(202)
  })

  const answersFor = async (username: string) => {
    const answers: string[] = []
    for (let index = 0; index < 60; index += 1) {
      const response = await ask(`100.64.${index >> 2}.${index >> 1}`, undefined, username)
      answers.push(`${response.status} ${waitIn(response)}`)
    }
    return answers
  }

  test('a username that nobody has is refused and sent alike', async () => {
    expect(await answersFor(victim)).toEqual(await answersFor(nobody))
  })
})

/** Begins from `from` and answers wrongly as often as one may; tells how many times that was. */
async function guessIn({ it, ask }: Portal, from: string, flows: number): Promise<number> {
  let guesses = 0
  for (let flow = 0; flow < flows; flow += 1) {
    const begun = await ask(from)
    if (begun.status !== 202) return guesses
    const { id, ...recovery } = recoverySchema.parse(await begun.json())
    const questions = recovery.state === 'answers' ? recovery.questions : []
    const answers = questions.map((one) => ({ questionId: one.id, answer: 'Nothing' }))
    const body = { code: 'BCDF2345', answers }
    const headers = { 'x-forwarded-for': from }
    const send = () => it.client.send('recoveryAnswers', { params: { id }, body, headers })
    while ((await send()).status === 422) guesses += 1
  }
  return guesses
}

describe.each(databaseKinds)('who waits for answers, on %s', (kind) => {
  test('where questions are all that is asked, not the owner where they are known', async () => {
    const portal = await start(kind, { recovery: { code: false, questions: true } })
    const { it, time, ask } = portal
    for (let round = 0; round < 16; round += 1) {
      await guessIn(portal, `100.64.${round}.1`, 2)
      time.turn(minute * 60)
    }
    for (const [from, own] of [
      ['198.18.0.1', secret],
      [office, undefined],
    ] as const) {
      const { id } = recoverySchema.parse(await (await ask(from, own)).json())
      const body = { answers: marie.answers }
      await it.client.succeed('recoveryAnswers', { params: { id }, body })
    }
    await it.stop()
  })

  test('where the code is, nobody: each flow has tries of its own', async () => {
    const portal = await start(kind, { recovery: { code: true, questions: false } })
    for (let round = 0; round < 8; round += 1) await guessIn(portal, `100.64.${round}.1`, 3)
    const begun = recoverySchema.parse(await (await portal.ask('198.18.0.1')).json())
    const body = { code: 'BCDF2345', answers: [] }
    const wrong = await portal.it.client.send('recoveryAnswers', { params: { id: begun.id }, body })
    expect(wrong.status).toBe(422)
    await portal.it.stop()
  })
})
