/* oxlint-disable no-await-in-loop -- what is tested here happens in order, one step after the other */
/** The rule of the throttle, whatever the order of tries and however clocks are set. */
import { array, assert, asyncProperty, constantFrom, integer, oneof } from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accountAttempts, throttleRules } from '../../../src/portal/identity/throttle-rules.ts'
import { forgetAttempts } from '../../../src/portal/identity/throttling/forget-attempts.ts'
import {
  consumeAttempt,
  throttledUntil,
  type ThrottleRule,
} from '../../../src/portal/platform/throttle/throttle.ts'
import { accountCounters, attemptOnce } from '../../../src/portal/identity/throttling/attempts.ts'
import { migrate } from '../../../src/portal/platform/db/migrate.ts'
import { type Database, openDatabase } from '../../../src/portal/platform/db/open.ts'
import { callerFrom } from '../support/callers.ts'
import { createDatabase, databaseKinds, type TestDatabase } from '../support/databases.ts'
import { day, minute, second } from '../support/portal.ts'

const hour = 60 * minute
const start = Date.parse('2026-11-29T12:00:00Z')
const rules = Object.entries(throttleRules)

/** Time that passes between two tries, or by which a clock is set ahead or back. */
const steps = oneof(
  integer({ min: 0, max: 20 * minute }),
  constantFrom(0, second, minute, hour, day),
  constantFrom(-second, -minute, -hour, -day, 365 * day, -365 * day),
)

describe.each(databaseKinds)('the throttle, on %s', (kind) => {
  let place: TestDatabase
  let database: Database
  let keys = 0
  beforeAll(async () => {
    place = await createDatabase(kind)
    database = await openDatabase(place)
    await migrate(database.db, '')
  })
  afterAll(async () => {
    await database.db.destroy()
    await place.remove()
  })

  /** AttemptCounters of a key of its own; `attempt` says whether one was let through. */
  const startTries = (rule: ThrottleRule) => {
    keys += 1
    const counters = [{ key: `test-${keys}`, rule }]
    return {
      attempt: (now: number) =>
        consumeAttempt(database.db, counters, now).then(
          () => true,
          () => false,
        ),
      waitAt: async (now: number) =>
        Math.max(0, (await throttledUntil(database.db, counters, now)) - now),
    }
  }

  test.each(rules)('%s: no wait is longer than the longest, and each ends', async (_, rule) => {
    await assert(
      asyncProperty(array(steps, { maxLength: 40 }), async (passing) => {
        const { attempt, waitAt } = startTries(rule)
        let now = start
        for (const step of passing) {
          now += step
          const wait = await waitAt(now)
          expect(wait).toBeLessThanOrEqual(rule.longestDelay)
          expect(await attempt(now)).toBe(wait === 0)
        }
        expect(await attempt(now + (await waitAt(now)))).toBe(true)
      }),
      { numRuns: 15 },
    )
  })

  test.each(rules)('%s: so many at once, on servers whose clocks differ', async (_, rule) => {
    const { attempt } = startTries({ ...rule, free: Math.min(rule.free, 20) })
    let passed = 0
    for (let time = 0; time < 30; time += 1) {
      // Up to a second apart.
      if (await attempt(start + (time % 3) * 500)) passed += 1
    }
    expect(passed).toBeGreaterThanOrEqual(Math.min(rule.free, 20))
    expect(passed).toBeLessThanOrEqual(Math.min(rule.free, 20) + 1)
  })

  /** AttemptCounters as often as it may from `start` on, for as long as `during`; with each, one of `besides`. */
  const tryHard = async (
    { attempt, waitAt }: ReturnType<typeof startTries>,
    during: number,
    besides: (now: number) => Promise<boolean>,
  ) => {
    let refused = 0
    for (let now = start; now < start + during;) {
      const wait = await waitAt(now)
      now += wait
      await attempt(now)
      if (!(await besides(now))) refused += 1
    }
    return refused
  }

  const sessionAttempts = Object.entries(accountAttempts).flatMap(([name, attempt]) =>
    'session' in attempt ? [[name, attempt.session, attempt.account] as const] : [],
  )

  test.each(sessionAttempts)(
    '%s: one session alone never reaches the ceiling',
    async (_name, own, ceiling) => {
      const all = startTries(throttleRules[ceiling])
      expect(await tryHard(startTries(throttleRules[own]), 6 * day, all.attempt)).toBe(0)
    },
  )

  test('one is forgotten after another where many share a ceiling', async () => {
    const rule = { ...throttleRules.accountNewcomers, free: 10 }
    const { attempt, waitAt } = startTries(rule)
    for (let time = 0; time < 10; time += 1) await attempt(start)
    expect(await waitAt(start)).toBe(rule.firstDelay)
    const later = start + 4 * rule.forgetOneEvery
    for (let time = 0; time < 4; time += 1) expect(await attempt(later)).toBe(true)
    expect(await attempt(later)).toBe(false)
  })

  test('who counts and who forgets all of an account do not stand in each other’s way', async () => {
    const at = { owner: 'somebody', kind: 'sign-in' } as const
    const { account } = throttleRules
    const wide = { ...account, free: 1000 }
    const own = { own: account, prefix: wide, newcomers: wide, strangers: wide, firstAttempts: 2 }
    const triesFrom = (address: string) =>
      accountCounters(
        at,
        { recognition: { kind: 'stranger' }, client: callerFrom(address) },
        own,
        [],
      )
    const context = { db: database.db, now: () => start }
    for (let round = 0; round < 20; round += 1) {
      const counting = Array.from({ length: 6 }, (_, index) =>
        attemptOnce(context, triesFrom(`198.51.100.${index}`)),
      )
      const forgetting = Array.from({ length: 3 }, () =>
        database.db.transaction().execute((db) => forgetAttempts(db, at.owner, start)),
      )
      await expect(Promise.all([...counting, ...forgetting])).resolves.toHaveLength(9)
    }
    await forgetAttempts(database.db, at.owner, start)
    expect(await forgetAttempts(database.db, at.owner, start)).toEqual([])
  })

  test('what a clock that was ahead has counted is forgotten with its time', async () => {
    const rule = throttleRules.account
    const { attempt, waitAt } = startTries(rule)
    for (let time = 0; time < 12; time += 1) {
      const now = start + 365 * day + time * hour
      await attempt(now)
    }
    expect(await waitAt(start)).toBe(0)
    for (let time = 0; time < rule.free; time += 1) expect(await attempt(start)).toBe(true)
    expect(await waitAt(start)).toBe(rule.firstDelay)
  })
})
