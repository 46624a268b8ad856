/* oxlint-disable no-await-in-loop -- what is tested here happens in order, one step after the other */
/** A server's clock that was ahead, or back, and is set right: nobody waits for what it wrote. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { unlock } from '../../../src/portal/admin/unlock.ts'
import { prune } from '../../../src/portal/operations/prune.ts'
import { throttleRules } from '../../../src/portal/identity/throttle-rules.ts'
import { claim, findDue } from '../../../src/portal/platform/mail/outbox.ts'
import { databaseKinds } from '../support/databases.ts'
import { newsMail, outboxRow, queue } from '../support/mails.ts'
import {
  day,
  demoPasswords,
  device,
  minute,
  startPortal,
  type TestPortal,
} from '../support/portal.ts'
import { marie } from '../support/recovery.ts'
import { createStillClock, waitIn, type StillClock } from '../support/still-clock.ts'

const username = 'marie.lambert'
const password = demoPasswords[username]
const year = 365 * day
/** By how much the clock is wrong while things go wrong. */
const errors = [
  ['a minute ahead', minute],
  ['an hour ahead', 60 * minute],
  ['a day ahead', day],
  ['a year ahead', year],
  ['ten years ahead', 10 * year],
  ['a year back', -year],
] as const

describe.each(databaseKinds)('a clock that is set right, on %s', (kind) => {
  let it: TestPortal
  let time: StillClock
  beforeEach(async () => {
    time = createStillClock()
    it = await startPortal(kind, { clock: time.clock })
  })
  afterEach(() => it.stop())

  const signIn = (typed: string) =>
    it.client.send('sessionCreate', { body: { username, password: typed, device } })
  const wrongly = async (by: number, work: () => Promise<unknown>) => {
    time.turn(by)
    await work()
    time.turn(-by)
  }
  /** Does `act` until it has to wait, then again after each wait, to come to longer ones. */
  const failFor = async (act: () => Promise<Response>, rounds: number) => {
    let turned = 0
    for (let round = 0; round < rounds;) {
      const wait = waitIn(await act())
      if (wait === 0) continue
      round += 1
      time.turn(wait)
      turned += wait
    }
    await act()
    time.turn(-turned)
  }
  /** What may be waited for, and then no more. */
  const expectWithin = async (longest: number, act: () => Promise<Response>) => {
    const first = waitIn(await act())
    expect(first).toBeLessThanOrEqual(longest)
    if (first === 0) return
    time.turn(first)
    expect(waitIn(await act())).toBe(0)
  }

  test.each(errors)('failures of a sign-in while it was %s', async (_, by) => {
    await wrongly(by, () => failFor(() => signIn('Wrong-Password-1!'), 4))
    await expectWithin(throttleRules.account.longestDelay, () => signIn(password))
    expect((await signIn(password)).status).toBe(201)
  })

  const ask = () => it.client.send('recoveryCreate', { body: { username, language: 'fr' } })

  test.each(errors)('codes asked for while it was %s', async (_, by) => {
    await wrongly(by, () => failFor(ask, 3))
    const { recoveryBegin, recoveryNewcomers } = throttleRules
    await expectWithin(Math.max(recoveryBegin.longestDelay, recoveryNewcomers.longestDelay), ask)
  })

  test.each(errors)('a password entered again wrongly while it was %s', async (_, by) => {
    const [policy, ceiling] = [
      throttleRules.currentPassword,
      { ...throttleRules.currentPasswordCeiling, free: 5, firstDelay: 5 * minute },
    ]
    const small = await startPortal(kind, {
      clock: time.clock,
      throttle: { currentPasswordCeiling: ceiling },
    })
    // In a session of now, as its token is no good elsewhere: what counts is the account's ceiling.
    const enter = async (typed: string) => {
      const { accessToken: token } = await small.signIn(username)
      return small.client.send('reauthenticate', { token, body: { password: typed } })
    }
    await wrongly(by, async () => {
      // A year ahead the password has expired, and is not asked for again before another is chosen.
      for (let times = 0; times < ceiling.free; times += 1) await enter('Wrong-Password-1!')
    })
    await expectWithin(policy.longestDelay, () => enter(password))
    await small.stop()
  })

  test.each([30 * minute, day, 150 * day])(
    'what was opened %d ms ahead does not stay open',
    async (by) => {
      let token = ''
      let refreshToken = ''
      let id = ''
      await wrongly(by, async () => {
        const session = await it.signIn(username)
        ;({ accessToken: token, refreshToken } = session)
        await it.reauthenticate(token, username)
        const body = { username, language: 'fr' }
        ;({ id } = await it.client.succeed('recoveryCreate', { body }))
      })
      await it.client.fail('me', 'token_expired', { token })
      const renewed = await it.client.succeed('sessionRefresh', { body: { refreshToken } })
      token = renewed.accessToken
      await it.client.succeed('me', { token })
      await it.client.fail('chosenQuestions', 'reauthentication_required', { token })
      await it.client.fail('recovery', 'flow_expired', { params: { id } })
      expect((await ask()).status).toBe(202)
    },
  )

  test.each([4 * minute, -4 * minute])(
    'two servers whose clocks differ by %d ms take one another’s tokens',
    async (by) => {
      let token = ''
      await wrongly(by, async () => {
        token = (await it.signIn(username)).accessToken
        await it.reauthenticate(token, username)
      })
      await it.client.succeed('me', { token })
    },
  )

  test('a code asked for again for a new address waits a minute at most', async () => {
    const email = 'new@example.com'
    const askFor = async () => {
      const { accessToken: token } = await it.signIn(username)
      await it.reauthenticate(token, username)
      const body = { email, emailConfirmation: email }
      return it.client.send('emailChangeCreate', { token, body })
    }
    await wrongly(150 * day, askFor)
    expect((await askFor()).status).toBe(201)
    expect(waitIn(await askFor())).toBe(minute)
  })

  test.each([2 * 60 * minute, day, year])(
    'messages queued, or being sent, %d ms ahead go out',
    async (by) => {
      const { context } = it.portal
      let ids: string[] = []
      await wrongly(by, async () => {
        ids = [await queue(context, newsMail), await queue(context, newsMail)]
        await claim(context.db, ids[0] ?? '', context.now())
      })
      expect(new Set(await findDue(context.db, context.now(), 10))).toEqual(new Set(ids))
      for (const id of ids) expect(await claim(context.db, id, context.now())).not.toBeNull()
      expect(await findDue(context.db, context.now(), 10)).toEqual([])
    },
  )

  test('a message that is being sent is left to who sends it', async () => {
    const { context } = it.portal
    const id = await queue(context, newsMail)
    await claim(context.db, id, context.now())
    time.turn(-minute)
    expect(await claim(context.db, id, context.now())).toBeNull()
    expect((await outboxRow(context, id)).attempts).toBe(1)
  })

  test('pruning forgets failures that a clock counted which was ahead', async () => {
    await wrongly(year, () => failFor(() => signIn('Wrong-Password-1!'), 1))
    await prune(it.portal.context)
    const throttles = it.portal.context.db.selectFrom('throttles').selectAll()
    expect(await throttles.execute()).toEqual([])
  })

  test.each(['marie.lambert', 'MARIE.LAMBERT', ' Marie.Lambert'])(
    'unlocking %s ends every wait, and says which',
    async (typed) => {
      const { accessToken: token } = await it.signIn(username)
      const enter = () =>
        it.client.send('reauthenticate', { token, body: { password: 'Wrong-Password-1!' } })
      for (let times = 0; times < 5; times += 1) {
        await signIn('Wrong-Password-1!')
        await enter()
        await ask()
      }
      expect(waitIn(await signIn(password))).toBeGreaterThan(0)
      const { ended, addresses } = await unlock(it.portal.context, typed)
      expect(ended.map((wait) => wait.kind).toSorted()).toEqual([
        'current-password',
        'recovery-code',
        'sign-in',
      ])
      expect(addresses).toEqual([])
      expect((await signIn(password)).status).toBe(201)
      expect((await ask()).status).toBe(202)
      const body = { password }
      expect((await it.client.send('reauthenticate', { token, body })).status).toBe(200)
      expect((await unlock(it.portal.context, typed)).ended).toEqual([])
    },
  )

  test('unlocking says where everybody waits, which it does not end', async () => {
    await it.signIn(username)
    for (let name = 0; name < throttleRules.address.free; name += 1) {
      const body = { username: `nobody-${name}`, password: 'Wrong-Password-1!', device }
      await it.client.fail('sessionCreate', 'invalid_credentials', { body })
    }
    const { addresses } = await unlock(it.portal.context, marie.username)
    expect(addresses.map(({ address }) => address)).toEqual(['127.0.0.1'])
    expect(waitIn(await signIn(password))).toBeGreaterThan(0)
  })
})
