/* oxlint-disable no-await-in-loop -- what is tested here happens in order, one step after the other */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { unlock } from '../../../src/portal/admin/unlock.ts'
import { throttleRules as usual } from '../../../src/portal/identity/throttle-rules.ts'
import type { PortalOptions } from '../../../src/portal/settings.ts'
import { problemSchema } from '../../../src/shared/contract/problem.ts'
import { databaseKinds, type DatabaseKind } from '../support/databases.ts'
import { day, device, minute, second } from '../support/portal.ts'
import {
  attemptsLeftIn,
  marie,
  startRecoveryPortal,
  wrongAnswers,
  type RecoveryPortal,
} from '../support/recovery.ts'

const unlimited = { free: 100_000, firstDelay: second, longestDelay: second, forgetAfter: minute }
const names = [marie.username, 'nobody.at.all']
/** Codes for as long as a test likes; the answers alone count, of nobody's account too. */
const answersAlone = {
  throttle: {
    recoveryBegin: unlimited,
    recoveryPrefix: unlimited,
    recoveryNewcomers: unlimited,
    recoveryCodes: unlimited,
  },
  recovery: { code: false, questions: true },
}

type Flow = Awaited<ReturnType<RecoveryPortal['begin']>>

/** A portal whose clock stands still between turns, so that what it says of time is exact. */
async function start(kind: DatabaseKind, options: Partial<PortalOptions> = {}) {
  let now = Date.now()
  const portal = await startRecoveryPortal(kind, { clock: () => now, ...options })
  return {
    ...portal,
    pass: (milliseconds: number) => {
      now += milliseconds
    },
  }
}

const request = (username: string) => ({ body: { username, language: 'fr' } })

/** Wrong answers in a flow of `username`, whatever its questions are. */
function failOnce(portal: RecoveryPortal, { id, questions }: Flow) {
  const answers = questions.map((question) => ({ questionId: question.id, answer: 'Nothing' }))
  const body = { code: '000000', answers }
  return portal.client.send('recoveryAnswers', { params: { id }, body })
}

