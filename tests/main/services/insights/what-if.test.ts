/** Suppositions, computed by main from what is kept on this computer. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Dashboard } from '../../../../src/shared/contract/credit/dashboard.ts'
import type { Suppositions } from '../../../../src/shared/contract/insights/what-if.ts'
import { busyDashboard } from '../../../renderer/support/dashboard.ts'
import type { TestMain } from '../../support/main.ts'
import { openPortfolioBench, type PortfolioBench } from '../../support/portfolio-bench.ts'
import { buyer, limit } from '../../support/portfolio-rows.ts'

let stack: AsyncDisposableStack
let bench: PortfolioBench
let network: PortfolioBench['network']

beforeEach(async () => {
  stack = new AsyncDisposableStack()
  bench = await openPortfolioBench(stack, Date.now())
  network = bench.network
  network.dashboard = (): Dashboard => ({
    ...busyDashboard,
    rates: [
      { currency: 'EUR', rate: '1', date: '2026-11-30' },
      { currency: 'USD', rate: '1.25', date: '2026-11-30' },
    ],
  })
  network.buyers = [
    buyer('b1', { name: 'Ørsted A/S', rating: 20, limits: [eur('100.00')] }),
    buyer('b2', { name: 'Škoda', rating: 80, limits: [usd('375.00')], policyIds: ['p2'] }),
  ]
  network.limits = [
    limit('l1', {
      buyerId: 'b1',
      policyId: 'p1',
      applied: eur('200.00'),
      granted: eur('100.00'),
      inForce: eur('100.00'),
    }),
    limit('l2', {
      buyerId: 'b2',
      policyId: 'p2',
      applied: usd('375.00'),
      granted: usd('375.00'),
      inForce: usd('375.00'),
    }),
  ]
})
afterEach(() => stack.disposeAsync())

const eur = (amount: string) => ({ amount, currency: 'EUR' })
const usd = (amount: string) => ({ amount, currency: 'USD' })

const nothing: Suppositions = { currency: null, worsening: null, cut: null }
const suppose = (main: TestMain, some: Partial<Suppositions>, currency = 'EUR') =>
  main.ask('insights.whatIf', { suppositions: { ...nothing, ...some }, currency })

/** All that is followed is here. */
async function ready(): Promise<TestMain> {
  const main = await bench.signedIn()
  for (const name of ['credit.buyers', 'credit.limits'] as const) {
    // oxlint-disable-next-line no-await-in-loop -- one list after the other
    await expect
      .poll(async () => {
        const input = { offset: 0, limit: 1, filters: {} }
        return (await main.ask(name, input)).window.isWhole
      })
      .toBe(true)
  }
  await suppose(main, {})
  return main
}

it('is of the lists and the rates that are here, also where the portal is away, which hears of nothing', async () => {
  const main = await ready()
  network.isAway = true
  const asked = network.asked.length
  const { result, isWhole } = await suppose(main, {
    currency: { code: 'USD', to: { kind: 'percent', percent: -50 } },
    worsening: { who: { kind: 'largest', count: 1 }, points: 10 },
    cut: { which: { kind: 'policy', id: 'p1' }, to: { kind: 'percent', percent: 50 } },
  })
  expect(isWhole).toBe(true)
  // 375 USD are 300 EUR: of 500 applied for, 400 are granted.
  expect(result.before).toMatchObject({ totalCld: eur('400'), abr: 65, riskAcceptance: 80 })
  expect(result.after).toMatchObject({ totalCld: eur('200'), abr: 72.5 })
  expect(result.after.riskAcceptance).toBeCloseTo((100 * 200) / 350, 9)
  expect(result.rates.find(({ currency }) => currency === 'USD')?.supposed).toBe('2.5')
  expect(result.concerned.map(({ buyerId }) => buyerId)).toEqual(['b2', 'b1'])
  expect(network.asked).toHaveLength(asked)
})

it('without Serv@Net is of the buyers alone: no acceptance, and the same limits', async () => {
  const main = await ready()
  network.isServnetGranted = false
  await main.services.session.refresh()
  const { result } = await suppose(main, {
    cut: { which: { kind: 'policy', id: 'p1' }, to: { kind: 'amount', amount: eur('40') } },
  })
  expect(result.before).toMatchObject({ totalCld: eur('400'), abr: 65, riskAcceptance: null })
  expect(result.after).toMatchObject({ totalCld: eur('340'), riskAcceptance: null })
})

it('is nobody’s who is not signed in', async () => {
  const main = await ready()
  await main.ask('session.signOut', { discardEdits: false })
  const answer = await main.call('insights.whatIf', { suppositions: nothing, currency: 'EUR' })
  expect(answer).toEqual({ ok: false, error: { code: 'unauthenticated' } })
})

it('what cannot be supposed is refused', async () => {
  const main = await ready()
  const refused: readonly Partial<Suppositions>[] = [
    { currency: { code: 'EUR', to: { kind: 'percent', percent: 1 } } },
    { currency: { code: 'USD', to: { kind: 'rate', rate: '0' } } },
    { currency: { code: 'USD', to: { kind: 'percent', percent: -100 } } },
    { worsening: { who: { kind: 'largest', count: 0 }, points: 1 } },
    { cut: { which: { kind: 'band', id: 'low' }, to: { kind: 'percent', percent: 101 } } },
    { cut: { which: { kind: 'band', id: 'low' }, to: { kind: 'amount', amount: eur('-1') } } },
  ]
  for (const some of refused) {
    const input = { suppositions: { ...nothing, ...some }, currency: 'EUR' }
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect(await main.call('insights.whatIf', input)).toMatchObject({ ok: false })
  }
})
