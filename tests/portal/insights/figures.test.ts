/** The dashboard's figures: on any portfolio what their definitions say, however its facts were written. */
/* oxlint-disable no-await-in-loop -- pages and facts follow one another */
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordFacts } from '../../../src/portal/credit/facts.ts'
import type { Facts } from '../../../src/portal/credit/new-facts.ts'
import { keepScopes } from '../../../src/portal/credit/scope-counting.ts'
import { verifyFigures } from '../../../src/portal/credit/verify-figures.ts'
import type { Difference } from '../../../src/portal/credit/verify-sums.ts'
import { writeRates } from '../../../src/portal/credit/import-rates.ts'
import { grantPolicies } from '../../../src/portal/identity/access/policy-grants.ts'
import type { Dashboard, Figure, FigureRow } from '../../../src/shared/contract/credit/dashboard.ts'
import { databaseKinds } from '../support/databases.ts'
import { addReader, addTestPolicies, testBuyer, type TestPerson } from '../support/portfolio.ts'
import { startPortal, type TestPortal } from '../support/portal.ts'
import { slowFigures, type SlowFacts } from '../support/slow-figures.ts'

const now = Date.UTC(2026, 10, 29, 12)
const day = 86_400_000
const dayAt = (age: number) => new Date(now - age * day).toISOString().slice(0, 10)
const rates = { EUR: '1', USD: '1.1279', JPY: '171.3' } as const
const currencies = ['EUR', 'USD', 'JPY'] as const

const age = fc.integer({ min: 0, max: 130 })
const amount = fc.constantFrom(0, 1, 3, 100, 5_000, 77_777, 999_999_999_999_99)
const pair = { policy: fc.nat(2), buyer: fc.nat(4) }
const decision = fc.record({
  ...pair,
  age,
  applied: amount,
  granted: amount,
  currency: fc.constantFrom(...currencies),
  byInsurer: fc.boolean(),
  wait: fc.constantFrom(0, 0, 0, 5, 30, 30, -4),
  lasts: fc.option(fc.integer({ min: -3, max: 60 }), { freq: 4 }),
  application: fc.option(fc.nat(9)),
})
const application = fc.record({ ...pair, age, amount, currency: fc.constantFrom(...currencies) })
const rating = fc.record({ buyer: fc.nat(4), age, rating: fc.integer({ min: 1, max: 100 }) })
const portfolio = fc.record({
  decisions: fc.array(decision, { maxLength: 14 }),
  applications: fc.array(application, { maxLength: 5 }),
  ratings: fc.array(rating, { maxLength: 10 }),
  keepsScopes: fc.boolean(),
  from: age,
  to: age,
  currency: fc.constantFrom(...currencies),
  order: fc.integer(),
})
type Page = { readonly items: FigureRow[]; readonly nextCursor: string | null }
type Portfolio = typeof portfolio extends fc.Arbitrary<infer Of> ? Of : never

function factsOf(of: Portfolio, policies: readonly string[], prefix: string): SlowFacts {
  const policyOf = (index: number) => policies[index] ?? ''
  const buyerOf = (index: number) => `${prefix}b${index}`
  const applications = of.applications.map((one, index) => ({
    id: `${prefix}a${index}`,
    policy_id: policyOf(one.policy),
    buyer_id: buyerOf(one.buyer),
    kind: 'new',
    amount: one.amount,
    currency: one.currency,
    payment_terms_days: 30,
    applied_at: now - one.age * day,
    user_id: null,
  }))
  const decisions = of.decisions.map((one, index) => {
    const answers = one.application === null ? undefined : applications[one.application]
    const effective = one.age - one.wait
    return {
      id: `${prefix}d${index}`,
      policy_id: answers?.policy_id ?? policyOf(one.policy),
      buyer_id: answers?.buyer_id ?? buyerOf(one.buyer),
      application_id: answers?.id ?? null,
      initiated_by: one.byInsurer ? 'insurer' : 'customer',
      applied: one.applied,
      granted: one.granted,
      currency: one.currency,
      decided_at: now - one.age * day,
      effective_on: dayAt(effective),
      ends_on: one.lasts === null ? null : dayAt(effective - one.lasts),
    }
  })
  const ratings = of.ratings.map((one, index) => ({
    id: `${prefix}r${index}`,
    buyer_id: buyerOf(one.buyer),
    rating: one.rating,
    rated_at: now - one.age * day,
  }))
  return { applications, decisions, ratings }
}

const near = (is: number | null, should: number | null) =>
  is === null || should === null ? expect(is).toBe(should) : expect(is).toBeCloseTo(should, 6)

const close = (is: Dashboard['position']['totalCld'], should: number) =>
  expect(Number(is?.amount)).toBeCloseTo(should, 3 - Math.ceil(Math.log10(should + 1) / 3))

function expectFigures(
  { position, change }: Dashboard,
  slow: ReturnType<typeof slowFigures>,
): void {
  const { riskAcceptance, abr, applications, decisions, buyers } = position
  expect({ applications, decisions, buyers }).toEqual({
    applications: slow.applications,
    decisions: slow.decisions,
    buyers: slow.buyers,
  })
  near(riskAcceptance.percent, slow.riskAcceptance)
  near(abr.value, slow.abr)
  near(abr.ratedShare, slow.ratedShare)
  near(abr.before, slow.abrAt(slow.monthBefore))
  for (const { month, percent } of position.riskAcceptance.months.slice(0, -1)) {
    const first = new Date(`${month}-01`)
    const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0))
    near(percent, slow.ratioAt(last.toISOString().slice(0, 10)))
  }
  close(position.totalCld, slow.totalCld)
  close(position.riskAcceptance.applied, slow.applied)
  close(change.newDecisions.zero, slow.zero)
  close(change.newDecisions.partialNotCovered, slow.partialNotCovered)
  close(change.newDecisions.partialCovered, slow.partialCovered)
  close(change.newDecisions.full, slow.full)
  const bars = Object.values(change.newDecisions).map((bar) => Number(bar?.amount))
  close({ amount: String(bars.reduce((sum, bar) => sum + bar, 0)), currency: '' }, slow.decided)
  close(change.deductions, slow.deductions)
  close(change.futureDeductions, slow.futureDeductions)
  close(change.customerCuts, slow.customerCuts)
  close(change.endedTemporary, slow.endedTemporary)
  close(change.pendingApplications, slow.pending)
  expect(change.deteriorations).toMatchObject(slow.deteriorations)
  expect(change.deteriorations).toHaveLength(slow.deteriorations.length)
}

