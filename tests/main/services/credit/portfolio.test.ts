/** The portfolio from this computer's store, as the portal's changes bring it up to date. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { RouteOutput } from '../../../../src/shared/contract/routes.ts'
import { marie } from '../../support/people.ts'
import {
  buyersOf,
  followed,
  openPortfolioBench,
  type PortfolioBench,
} from '../../support/portfolio-bench.ts'
import { application, buyer, limit, policy } from '../../support/portfolio-rows.ts'

const noon = Date.parse('2026-11-29T12:00:00Z')

let stack: AsyncDisposableStack
let bench: PortfolioBench
let network: PortfolioBench['network']

beforeEach(async () => {
  stack = new AsyncDisposableStack()
  bench = await openPortfolioBench(stack, noon)
  network = bench.network
})
afterEach(() => stack.disposeAsync())

const namesOf = (window: RouteOutput<'credit.buyers'>['window']) =>
  window.items.map(({ name }) => name)

const many = (count: number) =>
  Array.from({ length: count }, (_none, index) =>
    buyer(`b${String(index).padStart(5, '0')}`, { name: `N ${String(index).padStart(5, '0')}` }),
  )

it('buyers are searched, filtered and sorted here, also where the portal is away', async () => {
  network.buyers = [
    buyer('b1', { name: 'Ørsted A/S', country: 'DK', rating: 20 }),
    buyer('b2', { name: 'Škoda', country: 'CZ', rating: 80 }),
    buyer('b3', { name: 'Straße GmbH', country: 'DE', rating: null, policyIds: ['p2'] }),
  ]
  const main = await bench.signedIn()
  await buyersOf(main)
  network.isAway = true
  expect(namesOf(await buyersOf(main, { q: 'orsted' }))).toEqual(['Ørsted A/S'])
  expect(namesOf(await buyersOf(main, { q: 'STRASSE' }))).toEqual(['Straße GmbH'])
  expect(namesOf(await buyersOf(main, { policy: 'p2' }))).toEqual(['Straße GmbH'])
  expect(namesOf(await buyersOf(main, { sort: '-rating' }))).toEqual([
    'Škoda',
    'Ørsted A/S',
    'Straße GmbH',
  ])
  expect(await buyersOf(main)).toMatchObject({ total: 3, kept: 3, isWhole: true })
})

const inEuro = (amount: string) => ({ amount, currency: 'EUR' })

it('limits in several currencies are in order by what they are worth', async () => {
  const inYen = { amount: '900000', currency: 'JPY' }
  network.limits = [
    limit('yen', { granted: inYen, grantedInEuro: inEuro('5500.00') }),
    limit('euro', { granted: inEuro('6000.00'), grantedInEuro: inEuro('6000.00') }),
    limit('dinar', {
      granted: { amount: '4000.000', currency: 'KWD' },
      grantedInEuro: inEuro('11800.00'),
    }),
    limit('unknown', { granted: { amount: '9999999.00', currency: 'RUB' }, grantedInEuro: null }),
  ]
  const main = await bench.signedIn()
  const order = async (sort: 'granted' | '-granted') => {
    const { window } = await main.ask('credit.limits', { filters: { sort }, offset: 0, limit: 10 })
    return window.items.map(({ id }) => id)
  }
  // Without a rate, nobody can say: last, either way round.
  expect(await order('-granted')).toEqual(['dinar', 'euro', 'yen', 'unknown'])
  expect(await order('granted')).toEqual(['yen', 'euro', 'dinar', 'unknown'])
})

it('asks Insights for buyers where that is granted, in the currency that they are sorted by', async () => {
  network.buyers = many(1)
  await buyersOf(await bench.signedIn())
  const asked = network.asked.filter((path) => path.includes('buyers'))
  expect(asked).not.toEqual([])
  expect(asked.every((path) => path.startsWith('/v1/insights/buyers?'))).toBe(true)
  expect(asked.every((path) => path.includes('currency=EUR'))).toBe(true)
})

it('a filling that is broken off shows what is here, and goes on after a restart where it was', async () => {
  network.buyers = many(1_900)
  network.callsLeft = 0
  const first = bench.start()
  await first.ask('session.signIn', { ...marie, staySignedIn: true })
  network.callsLeft = 12
  await first.call('status.check', {})
  await vi.waitFor(() => expect(network.callsLeft).toBe(0), { timeout: 30_000 })
  const begun = await first.call('credit.buyers', { filters: {}, offset: 0, limit: 5 })
  await first.services.close()
  const asked = network.asked.filter((path) => path.startsWith('/v1/insights/buyers?')).length
  if (begun.ok) expect(begun.data.window.isWhole).toBe(false)
  network.callsLeft = Number.POSITIVE_INFINITY
  network.asked.length = 0
  const second = await bench.started()
  await followed(second)
  await expect.poll(async () => (await buyersOf(second)).isWhole).toBe(true)
  expect(await buyersOf(second, {}, 1_850, 200)).toMatchObject({ total: 1_900, kept: 1_900 })
  expect((await buyersOf(second, {}, 1_850, 200)).items).toEqual(network.buyers.slice(1_850))
  const again = network.asked.filter((path) => path.startsWith('/v1/insights/buyers?')).length
  expect(asked + again).toBeLessThanOrEqual(12)
})

it('a change brings in its rows alone, wherever they stand; what is gone goes', async () => {
  network.buyers = many(450)
  const main = await bench.signedIn()
  await expect.poll(async () => (await buyersOf(main)).isWhole).toBe(true)
  network.asked.length = 0
  network.buyers = [
    ...network.buyers.filter(({ id }) => id !== 'b00003'),
    buyer('new', { name: 'N 00100 bis' }),
  ]
  network.tell('buyers', 'new')
  network.tell('buyers', 'b00003', true)
  await followed(main)
  const window = await buyersOf(main, {}, 98, 4)
  expect(namesOf(window)).toEqual(['N 00099', 'N 00100', 'N 00100 bis', 'N 00101'])
  expect(window.total).toBe(450)
  expect(network.asked.filter((path) => path.includes('buyers?'))).toEqual([])
  expect((await main.call('credit.buyer', { id: 'b00003' })).ok).toBe(false)
})

it('rows of a policy that is granted no longer vanish, also from what was opened', async () => {
  network.policies = [policy('p1'), policy('p2')]
  network.buyers = [buyer('b1'), buyer('b2', { policyIds: ['p2'] })]
  network.limits = [limit('l1'), limit('l2', { policyId: 'p2', buyerId: 'b1' })]
  const one = buyer('b1')
  const nothing = { ratings: [], decisions: [], alerts: [], runOff: [] }
  network.details = [{ buyer: one, limits: network.limits, ...nothing }]
  const main = await bench.signedIn()
  await main.ask('credit.limits', { filters: {}, offset: 0, limit: 10 })
  expect((await main.ask('credit.buyerDetail', { id: 'b1' })).detail.limits).toHaveLength(2)
  network.policies = [policy('p1')]
  network.buyers = [buyer('b1')]
  network.limits = [limit('l1')]
  for (const name of ['policies', 'buyers', 'credit_limits'] as const) network.tell(name, null)
  await followed(main)
  network.isAway = true
  expect((await main.ask('credit.policies', {})).policies.map(({ id }) => id)).toEqual(['p1'])
  expect(namesOf(await buyersOf(main))).toEqual(['Buyer b1'])
  const limits = await main.ask('credit.limits', { filters: {}, offset: 0, limit: 10 })
  expect(limits.window.items.map(({ id }) => id)).toEqual(['l1'])
  const { detail } = await main.ask('credit.buyerDetail', { id: 'b1' })
  expect(detail.limits.map(({ policyId }) => policyId)).not.toContain('p2')
})

it('a buyer that was never opened is shown without the portal from what the lists hold', async () => {
  network.buyers = [buyer('b1')]
  network.limits = [
    limit('l1', {
      buyerId: 'b1',
      status: 'reduced',
      initiatedBy: 'insurer',
      granted: { amount: '400.00', currency: 'EUR' },
      effectiveOn: '2026-12-15',
    }),
  ]
  network.applications = [application('a1', { buyerId: 'b1' })]
  const main = await bench.signedIn()
  await buyersOf(main)
  network.isAway = true
  const { detail, freshness } = await main.ask('credit.buyerDetail', { id: 'b1' })
  expect(detail.limits.map(({ id }) => id)).toEqual(['l1'])
  expect(detail.decisions.map(({ kind }) => kind)).toEqual(['applied', 'reduced', 'applied'])
  expect(detail.runOff).toMatchObject([{ to: { amount: '400.00' }, effectiveOn: '2026-12-15' }])
  expect(freshness.stale).toBe(true)
  expect((await main.ask('credit.limit', { id: 'l1' })).detail.limit.id).toBe('l1')
})

it('a note stays through refreshes, restarts and signing out, for its person alone', async () => {
  network.buyers = [buyer('b1')]
  const main = await bench.signedIn()
  expect(await main.ask('credit.note', { buyerId: 'b1' })).toEqual({ text: '', savedAt: null })
  const text = 'Appeler Mme Škoda\n– mardi'
  const { savedAt } = await main.ask('credit.saveNote', { buyerId: 'b1', text })
  expect(savedAt).not.toBeNull()
  network.tell('buyers', null)
  await followed(main)
  await main.services.close()
  const again = await bench.started()
  expect(await again.ask('credit.note', { buyerId: 'b1' })).toEqual({ text, savedAt })
  await again.ask('credit.saveNote', { buyerId: 'b1', text: ' ' })
  expect((await again.ask('credit.note', { buyerId: 'b1' })).savedAt).toBeNull()
  await again.ask('credit.saveNote', { buyerId: 'b1', text })
  await again.ask('session.signOut', {})
  expect((await again.call('credit.note', { buyerId: 'b1' })).ok).toBe(false)
  await again.ask('session.signIn', { ...marie, staySignedIn: true })
  expect((await again.ask('credit.note', { buyerId: 'b1' })).text).toContain('Appeler')
  expect(JSON.stringify(network.asked)).not.toContain('Appeler')
})
