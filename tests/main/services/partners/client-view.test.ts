/** A client's view from this computer's store: what is kept of all clients, as far as it is of one. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { BuyerDetail } from '../../../../src/shared/contract/credit/buyers.ts'
import { clientOf } from '../../../support/clients.ts'
import type { TestMain } from '../../support/main.ts'
import {
  buyersOf,
  followed,
  openPortfolioBench,
  type PortfolioBench,
} from '../../support/portfolio-bench.ts'
import { application, buyer, limit, policy } from '../../support/portfolio-rows.ts'

let stack: AsyncDisposableStack
let bench: PortfolioBench
let network: PortfolioBench['network']

const euro = (amount: string) => ({ amount, currency: 'EUR' })

const hoyoux = clientOf('hoyoux', 'Brasserie du Hoyoux SA', { policies: [policy('p1')] })
const atelier = clientOf('atelier', 'L’Atelier de la Vesdre SRL', {
  policies: [policy('p2'), policy('p3')],
})

/** Of both clients: 4,000 and 1,000 are in force under the two policies. */
const shared = buyer('both', {
  policyIds: ['p1', 'p2'],
  totalCld: euro('5000.00'),
  limits: [euro('5000.00')],
  riskAcceptance: 75,
  decision: 'accepted',
  pendingApplications: 1,
})
const sharedLimits = [
  limit('l1', { policyId: 'p1', buyerId: 'both', inForce: euro('4000.00') }),
  limit('l2', {
    policyId: 'p2',
    buyerId: 'both',
    applied: euro('4000.00'),
    granted: euro('1000.00'),
    inForce: euro('1000.00'),
    status: 'reduced',
    decidedAt: '2026-11-02T08:00:00.000Z',
    endsOn: '2027-01-31',
    pending: {
      applicationId: 'a2',
      amount: euro('6000.00'),
      appliedAt: '2026-11-20T08:00:00.000Z',
    },
  }),
]

const detailOf = (of: BuyerDetail['buyer']): BuyerDetail => ({
  buyer: of,
  ratings: [],
  limits: sharedLimits,
  decisions: [],
  alerts: [],
  runOff: [],
})

beforeEach(async () => {
  stack = new AsyncDisposableStack()
  bench = await openPortfolioBench(stack, Date.parse('2026-11-29T12:00:00Z'))
  network = bench.network
  network.clients = [hoyoux, atelier]
  network.policies = [policy('p1'), policy('p2'), policy('p3')]
  network.buyers = [
    buyer('own', { policyIds: ['p1'] }),
    shared,
    buyer('other', { policyIds: ['p3'] }),
  ]
  network.limits = [
    ...sharedLimits,
    limit('l3', { policyId: 'p3', buyerId: 'other' }),
    limit('l4', { policyId: 'p1', buyerId: 'own' }),
  ]
  network.applications = [
    application('a1', { policyId: 'p1' }),
    application('a2', { policyId: 'p2' }),
  ]
  network.details = [detailOf(shared)]
})
afterEach(() => stack.disposeAsync())

const namesOf = async (main: TestMain, client: string) =>
  (await buyersOf(main, { client })).items.map(({ id }) => id).toSorted()

const limitsOf = async (main: TestMain, filters: object) =>
  (await main.ask('credit.limits', { filters, offset: 0, limit: 200 })).window

/** All that is followed is here, and the pages that lead to it were opened. */
async function opened(): Promise<TestMain> {
  const main = await bench.signedIn()
  await buyersOf(main)
  await limitsOf(main, {})
  await main.ask('servnet.applications', { cursor: null })
  await main.ask('credit.policies', {})
  await followed(main)
  return main
}

it('each list has what is of the client’s policies, without the portal', async () => {
  const main = await opened()
  network.isAway = true
  expect(await namesOf(main, 'hoyoux')).toEqual(['both', 'own'])
  expect(await namesOf(main, 'atelier')).toEqual(['both', 'other'])
  const limits = await limitsOf(main, { client: 'atelier' })
  expect(limits.items.map(({ id }) => id).toSorted()).toEqual(['l2', 'l3'])
  expect(limits).toMatchObject({ total: 2, kept: 2 })
  const { page } = await main.ask('servnet.applications', { cursor: null, client: 'atelier' })
  expect(page.items.map(({ id }) => id)).toEqual(['a2'])
  const { policies } = await main.ask('credit.policies', { client: 'atelier' })
  expect(policies.map(({ id }) => id)).toEqual(['p2', 'p3'])
})

