/* oxlint-disable no-await-in-loop -- what is tested here happens in order, one step after the other */
/** What one session tries counts against that session: another of the same account does not wait. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { invite } from '../../../src/portal/admin/invite.ts'
import { throttleRules } from '../../../src/portal/identity/throttle-rules.ts'
import type { EndpointName } from '../../../src/shared/contract/endpoints.ts'
import type { Request } from '../support/client.ts'
import { databaseKinds } from '../support/databases.ts'
import { demoPasswords, device, startPortal, type TestPortal } from '../support/portal.ts'
import { marie, wrongAnswers } from '../support/recovery.ts'
import { createStillClock, type StillClock } from '../support/still-clock.ts'

const name = 'marie.lambert'
const password = demoPasswords[name]
const wrong = { password: 'Wrong-Password-1!' }
const second = 'jan.peeters@peeters-groep.example'

/** Smaller than usual, so that filling it takes fewer hashes. */
const smallCeiling = { ...throttleRules.currentPasswordCeiling, free: 15 }

/** What somebody who is signed in does with a try each, wrongly; the last is what a thief tries. */
const acts: readonly (readonly [EndpointName, Omit<Request, 'token'>])[] = [
  ['reauthenticate', { body: wrong }],
  [
    'passwordChange',
    { body: { currentPassword: wrong.password, newPassword: 'Nouvelle-Route-2026!' } },
  ],
  ['rehearsal', { body: { answers: wrongAnswers } }],
  [
    'chosenQuestionsReplace',
    { body: { answers: marie.answers.map((one) => ({ ...one, answer: name })) } },
  ],
  ['emailChangeCreate', { body: { email: second, emailConfirmation: second } }],
]

describe.each(databaseKinds)('sessions of one account, on %s', (kind) => {
  let it: TestPortal
  let time: StillClock
  beforeEach(async () => {
    time = createStillClock()
    it = await startPortal(kind, {
      clock: time.clock,
      throttle: { currentPasswordCeiling: smallCeiling },
    })
  })
  afterEach(() => it.stop())

  const open = async () => {
    const { accessToken, sessionId } = await it.signIn(name)
    return { token: accessToken, sessionId }
  }
  /** Sends `request` until it has to wait. */
  const exhaust = async (endpoint: EndpointName, request: Request) => {
    for (let tries = 0; ; tries += 1) {
      if ((await it.client.send(endpoint, request)).status === 429) return tries
      expect(tries).toBeLessThan(100)
    }
  }

  test.each(acts)('do not wait for one that goes on trying (%s)', async (endpoint, request) => {
    const [thief, owner] = [await open(), await open()]
    await it.reauthenticate(thief.token, name)
    expect(await exhaust(endpoint, { ...request, token: thief.token })).toBeGreaterThan(3)
    await it.reauthenticate(owner.token, name)
    expect((await it.client.send(endpoint, { ...request, token: owner.token })).status).not.toBe(
      429,
    )
    await it.client.succeed('sessionEnd', { token: owner.token, params: { id: thief.sessionId } })
    await it.client.fail('me', 'unauthenticated', { token: thief.token })
  })

  test('let the owner end one that was stolen, and change the password', async () => {
    const [thief, owner] = [await open(), await open()]
    await exhaust('reauthenticate', { token: thief.token, body: wrong })
    const body = { currentPassword: password, newPassword: 'Nouvelle-Route-2026!' }
    const changed = await it.client.succeed('passwordChange', { token: owner.token, body })
    expect(changed.endedSessions).toBe(1)
    await it.client.fail('me', 'unauthenticated', { token: thief.token })
  })

  test('of a code for a new address, wrong ones too', async () => {
    const [thief, owner] = [await open(), await open()]
    const begin = async (token: string, index: number) => {
      const email = `new-${index}@example.com`
      const body = { email, emailConfirmation: email }
      return it.client.succeed('emailChangeCreate', { token, body })
    }
    await it.reauthenticate(thief.token, name)
    const { free } = throttleRules.emailCode
    for (let index = 0; index * 5 < free; index += 1) {
      const { id } = await begin(thief.token, index)
      for (let times = 0; times < 5; times += 1) {
        const request = { token: thief.token, params: { id }, body: { code: '000000' } }
        await it.client.fail('emailChangeConfirm', 'verification_failed', request)
      }
    }
    const last = await begin(thief.token, free)
    const guess = { params: { id: last.id }, body: { code: '000000' } }
    await it.client.fail('emailChangeConfirm', 'too_many_attempts', {
      ...guess,
      token: thief.token,
    })
    await it.client.fail('emailChangeConfirm', 'verification_failed', {
      ...guess,
      token: owner.token,
    })
  })

  test('of somebody who enrols, both steps', async () => {
    const { password: initial } = await invite(it.portal.context, {
      username: 'two.hands',
      language: 'fr',
      services: ['servnet'],
    })
    const enter = async (secret: string) => {
      const body = { username: 'two.hands', password: secret, device }
      return (await it.client.succeed('sessionCreate', { body })).accessToken
    }
    const [thief, owner] = [await enter(initial), await enter(initial)]
    const short = { newPassword: 'short', answers: marie.answers }
    await exhaust('enrolmentSecurity', { token: thief, body: short })
    const chosen = { newPassword: 'Nouvelle-Route-2026!', answers: marie.answers }
    await it.client.succeed('enrolmentSecurity', { token: owner, body: chosen })
    const other = await enter(chosen.newPassword)
    const data = {
      email: marie.email,
      emailConfirmation: marie.email,
      lastName: 'Curious',
      language: 'fr',
      alertsByEmail: false,
    }
    await exhaust('enrolmentPersonalData', { token: other, body: data })
    const own = { ...data, email: 'own@example.com', emailConfirmation: 'own@example.com' }
    await it.client.succeed('enrolmentPersonalData', { token: owner, body: own })
  })

  test('have a ceiling together, that each alone does not reach', async () => {
    const { free } = throttleRules.currentPassword
    const { free: ceiling, longestDelay } = smallCeiling
    let tries = 0
    for (let sessions = 0; sessions * free < ceiling; sessions += 1) {
      const { token } = await open()
      tries += await exhaust('reauthenticate', { token, body: wrong })
    }
    expect(tries).toBe(ceiling)
    const { token } = await open()
    const request = { token, body: { password } }
    const refused = await it.client.fail('reauthenticate', 'too_many_attempts', request)
    const wait = (refused.retryAfter ?? 0) * 1000
    expect(wait).toBeLessThanOrEqual(longestDelay)
    time.turn(wait)
    await it.client.succeed('reauthenticate', { ...request, token: (await open()).token })
  })

  test('are renewed while somebody at the same address sends junk', async () => {
    const { refreshToken } = await it.signIn(name)
    const junk = { body: { refreshToken: 'x'.repeat(43) } }
    expect(await exhaust('sessionRefresh', junk)).toBe(throttleRules.refresh.free)
    await it.client.succeed('sessionRefresh', { body: { refreshToken } })
  })
})
