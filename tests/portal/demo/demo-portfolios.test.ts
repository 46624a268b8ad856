/* oxlint-disable no-await-in-loop -- one database: questions come one after the other */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { alertsOf } from '../../../src/portal/demo/alerts.ts'
import { startGrowth } from '../../../src/portal/demo/large-portfolio.ts'
import { recordApplication } from '../../../src/portal/credit/facts.ts'
import { readRates } from '../../../src/portal/credit/rates.ts'
import { verifyFigures } from '../../../src/portal/credit/verify-figures.ts'
import { seedDemo } from '../../../src/portal/demo/seed.ts'
import { dayOf } from '../../../src/shared/credit/days.ts'
import { databaseKinds } from '../support/databases.ts'
import { day, startPortal, type DemoName, type TestPortal } from '../support/portal.ts'

const eur = (amount: string) => ({ amount, currency: 'EUR' })
const nothing = eur('0.00')

describe.each(databaseKinds)('the demonstration’s portfolios, on %s', (kind) => {
  let it: TestPortal
  beforeAll(async () => {
    it = await startPortal(kind)
  })
  afterAll(() => it.stop())

  const dashboard = async (name: DemoName, query: Record<string, string> = {}) => {
    const { accessToken: token } = await it.signIn(name)
    return it.client.succeed('insightsDashboard', { token, query: { currency: 'EUR', ...query } })
  }
  const limitOf = async (name: DemoName, buyer: string) => {
    const { accessToken: token } = await it.signIn(name)
    const { items } = await it.client.succeed('servnetCreditLimits', { token, query: { q: buyer } })
    return items[0]
  }
  const count = async (table: 'buyers' | 'decisions' | 'applications') => {
    const { db } = it.portal.context
    const { all } = await db
      .selectFrom(table)
      .select((row) => row.fn.countAll<number | string>().as('all'))
      .executeTakeFirstOrThrow()
    return Number(all)
  }

  test('show marie.lambert the guide’s own screen, figure for figure', async () => {
    const shown = await dashboard('marie.lambert', { from: '2016-06-01', to: '2016-07-13' })
    expect(shown).toMatchObject({
      asOf: '2016-07-13',
      from: '2016-06-01',
      to: '2016-07-13',
      dataUpdatedAt: '2016-07-13T03:10:00.000Z',
      position: {
        riskAcceptance: { percent: 57 },
        applications: 1,
        decisions: 1,
        abr: { value: 43 },
        largestPolicies: [{ id: '17386', name: 'DEDERT ICESTICKS B.V.', abr: 43 }],
      },
      change: {
        newDecisions: {
          zero: nothing,
          partialNotCovered: nothing,
          partialCovered: nothing,
          full: nothing,
        },
        deductions: nothing,
        futureDeductions: nothing,
        pendingApplications: nothing,
        deteriorations: [],
      },
    })
    const bars = shown.position.riskAcceptance.months
    expect(bars.slice(-7).map(({ percent }) => percent)).toEqual([57, 57, 57, 57, 57, 57, 57])
  })

  test('agree with the alerts of each person', async () => {
    for (const name of ['marie.lambert', 'jan.peeters', 'sofia.alvarez', 'luc.courtier'] as const) {
      const newest = new Map(
        alertsOf(name)
          .toReversed()
          .map((alert) => [alert.buyerId, alert]),
      )
      for (const alert of newest.values()) {
        const position = await it.portal.context.db
          .selectFrom('positions')
          .innerJoin('buyers', 'buyers.id', 'positions.buyer_id')
          .select(['buyers.name', 'positions.granted', 'positions.effective_on'])
          .where('positions.buyer_id', '=', alert.buyerId)
          .where('positions.policy_id', '=', alert.policyId)
          .executeTakeFirst()
        expect(position?.name).toBe(alert.buyer)
        if (alert.limits !== null) expect(position?.granted).toBe(Number(alert.limits.to) * 100)
      }
    }
  })

  test('have rates of the Central Bank for the days that are told of', async () => {
    const rates = await readRates(it.portal.context.db, ['USD', 'GBP'], '2019-04-10')
    expect(rates.map(({ rate }) => rate)).toEqual(['1.1279', '0.86083'])
  })

  test('have something to see to: a cut in grace, a limit that ends, applications that wait', async () => {
    expect(await limitOf('marie.lambert', 'Horeca Sambre')).toMatchObject({
      status: 'reduced',
      granted: eur('100000.00'),
      inForce: eur('250000.00'),
    })
    const ending = await limitOf('marie.lambert', 'Festival des Glaces')
    expect(ending?.endsOn).toBe(dayOf(Date.now() + 9 * day))
    expect(await limitOf('marie.lambert', 'Hôtel de la Citadelle')).toMatchObject({
      status: 'pending',
    })
  })

  test('come along with today, and keep what was done', async () => {
    const { db } = it.portal.context
    const before = await count('decisions')
    await seedDemo(it.portal.context)
    expect(await count('decisions')).toBe(before)
    const mine = {
      id: 'of-a-person',
      policy_id: '17386',
      buyer_id: '41027',
      kind: 'increase',
      amount: 1,
      currency: 'EUR',
      payment_terms_days: 30,
      applied_at: Date.now(),
    }
    await db.transaction().execute((open) => recordApplication(open, it.portal.context, mine))
    it.pass(40 * day)
    await seedDemo(it.portal.context)
    const glaces = await limitOf('marie.lambert', 'Glaces du Condroz')
    expect(glaces?.decidedAt?.slice(0, 10)).toBe(dayOf(Date.now() + 40 * day - 2 * 3_600_000))
    // Who did something with a buyer finds it as it was.
    const touched = db.selectFrom('decisions').select('id').where('buyer_id', '=', '41027')
    expect(await touched.execute()).toHaveLength(2)
    const after = await count('decisions')
    expect(after).toBeGreaterThan(before)
    await seedDemo(it.portal.context)
    expect(await count('decisions')).toBe(after)
  })

  test('let the large one grow, once, while the portal serves', async () => {
    const before = await count('buyers')
    for (const buyers of [150, 240, 240]) {
      const stop = startGrowth(it.portal.context, buyers, it.portal.app.log)
      await expect.poll(() => count('buyers')).toBe(before + buyers - 80)
      await stop()
    }
    expect((await dashboard('jan.peeters')).position.buyers).toBeGreaterThan(150)
    const differences: unknown[] = []
    const looked = await verifyFigures(it.portal.context, (one) => differences.push(one))
    expect(differences).toEqual([])
    expect(looked).toBe(before + 160)
  })
})