it('says how many the client has, and not how many all clients have', async () => {
  const main = await opened()
  const found = await buyersOf(main, { client: 'hoyoux', q: 'own' })
  expect(found).toMatchObject({ total: 1, kept: 2 })
  expect(await buyersOf(main)).toMatchObject({ total: 3, kept: 3 })
})

it('tells of a buyer of several clients what is of the one', async () => {
  const main = await opened()
  network.isAway = true
  const seen = (await buyersOf(main, { client: 'atelier' })).items.find(({ id }) => id === 'both')
  expect(seen).toEqual({
    ...shared,
    policyIds: ['p2'],
    totalCld: { amount: '1000', currency: 'EUR' },
    limits: [{ amount: '1000', currency: 'EUR' }],
    riskAcceptance: 25,
    decision: 'reduced',
    pendingApplications: 1,
    endsOn: '2027-01-31',
  })
  const whole = (await buyersOf(main)).items.find(({ id }) => id === 'both')
  expect(whole).toEqual(shared)
  const { detail } = await main.ask('credit.buyerDetail', { id: 'both', client: 'hoyoux' })
  expect(detail.limits.map(({ id }) => id)).toEqual(['l1'])
  expect(detail.buyer.policyIds).toEqual(['p1'])
})

it('has nothing that is of another client, by whatever id it is asked for', async () => {
  const main = await opened()
  const client = 'hoyoux'
  const refused = await Promise.all([
    main.call('credit.buyer', { id: 'other', client }),
    main.call('credit.buyerDetail', { id: 'other', client }),
    main.call('credit.limit', { id: 'l3', client }),
    main.call('servnet.application', { id: 'a2', client }),
  ])
  for (const answer of refused) {
    expect(answer).toMatchObject({ ok: false, error: { code: 'not_found' } })
  }
  const ways = { filters: { client, sort: 'name' }, id: 'own' } as const
  expect(await main.ask('credit.neighbours', ways)).toEqual({ previous: 'both', next: null })
})

it('nothing of a client whose grant ended is left here, nor shown', async () => {
  // More than are asked for again at once.
  const others = Array.from({ length: 7 }, (_none, index) => `other-${index}`)
  network.buyers.push(...others.map((id) => buyer(id, { policyIds: ['p3'] })))
  const main = await opened()
  await main.ask('credit.buyerDetail', { id: 'other' })
  for (const id of others) {
    // oxlint-disable-next-line no-await-in-loop -- one page after the other
    await main.ask('credit.buyerDetail', { id })
  }
  await main.ask('credit.buyerDetail', { id: 'both' })
  await main.ask('credit.saveNote', { buyerId: 'other', text: 'Mine' })
  network.clients = [hoyoux]
  network.policies = [policy('p1')]
  network.buyers = network.buyers.slice(0, 2)
  network.limits = network.limits.filter(({ policyId }) => policyId === 'p1')
  network.applications = network.applications.slice(0, 1)
  network.details = []
  for (const one of ['clients', 'policies', 'buyers', 'credit_limits', 'applications'] as const) {
    network.tell(one, null)
  }
  await followed(main)
  expect(await main.call('credit.buyers', view('atelier'))).toMatchObject({
    ok: false,
    error: { code: 'not_found' },
  })
  network.isAway = true
  // Without the portal nobody can say whether it is granted: it is shown to nobody.
  expect((await main.call('credit.buyers', view('atelier'))).ok).toBe(false)
  expect((await buyersOf(main)).items.map(({ id }) => id).toSorted()).toEqual(['both', 'own'])
  for (const id of ['other', ...others]) {
    // oxlint-disable-next-line no-await-in-loop -- one page after the other
    expect((await main.call('credit.buyerDetail', { id })).ok, id).toBe(false)
  }
  const { detail } = await main.ask('credit.buyerDetail', { id: 'both' })
  expect(detail.limits.map(({ policyId }) => policyId)).toEqual(['p1'])
  // What one noted oneself is one's own.
  expect((await main.ask('credit.note', { buyerId: 'other' })).text).toBe('Mine')
})

const view = (client: string) =>
  ({ filters: { client, sort: 'name' }, offset: 0, limit: 200 }) as const