describe.each(databaseKinds)('throttling recoveries, on %s', (kind) => {
  let it: RecoveryPortal
  beforeEach(async () => {
    it = await start(kind)
  })
  afterEach(() => it.stop())

  test.each(names)(
    'sends %s three codes at once, then one after 1, 2, 4 … minutes',
    async (name) => {
      const { throttle } = it.portal.context.settings
      const { id } = await it.begin(name)
      it.pass(minute)
      await it.client.succeed('recoveryCode', { params: { id } })
      const last = await it.begin(name.toUpperCase())
      const delays: number[] = []
      for (let round = 0; round < 8; round += 1) {
        const { retryAfter = 0 } = await it.client.fail(
          'recoveryCreate',
          'too_many_attempts',
          request(` ${name}`),
        )
        delays.push(retryAfter / 60)
        it.pass(retryAfter * second)
        await it.begin(name)
      }
      const expected = [1, 2, 4, 8, 16, 32, 60, 60]
      expect(delays).toEqual(expected)
      // The flows of before are over by now.
      await it.client.fail('recoveryCode', 'flow_expired', { params: { id: last.id } })
      it.pass(throttle.recoveryBegin.forgetAfter + minute)
      for (let time = 0; time < 3; time += 1) await it.begin(name)
    },
  )

  test('counts sending again and beginning together, and tells the countdown truly', async () => {
    const { id } = await it.begin(marie.username)
    const params = { id }
    for (const minutes of [1, 1, 1, 2, 4, 8]) {
      const read = await it.client.succeed('recovery', { params })
      if (read.state !== 'answers') throw new Error(`It is in ${read.state}`)
      const countdown = Date.parse(read.nextCodeAt ?? '') - it.portal.context.now()
      expect(countdown).toBe(minutes * minute)
      const { retryAfter = 0 } = await it.client.fail('recoveryCode', 'too_many_attempts', {
        params,
      })
      expect(retryAfter).toBe(minutes * 60)
      it.pass(retryAfter * second)
      await it.client.succeed('recoveryCode', { params })
    }
  })

  test('takes 200 wrong answers at once for five tries', async () => {
    const throttle = {
      recoveryAnswers: unlimited,
      recoveryDay: unlimited,
      recoveryAddress: unlimited,
    }
    const open = await start(kind, { throttle })
    const { id, code } = await open.beginWithCode(marie)
    const params = { id }
    const responses = await Promise.all(
      Array.from({ length: 200 }, () =>
        open.client.send('recoveryAnswers', { params, body: { code, answers: wrongAnswers } }),
      ),
    )
    const statuses = responses.map(({ status }) => status)
    expect(statuses.filter((status) => status === 422)).toHaveLength(4)
    expect(statuses.filter((status) => status === 410)).toHaveLength(196)
    const events = open.portal.context.db.selectFrom('security_events').select('kind')
    expect(await events.where('kind', '=', 'recovery_failed').execute()).toHaveLength(5)
    const right = { params, body: { code, answers: marie.answers } }
    await open.client.fail('recoveryAnswers', 'flow_expired', right)
    await open.stop()
  })

  test('takes 200 wrong answers at once in many flows for five tries too', async () => {
    const open = await start(kind, answersAlone)
    const flows = await Promise.all(Array.from({ length: 40 }, () => open.begin(marie.username)))
    const responses = await Promise.all(
      flows.flatMap((flow) => Array.from({ length: 5 }, () => failOnce(open, flow))),
    )
    const verified = responses.filter(({ status }) => status !== 429)
    expect(verified).toHaveLength(usual.recoveryAnswers.free)
    const flow = await open.client.succeed('recovery', { params: { id: flows[39]?.id ?? '' } })
    expect(flow.state).toBe('answers')
    await open.stop()
  })

  test.each(names)(
    'lets %s wait longer and longer, and after fifteen tries a day',
    async (name) => {
      const open = await start(kind, answersAlone)
      let flow = await open.begin(name)
      const delays: number[] = []
      for (let attempt = 0; attempt < 15; attempt += 1) {
        if (attempt % 5 === 0) flow = await open.begin(name)
        const refused = await failOnce(open, flow)
        expect(refused.status).not.toBe(429)
        if (attempt < 4) continue
        flow = await open.begin(name)
        const problem = await failOnce(open, flow)
        expect(problem.status).toBe(429)
        const wait = Number(problem.headers.get('retry-after'))
        delays.push(wait / 60)
        if (attempt < 14) open.pass(wait * second)
        flow = await open.begin(name)
      }
      const expected = [1, 2, 4, 8, 16, 32, 60, 60, 60, 60, 24 * 60]
      expect(delays).toEqual(expected)
      open.pass(day + second)
      flow = await open.begin(name)
      expect((await failOnce(open, flow)).status).toBe(422)
      await open.stop()
    },
  )

  test('never stands in the way of signing in, nor signing in in its way', async () => {
    const flow = await it.begin(marie.username)
    for (let attempt = 0; attempt < 5; attempt += 1) await failOnce(it, flow)
    await it.signIn('marie.lambert')
    const body = {
      username: 'jan.peeters',
      password: 'Wrong-1!',
      device,
    }
    for (let time = 0; time < 5; time += 1) {
      await it.client.fail('sessionCreate', 'invalid_credentials', { body })
    }
    const other = await it.begin('jan.peeters')
    expect((await failOnce(it, other)).status).toBe(422)
  })

  test('forgets the tries of an account with its success', async () => {
    const flow = await it.begin(marie.username)
    for (let attempt = 0; attempt < 4; attempt += 1) await failOnce(it, flow)
    await it.verified(marie)
    const next = await it.begin(marie.username)
    const params = { id: next.id }
    for (const left of [4, 3, 2, 1]) {
      const body = { code: '000000', answers: wrongAnswers }
      const problem = await it.client.fail('recoveryAnswers', 'verification_failed', {
        params,
        body,
      })
      expect(attemptsLeftIn(problem)).toBe(left)
    }
  })

  test('limits an address, whatever names it asks for', async () => {
    const free = 4
    const throttle = { recoveryAddress: { ...usual.recoveryAddress, free } }
    const small = await start(kind, { throttle })
    const flows: Flow[] = []
    for (let name = 0; name < free; name += 1) flows.push(await small.begin(`nobody-${name}`))
    await small.client.fail('recoveryCreate', 'too_many_attempts', request('jan.peeters'))
    for (const flow of flows) expect((await failOnce(small, flow)).status).toBe(422)
    const [flow] = flows
    if (flow === undefined) throw new Error('Nothing was begun')
    expect((await failOnce(small, flow)).status).toBe(429)
    await small.signIn('jan.peeters')
    await small.stop()
  })

  test('is ended by a contact person', async () => {
    for (let time = 0; time < 3; time += 1) await it.begin(marie.username)
    await it.client.fail('recoveryCreate', 'too_many_attempts', request(marie.username))
    await unlock(it.portal.context, marie.username)
    await it.begin(marie.username)
    const open = await start(kind, answersAlone)
    const flow = await open.begin(marie.username)
    for (let attempt = 0; attempt < 5; attempt += 1) await failOnce(open, flow)
    const next = await open.begin(marie.username)
    expect((await failOnce(open, next)).status).toBe(429)
    await unlock(open.portal.context, marie.username)
    expect((await failOnce(open, next)).status).toBe(422)
    await open.stop()
  })

  test.each(names)('does not count a wrong code against %s, who may be elsewhere', async (name) => {
    const { throttle } = answersAlone
    const open = await start(kind, { throttle })
    for (let time = 0; time < 6; time += 1) {
      const flow = await open.begin(name)
      for (const left of [4, 3, 2, 1]) {
        const refused = await failOnce(open, flow)
        expect(refused.status).toBe(422)
        expect(attemptsLeftIn(problemSchema.parse(await refused.json()))).toBe(left)
      }
      expect((await failOnce(open, flow)).status).toBe(410)
    }
    await open.verified(marie)
    await open.stop()
  })

  test('counts wrong answers that come with the right code', async () => {
    const open = await start(kind, { throttle: answersAlone.throttle })
    const { id, code } = await open.beginWithCode(marie)
    const guess = (flow: string, proof: object) =>
      open.client.send('recoveryAnswers', { params: { id: flow }, body: proof })
    for (let attempt = 0; attempt < 4; attempt += 1) {
      expect((await guess(id, { code, answers: wrongAnswers })).status).toBe(422)
    }
    expect((await guess(id, { code, answers: wrongAnswers })).status).toBe(410)
    const next = await open.beginWithCode(marie)
    const right = { code: next.code, answers: marie.answers }
    expect((await guess(next.id, right)).status).toBe(429)
    open.pass(minute)
    expect((await guess(next.id, right)).status).toBe(200)
    await open.stop()
  })

  test('lets nobody who asks from elsewhere keep a person from asking', async () => {
    const open = await start(kind, { trustedProxies: ['127.0.0.1'] })
    const ask = (from: string) =>
      open.client.send('recoveryCreate', {
        ...request(marie.username),
        headers: { 'x-forwarded-for': from },
      })
    let codes = 0
    for (let passed = 0; passed < day;) {
      const { status, headers } = await ask('203.0.113.7')
      if (status === 202) codes += 1
      const wait = Number(headers.get('retry-after') ?? 0) * second
      passed += wait
      open.pass(wait)
      if (codes === 9 || codes === 30) expect((await ask('2001:db8::1')).status).toBe(202)
    }
    expect(codes).toBeLessThan(40)
    await open.stop()
  })
})
