/** Insights' dashboard from this computer's store: several reports, each with its day and its age. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Dashboard } from '../../../src/shared/contract/credit/dashboard.ts'
import type { ReportQuery } from '../../../src/shared/contract/credit/dashboard.ts'
import type { TestMain } from '../support/main.ts'
import { followed, openPortfolioBench, type PortfolioBench } from '../support/portfolio-bench.ts'

let stack: AsyncDisposableStack
let bench: PortfolioBench
let network: PortfolioBench['network']
/** The day that the portal makes a usual report of, and how many it has counted. */
let today: string
let decisions: number

const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10)

beforeEach(async () => {
  stack = new AsyncDisposableStack()
  bench = await openPortfolioBench(stack, Date.now())
  network = bench.network
  today = dayOf(Date.now())
  decisions = 1
  network.dashboard = (query) =>
    dashboard({
      currency: query.get('currency') ?? 'EUR',
      from: query.get('from') ?? '2026-01-01',
      to: query.get('to') ?? today,
    })
})
afterEach(async () => {
  vi.useRealTimers()
  await stack.disposeAsync()
})

function dashboard(some: Pick<Dashboard, 'currency' | 'from' | 'to'>): Dashboard {
  const none = null
  return {
    ...some,
    asOf: some.to,
    dataUpdatedAt: '2026-11-29T08:00:00.000Z',
    rates: [],
    position: {
      riskAcceptance: { percent: 57, granted: none, applied: none, months: [] },
      applications: 1,
      decisions,
      abr: { value: 43, ratedShare: 100, ratedCld: none, before: none },
      totalCld: none,
      buyers: 1,
      largestPolicies: [],
    },
    change: {
      newDecisions: { zero: none, partialNotCovered: none, partialCovered: none, full: none },
      deductions: none,
      futureDeductions: none,
      customerCuts: none,
      endedTemporary: none,
      pendingApplications: none,
      deteriorations: [],
    },
  }
}

const read = (main: TestMain, report: ReportQuery = {}) =>
  main.ask('insights.dashboard', { report })

it('reports that were looked at are shown without the portal, each its own', async () => {
  const main = await bench.signedIn()
  await read(main)
  await read(main, { from: '2016-06-01', to: '2016-07-13' })
  await read(main, { currency: 'USD' })
  network.isAway = true
  expect((await read(main)).dashboard.to).toBe(today)
  const former = await read(main, { from: '2016-06-01', to: '2016-07-13' })
  expect(former.dashboard).toMatchObject({ from: '2016-06-01', to: '2016-07-13' })
  expect((await read(main, { currency: 'USD' })).dashboard.currency).toBe('USD')
  expect((await main.call('insights.dashboard', { report: { currency: 'GBP' } })).ok).toBe(false)
})

it('the usual one of a former day is stale, and says its day, however recently it came', async () => {
  const main = await bench.signedIn()
  const shown = await read(main)
  expect(shown).toMatchObject({ dashboard: { to: today }, freshness: { stale: false } })
  await read(main, { from: '2016-06-01', to: '2016-07-13' })
  // Over midnight, and no more than that.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(`${today}T23:59:59Z`) + 2_000 })
  const kept = await read(main)
  expect(kept).toMatchObject({ dashboard: { to: today }, freshness: { stale: true } })
  // A period that was chosen stays what it is.
  const chosen = await read(main, { from: '2016-06-01', to: '2016-07-13' })
  expect(chosen.freshness.stale).toBe(false)
})

it('is asked for again where the portal says that it is another', async () => {
  const main = await bench.signedIn()
  await read(main)
  decisions = 2
  network.tell('dashboard', null)
  await followed(main)
  await vi.waitFor(async () => expect((await read(main)).dashboard.position.decisions).toBe(2))
  expect(main.changed).toContain('dashboard')
})

it('keeps the latest of many', async () => {
  const main = await bench.signedIn()
  const months = Array.from(
    { length: 14 },
    (_none, index) => `2015-${String(1 + (index % 12)).padStart(2, '0')}`,
  )
  for (const [index, month] of months.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- one report after the other
    await read(main, { from: `${month}-01`, to: `${month}-${String(10 + index)}` })
  }
  network.isAway = true
  const of = (month: string, day: number) =>
    main.call('insights.dashboard', {
      report: { from: `${month}-01`, to: `${month}-${String(day)}` },
    })
  expect((await of('2015-01', 10)).ok).toBe(false)
  expect((await of('2015-02', 23)).ok).toBe(true)
})