describe.each(databaseKinds)('figures, on %s', (kind) => {
  let it: TestPortal
  let reader: TestPerson
  beforeAll(async () => {
    it = await startPortal(kind, { clock: () => now })
    reader = await addReader(it, [])
    const days = Array.from({ length: 140 }, (_, index) => dayAt(index))
    await writeRates(
      it.portal.context.db,
      days.flatMap((rate_on) =>
        (['USD', 'JPY'] as const).map((currency) => ({
          currency,
          rate_on,
          rate: rates[currency],
          source: 'test',
        })),
      ),
    )
  })
  afterAll(() => it.stop())

  let runs = 0

  /** Gives the reader these policies alone. */
  async function regrant(policies: readonly string[]): Promise<void> {
    const { db } = it.portal.context
    await db.deleteFrom('policy_grants').where('user_id', '=', reader.id).execute()
    await grantPolicies(db, reader.id, policies)
  }

  /** Writes the facts one by one in an order of no meaning. */
  async function writeShuffled(facts: SlowFacts, prefix: string, order: number): Promise<void> {
    const { context } = it.portal
    const buyers = Array.from({ length: 5 }, (_, index) => testBuyer(`${prefix}b${index}`))
    const single: Facts[] = [
      ...facts.applications.map((one): Facts => ({ applications: [one] })),
      ...facts.decisions.map((one): Facts => ({ decisions: [one] })),
      ...facts.ratings.map((one): Facts => ({ ratings: [one] })),
    ]
    const shuffled = single
      .map((one, index) => [Math.sin(order + index * 7.3), one] as const)
      .toSorted(([one], [other]) => one - other)
    await context.db.transaction().execute(async (transaction) => {
      await recordFacts(transaction, context, { buyers })
      for (const [, one] of shuffled) await recordFacts(transaction, context, one)
    })
  }

  async function rowsOf(figure: Figure, query: Record<string, string>): Promise<FigureRow[]> {
    const rows: FigureRow[] = []
    let cursor: string | null = null
    do {
      const page: Page = await it.client.succeed('insightsFigureRows', {
        token: reader.token,
        params: { figure },
        query: { ...query, limit: '3', ...(cursor !== null && { cursor }) },
      })
      rows.push(...page.items)
      cursor = page.nextCursor
    } while (cursor !== null)
    return rows
  }

  test('are what their definitions say', async () => {
    await fc.assert(
      fc.asyncProperty(portfolio, async (of) => {
        const prefix = `r${(runs += 1)}`
        const policies = await addTestPolicies(it, currencies)
        await regrant(policies)
        const facts = factsOf(of, policies, prefix)
        if (of.keepsScopes) await keepScopes(it.portal.context)
        await writeShuffled(facts, prefix, of.order)
        const [from, to] = [dayAt(Math.max(of.from, of.to)), dayAt(Math.min(of.from, of.to))]
        const query = { from, to, currency: of.currency }
        const dashboard = await it.client.succeed('insightsDashboard', {
          token: reader.token,
          query,
        })
        const slow = slowFigures(facts, { from, to, currency: of.currency }, rates)
        expectFigures(dashboard, slow)
        await expectRows(dashboard, query)
      }),
      { numRuns: 25, seed: 20_261_129 },
    )
    const differences: Difference[] = []
    await verifyFigures(it.portal.context, (one) => differences.push(one))
    expect(differences).toEqual([])
  }, 120_000)

  async function expectRows(
    { position, change }: Dashboard,
    query: Record<string, string>,
  ): Promise<void> {
    const sums = async (figure: Figure) => {
      const rows = await rowsOf(figure, query)
      expect(new Set(rows.map(({ id, on }) => `${id}${on}`)).size).toBe(rows.length)
      const total = (name: 'amount' | 'applied' | 'granted') =>
        rows.reduce((sum, row) => sum + Number(row[name]?.amount ?? 0), 0)
      return { count: rows.length, amount: total('amount'), granted: total('granted') }
    }
    expect((await sums('applications')).count).toBe(position.applications)
    expect((await sums('decisions')).count).toBe(position.decisions)
    const partial = await sums('new-decisions-partial')
    close(change.newDecisions.partialCovered, partial.granted)
    close(position.riskAcceptance.granted, (await sums('risk-acceptance')).amount)
    close(position.abr.ratedCld, (await sums('abr')).amount)
    close(position.totalCld, (await sums('largest-policies')).amount)
    close(change.newDecisions.zero, (await sums('new-decisions-zero')).amount)
    close(change.newDecisions.full, (await sums('new-decisions-full')).amount)
    close(change.deductions, (await sums('deductions')).amount)
    close(change.futureDeductions, (await sums('future-deductions')).amount)
    close(change.customerCuts, (await sums('customer-cuts')).amount)
    close(change.endedTemporary, (await sums('ended-temporary')).amount)
    close(change.pendingApplications, (await sums('pending-applications')).amount)
    expect((await sums('deteriorations')).count).toBe(change.deteriorations.length)
  }
})
