/**
 * A portfolio that fits a sheet of paper: every figure of the dashboard, worked out by hand from what the
 * field calls it. Amounts in the comments are thousands of euro.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeRates } from '../../../src/portal/credit/import-rates.ts'
import type { Dashboard } from '../../../src/shared/contract/credit/dashboard.ts'
import { databaseKinds } from '../support/databases.ts'
import { handPortfolio } from '../support/hand-portfolio.ts'
import { addReader, addTestPolicies, write, type TestPerson } from '../support/portfolio.ts'
import { startPortal, type TestPortal } from '../support/portal.ts'

const today = Date.UTC(2026, 11, 15, 12)
/** Something is decided in its first moment, and something in its last. */
const period = { from: '2026-10-01', to: '2026-11-15' }
/** One is 0.80 euro. */
const usd = 'USD'

const numberOf = (money: Dashboard['position']['totalCld']) => Number(money?.amount)

/** Amounts become numbers of the report's currency. */
const moneyOf = ({ position, change }: Dashboard) => {
  const { riskAcceptance, abr, totalCld } = position
  const { newDecisions, deteriorations: _, ...others } = change
  return {
    granted: numberOf(riskAcceptance.granted),
    applied: numberOf(riskAcceptance.applied),
    totalCld: numberOf(totalCld),
    ratedCld: numberOf(abr.ratedCld),
    zero: numberOf(newDecisions.zero),
    partialNotCovered: numberOf(newDecisions.partialNotCovered),
    partialCovered: numberOf(newDecisions.partialCovered),
    full: numberOf(newDecisions.full),
    deductions: numberOf(others.deductions),
    futureDeductions: numberOf(others.futureDeductions),
    customerCuts: numberOf(others.customerCuts),
    endedTemporary: numberOf(others.endedTemporary),
    pendingApplications: numberOf(others.pendingApplications),
  }
}

