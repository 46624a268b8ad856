/** The dashboard's figures: on any portfolio what their definitions say, however its facts were written. */
/* oxlint-disable no-await-in-loop -- pages and facts follow one another */
import { Big } from 'big.js'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keepScopes } from '../../../src/portal/credit/scope-counting.ts'
import { verifyFigures } from '../../../src/portal/credit/verify-figures.ts'
import type { Difference } from '../../../src/portal/credit/verify-sums.ts'
import { writeRates } from '../../../src/portal/credit/import-rates.ts'
import { grantPolicies } from '../../../src/portal/identity/access/policy-grants.ts'
import type { Dashboard, Figure, FigureRow } from '../../../src/shared/contract/credit/dashboard.ts'
import { databaseKinds } from '../support/databases.ts'
import { addReader, addTestPolicies, type TestPerson } from '../support/portfolio.ts'
import { startPortal, type TestPortal } from '../support/portal.ts'
import {
  currencies,
  dayAt,
  factsOf,
  lastMoment,
  periodOf,
  randomPortfolio,
  writeShuffled,
  type RandomPortfolio,
} from '../support/random-portfolios.ts'
import { slowFigures } from '../support/slow-figures.ts'

const rates = { EUR: '1', USD: '1.1279', JPY: '171.3' } as const

type Page = { readonly items: FigureRow[]; readonly nextCursor: string | null }
const near = (is: number | null, should: number | null) =>
  is === null || should === null ? expect(is).toBe(should) : expect(is).toBeCloseTo(should, 6)

type MoneyFigure = Dashboard['position']['totalCld']

const close = (is: MoneyFigure, should: number) =>
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

/** `holds` of some portfolios: few, as each is written to the database. */
const always = (holds: (of: RandomPortfolio) => Promise<void>) =>
  fc.assert(fc.asyncProperty(randomPortfolio, holds), { numRuns: 8, seed: 20_261_130 })

/** All in euro, so that sums are exact; some amounts are as great as they can be. */
const inEuro = ({ decisions, ...others }: RandomPortfolio): RandomPortfolio => ({
  ...others,
  decisions: decisions.map((one) => ({
    ...one,
    currency: 'EUR',
    applied: one.applied > 1e13 ? Number.MAX_SAFE_INTEGER : one.applied,
  })),
  currency: 'EUR',
})
const exact = (amounts: readonly (MoneyFigure | undefined)[]) =>
  amounts.reduce((sum, money) => sum.plus(money?.amount ?? NaN), new Big(0)).toFixed(2)

