/** What a report cannot be about is said in words of its own; what is empty, or has no rate, is a dash. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeRates } from '../../../src/portal/credit/import-rates.ts'
import { databaseKinds } from '../support/databases.ts'
import { addReader, addTestPolicies, testBuyer, write } from '../support/portfolio.ts'
import { startPortal, type TestPortal } from '../support/portal.ts'

const now = Date.UTC(2026, 10, 29, 12)
const decided = Date.UTC(2026, 10, 20, 12)

describe.each(databaseKinds)('reports, on %s', (kind) => {
  let it: TestPortal
  beforeAll(async () => {
    it = await startPortal(kind, { clock: () => now })
    await it.portal.context.db.deleteFrom('currency_rates').execute()
    await writeRates(it.portal.context.db, [
      { currency: 'GBP', rate_on: '2026-11-22', rate: '0.86083', source: 'test' },
      { currency: 'USD', rate_on: '2026-11-21', rate: '1.1279', source: 'test' },
    ])
  })
  afterAll(() => it.stop())

  const dashboard = (token: string, query: Record<string, string> = {}) =>
    it.client.succeed('insightsDashboard', { token, query })

  test.each([
    [{ from: '2026-11-10', to: '2026-11-09' }, '/from', 'period_reversed'],
    [{ from: '2026-12-01' }, '/from', 'period_reversed'],
    [{ to: '2026-11-30' }, '/to', 'period_in_future'],
    [{ from: '0001-01-01' }, '/from', 'period_too_early'],
    [{ to: '0000-01-01' }, '/from', 'period_too_early'],
    [{ currency: 'ZZZ' }, '/currency', 'currency_unknown'],
  ])('%o is refused', async (query, pointer, code) => {
    const { token } = await addReader(it, [])
    for (const [name, params] of [
      ['insightsDashboard', {}],
      ['insightsFigureRows', { figure: 'abr' }],
    ] as const) {
      // oxlint-disable-next-line no-await-in-loop -- two
      const problem = await it.client.fail(name, 'invalid_request', { token, query, params })
      expect(problem.errors).toEqual([{ pointer, code }])
    }
  })

  test('a policy of somebody else is not found', async () => {
    const [mine = '', other = ''] = await addTestPolicies(it, ['EUR', 'EUR'])
    const { token } = await addReader(it, [mine])
    expect((await dashboard(token, { policy: mine })).position.buyers).toBe(0)
    const query = { policy: other }
    await it.client.fail('insightsDashboard', 'not_found', { token, query })
  })

  test('who has no policies has zeros and dashes', async () => {
    const { token } = await addReader(it, [])
    const zero = { amount: '0.00', currency: 'EUR' }
    expect(await dashboard(token)).toMatchObject({
      from: '2026-10-01',
      to: '2026-11-29',
      position: {
        riskAcceptance: { percent: null, applied: zero },
        applications: 0,
        decisions: 0,
        abr: { value: null, ratedShare: null, before: null },
        totalCld: zero,
        buyers: 0,
        largestPolicies: [],
      },
      change: { deductions: zero, pendingApplications: zero, deteriorations: [] },
    })
  })

  test('a currency without a rate makes those figures dashes that it is part of, and no others', async () => {
    const [pounds = '', dollars = ''] = await addTestPolicies(it, ['GBP', 'USD'])
    const { token } = await addReader(it, [pounds, dollars])
    const common = { application_id: null, initiated_by: 'customer', effective_on: '2026-11-20' }
    await write(it, {
      buyers: [testBuyer('british'), testBuyer('american')],
      decisions: [
        {
          ...common,
          id: 'british',
          policy_id: pounds,
          buyer_id: 'british',
          applied: 200_000,
          granted: 100_000,
          currency: 'GBP',
          decided_at: decided,
        },
        {
          ...common,
          id: 'american',
          policy_id: dollars,
          buyer_id: 'american',
          applied: 100_000,
          granted: 100_000,
          currency: 'USD',
          decided_at: decided,
        },
      ],
    })
    // Seven days old is a rate still, eight are none.
    const both = await dashboard(token, { currency: 'EUR' })
    expect(both.rates).toEqual([
      { currency: 'EUR', rate: '1', date: '2026-11-29' },
      { currency: 'GBP', rate: '0.86083', date: '2026-11-22' },
      { currency: 'USD', rate: null, date: null },
    ])
    expect(both.position).toMatchObject({ totalCld: null, riskAcceptance: { percent: null } })
    expect(both.change.newDecisions).toMatchObject({
      zero: { amount: '0.00' },
      full: null,
      partialCovered: { amount: '1161.6696' },
    })
    expect(both.position.buyers).toBe(2)
    // The day before, both have one: 1,000 pounds are 1,310.25 dollars.
    const earlier = await dashboard(token, { currency: 'USD', to: '2026-11-28', policy: pounds })
    expect(earlier.position.totalCld).toEqual({ amount: '1310.2471', currency: 'USD' })
    // In a currency that has no rate no money can be told; what is a share of a whole can.
    const none = await dashboard(token, { currency: 'USD', policy: pounds })
    expect(none.position).toMatchObject({ totalCld: null, riskAcceptance: { percent: 50 } })
  })
})