describe.each(databaseKinds)('a dashboard by hand, on %s', (kind) => {
  let it: TestPortal
  let reader: TestPerson
  let policies: { readonly home: string; readonly abroad: string }
  beforeAll(async () => {
    it = await startPortal(kind, { clock: () => today })
    await writeRates(
      it.portal.context.db,
      ['2026-11-13', '2026-12-10'].flatMap((rate_on) => [
        { currency: usd, rate_on, rate: '1.25', source: 'test' },
        { currency: 'JPY', rate_on, rate: '160', source: 'test' },
      ]),
    )
    const [home = '', abroad = ''] = await addTestPolicies(it, ['EUR', usd])
    policies = { home, abroad }
    await write(it, handPortfolio(policies))
    reader = await addReader(it, [home, abroad])
  })
  afterAll(() => it.stop())

  const dashboard = (query: Record<string, string>): Promise<Dashboard> =>
    it.client.succeed('insightsDashboard', { token: reader.token, query })

  const euros = {
    // alder 90 (more was granted than it applied for) + 10, birch 40, cedar 0, doum 100, elm 150, fir 0 (its
    // end is decided), ginkgo 30 (its limit has ended, its decision is the latest still), hazel 5.
    granted: 425_000,
    // alder 90 + 20, birch 80, cedar 25, doum 100, elm 200, fir 40, ginkgo 30, hazel 5.
    applied: 590_000,
    // alder 110, birch 40, doum 100, elm 150, fir 40 until its end takes effect, hazel 5.
    totalCld: 445_000,
    // Of these alder, birch, doum and elm.
    ratedCld: 400_000,
    // cedar 25, fir 40.
    zero: 65_000,
    // birch 80 - 40, elm 200 - 150.
    partialNotCovered: 90_000,
    // birch 40, elm 150.
    partialCovered: 190_000,
    // doum 100, hazel 5.
    full: 105_000,
    // elm 200 - 150, on 31 October.
    deductions: 50_000,
    // fir 40, on 10 December.
    futureDeductions: 40_000,
    // hazel 20 - 5.
    customerCuts: 15_000,
    // ginkgo 30, whose last day was 31 October.
    endedTemporary: 30_000,
    // ginkgo 35, hazel 8.
    pendingApplications: 43_000,
  }

  test('has each amount that the facts come to', async () => {
    expect(moneyOf(await dashboard({ ...period, currency: 'EUR' }))).toEqual(euros)
  })

  test.each([
    [usd, 1.25],
    ['JPY', 160],
  ])('has the same in %s, by the rate of its last day', async (currency, rate) => {
    const converted = Object.entries(euros).map(([name, amount]) => [name, amount * rate])
    const shown = await dashboard({ ...period, currency })
    expect(moneyOf(shown)).toEqual(Object.fromEntries(converted))
    expect(shown.rates).toContainEqual({ currency, rate: String(rate), date: '2026-11-13' })
  })

  test('has each count and ratio, whatever the currency', async () => {
    for (const currency of ['EUR', usd, 'JPY']) {
      // oxlint-disable-next-line no-await-in-loop -- three
      const { position, dataUpdatedAt } = await dashboard({ ...period, currency })
      expect(dataUpdatedAt).toBe('2026-11-15T23:59:59.999Z')
      expect(position.riskAcceptance.percent).toBeCloseTo(42_500 / 590)
      // Neither fir's, which is cancelled, nor ginkgo's, which has ended; cedar's no is one.
      expect(position.decisions).toBe(7)
      // Those, and two that wait.
      expect(position.applications).toBe(9)
      expect(position.buyers).toBe(6)
      // alder 110 * 45, birch 40 * 50, doum 100 * 25, elm 150 * 40: 15,450 / 400.
      expect(position.abr.value).toBe(38.625)
      expect(position.abr.ratedShare).toBeCloseTo(40_000 / 445)
      // On 15 October: alder 110 * 30, birch 40 * 50, elm 200 * 40, ginkgo 30 * 80: 15,700 / 380.
      expect(position.abr.before).toBeCloseTo(15_700 / 380)
    }
  })

  test('has the risk acceptance of each month, and a dash where nothing was decided', async () => {
    const { months } = (await dashboard(period)).position.riskAcceptance
    const expected = [
      ...['2025-12', '2026-01', '2026-02', '2026-03', '2026-04'].map((month) => [month, null]),
      // hazel 20 of 40; then elm, fir and alder in full; then ginkgo in full and alder 10 of 20.
      ['2026-05', 2_000 / 40],
      ['2026-06', 22_000 / 240],
      ['2026-07', 26_000 / 280],
      ['2026-08', 35_000 / 370],
      ['2026-09', 39_000 / 420],
      // elm has 150 of 200, birch 40 of 80, cedar nothing of 25.
      ['2026-10', 38_000 / 525],
      // As it is on the 15th: hazel 5 of 5, fir nothing of 40, doum in full.
      ['2026-11', 42_500 / 590],
    ] as const
    expect(months.map(({ month }) => month)).toEqual(expected.map(([month]) => month))
    for (const [index, [, percent]] of expected.entries()) {
      if (typeof percent !== 'number') expect(months[index]?.percent).toBeNull()
      else expect(months[index]?.percent).toBeCloseTo(percent)
    }
  })

  test('has the largest policies first, each with its own ABR', async () => {
    const { largestPolicies } = (await dashboard({ ...period, currency: 'EUR' })).position
    expect(largestPolicies.map(({ id, totalCld }) => [id, Number(totalCld?.amount)])).toEqual([
      [policies.home, 295_000],
      [policies.abroad, 150_000],
    ])
    // alder 100 * 45, birch 40 * 50, elm 150 * 40; alder 10 * 45, doum 100 * 25.
    expect(largestPolicies[0]?.abr).toBeCloseTo(12_500 / 290)
    expect(largestPolicies[1]?.abr).toBeCloseTo(2_950 / 110)
  })

  test('has who became riskier, with what they stand for', async () => {
    const { deteriorations } = (await dashboard({ ...period, currency: 'EUR' })).change
    const columns = deteriorations.map((one) => [
      one.name,
      one.deterioration,
      one.rating,
      Number(one.totalCld?.amount),
    ])
    // elm became safer. doum comes before cedar, which rose as much and is not covered.
    expect(columns).toEqual([
      ['alder', 15, 45, 110_000],
      ['ginkgo', 10, 90, 0],
      ['doum', 5, 25, 100_000],
      ['cedar', 5, 75, 0],
    ])
    const acceptance = deteriorations.map(({ riskAcceptance }) => riskAcceptance)
    // alder's is of both policies: 90 + 10 of 90 + 20.
    expect(acceptance[0]).toBeCloseTo(10_000 / 110)
    expect(acceptance.slice(1)).toEqual([100, 100, 0])
  })

  test('tells a cut that was to come as a deduction once its day has come', async () => {
    const after = await dashboard({ from: '2026-11-16', to: '2026-12-10', currency: 'EUR' })
    expect(moneyOf(after)).toMatchObject({
      deductions: 40_000,
      futureDeductions: 0,
      customerCuts: 0,
      endedTemporary: 0,
      // hazel's second limit, which waited.
      full: 8_000,
      pendingApplications: 35_000,
      // Less fir's 40, more hazel's 8.
      totalCld: 413_000,
    })
  })

  test('has of one policy what is under it, and no more', async () => {
    const shown = await dashboard({ ...period, currency: 'EUR', policy: policies.abroad })
    expect(shown.position).toMatchObject({ decisions: 2, applications: 3, buyers: 3 })
    expect(moneyOf(shown)).toMatchObject({
      // alder 10 of 20, doum 100 of 100, fir nothing of 40.
      granted: 110_000,
      applied: 160_000,
      totalCld: 150_000,
      zero: 40_000,
      partialCovered: 0,
      full: 100_000,
      deductions: 0,
      futureDeductions: 40_000,
      pendingApplications: 8_000,
    })
    // alder's columns are of this policy alone; ginkgo and cedar are not under it.
    expect(shown.change.deteriorations).toMatchObject([
      { name: 'alder', deterioration: 15, rating: 45, riskAcceptance: 50 },
      { name: 'doum', deterioration: 5, rating: 25, riskAcceptance: 100 },
    ])
  })
})
