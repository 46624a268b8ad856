/** What a report cannot be about is said in words of its own; what is empty, or has no rate, is a dash. */
/* oxlint-disable no-await-in-loop -- questions come one after the other */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withdraw } from '../../../src/portal/admin/access.ts'
import { writeRates } from '../../../src/portal/credit/import-rates.ts'
import { positionIdOf } from '../../../src/portal/credit/position.ts'
import { decideApplication } from '../../../src/portal/credit/underwriting.ts'
import { figures } from '../../../src/shared/contract/credit/dashboard.ts'
import { databaseKinds } from '../support/databases.ts'
import {
  addReader,
  addTestPolicies,
  applicationOf,
  testBuyer,
  write,
} from '../support/portfolio.ts'
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

  test('who has no policies finds nothing in any list, and nothing is wrong', async () => {
    const { token } = await addReader(it, [])
    for (const name of [
      'servnetPolicies',
      'servnetBuyers',
      'servnetCreditLimits',
      'servnetApplications',
      'servnetDeclarations',
      'servnetAlerts',
      'insightsPolicies',
      'insightsBuyers',
    ] as const) {
      const query = /Buyers|Limits/.test(name) ? { q: 'anybody' } : {}
      const { items, nextCursor } = await it.client.succeed(name, { token, query })
      expect([name, items, nextCursor]).toEqual([name, [], null])
    }
    for (const figure of figures) {
      const { items } = await it.client.succeed('insightsFigureRows', { token, params: { figure } })
      expect([figure, items]).toEqual([figure, []])
    }
    const { alerts } = await it.client.succeed('servnetHome', { token })
    expect(alerts).toEqual([])
    expect((await it.client.succeed('changes', { token })).hasMore).toBe(false)
  })

  /** Of a new buyer under `policy`: an application, and its limit once it is granted. */
  const addLimit = async (policy: string, buyer: string) => {
    const pair = { policy_id: policy, buyer_id: buyer }
    const application = applicationOf(`a-${buyer}`, pair, decided)
    await write(it, { buyers: [testBuyer(buyer)], applications: [application] })
    await decideApplication(it.portal.context, { applicationId: application.id, grant: 'all' })
    return { buyer, application: application.id, limit: positionIdOf(pair) }
  }

  test('a buyer that vanished with its policy is not found anywhere, and that is told', async () => {
    const [stays = '', goes = ''] = await addTestPolicies(it, ['EUR', 'EUR'])
    const { username, token } = await addReader(it, [stays, goes])
    const [there, gone] = [await addLimit(stays, 'there'), await addLimit(goes, 'gone')]
    const { nextCursor: since } = await it.client.succeed('changes', {
      token,
      query: { limit: '200' },
    })
    await withdraw(it.portal.context, username, { policies: [goes] })
    for (const [name, id, other] of [
      ['servnetBuyer', gone.buyer, there.buyer],
      ['insightsBuyer', gone.buyer, there.buyer],
      ['servnetCreditLimit', gone.limit, there.limit],
      ['servnetApplication', gone.application, there.application],
      ['servnetPolicy', goes, stays],
    ] as const) {
      await it.client.fail(name, 'not_found', { token, params: { id } })
      await it.client.succeed(name, { token, params: { id: other } })
    }
    const amount = { amount: '1', currency: 'EUR' }
    const body = { policyId: stays, buyerId: gone.buyer, amount, paymentTermsDays: 30 }
    await it.client.fail('servnetApply', 'not_found', { token, body })
    const { items } = await it.client.succeed('insightsBuyers', { token })
    expect(items.map(({ id }) => id)).toEqual([there.buyer])
    const told = await it.client.succeed('changes', { token, query: { since } })
    const resources = told.items.map(({ resource }) => resource)
    expect(resources).toEqual(
      expect.arrayContaining(['policies', 'buyers', 'credit_limits', 'applications', 'dashboard']),
    )
  })

  test('a buyer that nobody has rated counts for limits, and for no rating', async () => {
    const [policy = ''] = await addTestPolicies(it, ['EUR'])
    const { token } = await addReader(it, [policy])
    await addLimit(policy, 'unrated')
    const { position, change } = await dashboard(token, { currency: 'EUR' })
    expect(position).toMatchObject({
      buyers: 1,
      totalCld: { amount: '50000.00' },
      abr: { value: null, ratedShare: 0, ratedCld: { amount: '0.00' } },
      largestPolicies: [{ id: policy, abr: null }],
    })
    expect(change.deteriorations).toEqual([])
    const { items } = await it.client.succeed('insightsBuyers', { token })
    expect(items).toMatchObject([{ id: 'unrated', rating: null, band: null }])
    const { ratings } = await it.client.succeed('insightsBuyer', {
      token,
      params: { id: 'unrated' },
    })
    expect(ratings).toEqual([])
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