describe.each(databaseKinds)('figures, on %s', (kind) => {
  let it: TestPortal
  let reader: TestPerson
  beforeAll(async () => {
    it = await startPortal(kind, { clock: () => lastMoment })
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

  let written = 0

  /** Gives the reader these policies alone. */
  async function regrant(policies: readonly string[]): Promise<void> {
    const { db } = it.portal.context
    await db.deleteFrom('policy_grants').where('user_id', '=', reader.id).execute()
    await grantPolicies(db, reader.id, policies)
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

  /** The policies of all portfolios that were written. */
  const known = new Set<string>()

  /** Writes a portfolio that from then on is all that the reader sees. */
  async function show(of: RandomPortfolio, order = of.order) {
    const prefix = `r${(written += 1)}`
    const policies = (await addTestPolicies(it, currencies)).toSorted()
    for (const policy of policies) known.add(policy)
    await regrant(policies)
    const facts = factsOf(of, policies, prefix)
    if (of.keepsScopes) await keepScopes(it.portal.context)
    await writeShuffled(it, facts, prefix, order)
    return { facts, policies, prefix }
  }
  const dashboard = (query: Record<string, string>) =>
    it.client.succeed('insightsDashboard', { token: reader.token, query })

  test('are what their definitions say', async () => {
    await fc.assert(
      fc.asyncProperty(randomPortfolio, async (of) => {
        const { facts } = await show(of)
        const query = { ...periodOf(of), currency: of.currency }
        const shown = await dashboard(query)
        expectFigures(shown, slowFigures(facts, query, rates))
        await expectRows(shown, query)
      }),
      { numRuns: 25, seed: 20_261_129 },
    )
    const differences: Difference[] = []
    await verifyFigures(it.portal.context, (one) => {
      // The demonstration was brought along by this computer's clock, which may be ahead of this portal's.
      if (one.policies.some((policy) => known.has(policy))) differences.push(one)
    })
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

  test('of new decisions sum to what was decided, to the cent', async () => {
    await always(async (some) => {
      const of = inEuro(some)
      const { facts } = await show(of)
      const { from, to } = periodOf(of)
      const { newDecisions } = (await dashboard({ from, to, currency: 'EUR' })).change
      const decided = facts.decisions.filter(({ decided_at: at }) => {
        const on = new Date(at).toISOString().slice(0, 10)
        return from <= on && on <= to
      })
      const cents = decided.reduce((sum, { applied }) => sum + BigInt(applied), 0n)
      const all = new Big(cents.toString()).div(100).toFixed(2)
      expect(exact(Object.values(newDecisions))).toBe(all)
    })
  })

  test('that are ratios are the same in every currency', async () => {
    await always(async (of) => {
      await show(of)
      const ratiosIn = async (currency: string) => {
        const { position, change } = await dashboard({ ...periodOf(of), currency })
        const { percent, months } = position.riskAcceptance
        const { value, ratedShare, before } = position.abr
        const policies = position.largestPolicies.map(({ id, abr }) => ({ id, abr }))
        const worse = change.deteriorations.map((one) => ({ ...one, totalCld: null }))
        return { percent, months, value, ratedShare, before, policies, worse }
      }
      const inEuros = await ratiosIn('EUR')
      for (const currency of ['USD', 'JPY']) expect(await ratiosIn(currency)).toEqual(inEuros)
    })
  })

  test('are the same in whatever order facts were written', async () => {
    await always(async (of) => {
      const shownOf = async (order: number) => {
        const { policies, prefix } = await show(of, order)
        const shown = await dashboard({ ...periodOf(of), currency: of.currency })
        const text = policies.reduce(
          (plain, id, index) => plain.replaceAll(id, `policy ${index}`),
          JSON.stringify(shown),
        )
        return text.replaceAll(`"${prefix}b`, '"b')
      }
      expect(await shownOf(of.order + 1)).toBe(await shownOf(of.order))
    })
  })

  /** What is cut and what is to be cut in a period of ages, of which no row is on another's day. */
  const cutsIn = async (from: number, to: number) => {
    const query = { from: dayAt(from), to: dayAt(to), currency: 'EUR' }
    const { deductions, futureDeductions } = (await dashboard(query)).change
    const days = async (figure: Figure) => (await rowsOf(figure, query)).map(({ on }) => on)
    const tooLate = (await days('deductions')).filter((on) => (on ?? '') > query.to)
    const tooEarly = (await days('future-deductions')).filter((on) => (on ?? '') <= query.to)
    expect([tooLate, tooEarly]).toEqual([[], []])
    return { done: deductions, ahead: futureDeductions }
  }

  test('of cuts count each once: ahead until its day, a deduction from then on', async () => {
    await always(async (some) => {
      // All is decided by the day `ahead`; the report's last day comes after it.
      const [ahead, last] = [40, some.to % 40]
      const older = some.decisions.map((one) => ({ ...one, age: one.age + ahead }))
      await show(inEuro({ ...some, decisions: older }))
      const [before, after] = [await cutsIn(130, ahead), await cutsIn(ahead - 1, last)]
      const whole = await cutsIn(130, last)
      expect(exact([before.ahead])).toBe(exact([after.done, after.ahead]))
      expect(exact([whole.done])).toBe(exact([before.done, after.done]))
    })
  })
})
