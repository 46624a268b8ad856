/** Limits of a ledger's customers: under which policy, of which day, by which rates; and their list. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dataOf, ledgerOf, startLedgerWorld, type LedgerWorld } from '../../support/ledger-world.ts'
import { buyer, limit, policy } from '../../support/portfolio-rows.ts'

let stack: AsyncDisposableStack
let world: LedgerWorld
beforeEach(async () => {
  stack = new AsyncDisposableStack()
  world = await startLedgerWorld(stack)
})
afterEach(() => stack.disposeAsync())

const euros = (amount: string) => ({ amount, currency: 'EUR' })
const pounds = (amount: string) => ({ amount, currency: 'GBP' })

async function covers() {
  const customers = await world.customers()
  return customers.map(({ customerNumber, cover }) => `${customerNumber} ${cover}`).toSorted()
}

describe('their limits', () => {
  it('are those of the policy that the ledger names, else the person, else the largest', async () => {
    await world.know({
      policies: [policy('p1'), policy('p2'), { ...policy('p3'), name: 'Export', mepDays: 10 }],
      buyers: [buyer('b-1', { name: 'A' })],
      limits: [
        limit('1', { buyerId: 'b-1', policyId: 'p1', inForce: euros('100') }),
        limit('2', { buyerId: 'b-1', policyId: 'p2', inForce: euros('900') }),
        limit('3', { buyerId: 'b-1', policyId: 'p3', inForce: euros('500') }),
      ],
    })
    await world.open(
      ledgerOf(
        ['C1', 'A'],
        ['C2', 'A', '', '', '2026-11-01', '100.00', 'EUR', 'export'],
        ['C3', 'A', '', '', '2026-11-20', '100.00', 'EUR', 'P1'],
      ),
    )
    const chosen = async () =>
      (await world.customers({ sort: 'name' }))
        .map(({ customerNumber, policyId, isPolicyChosen, limit: own, reporting }) =>
          [customerNumber, policyId, isPolicyChosen, own?.amount, reporting].join(' '),
        )
        .toSorted()
    expect(await chosen()).toEqual([
      'C1 p2 true 900 within_mep',
      'C2 p3 false 500 to_report',
      'C3 p1 false 100 within_mep',
    ])
    await world.service.change({ kind: 'policy', policyId: 'p1' })
    expect((await chosen())[0]).toBe('C1 p1 true 100 within_mep')
  })

  it('hold for a customer whose invoices are due at the end of time, as many a system writes it', async () => {
    await world.know({
      policies: [policy('p1')],
      buyers: [buyer('b-1', { name: 'A' })],
      limits: [limit('1', { buyerId: 'b-1', inForce: euros('500') })],
    })
    await world.open(ledgerOf(['C1', 'A', '', '', '9999-12-31', '100.00', 'EUR', '']))
    const [customer] = await world.customers()
    expect(customer).toMatchObject({ cover: 'covered', daysOverdue: 0, reportBy: '9999-12-31' })
    const { key = '' } = customer ?? {}
    const detail = dataOf(await world.service.customer({ key }))
    expect(detail.invoices).toMatchObject([{ dueOn: '9999-12-31', mepEndsOn: '9999-12-31' }])
  })

  it('are what is in force today, though the portal said so on a former day', async () => {
    await world.know({
      policies: [policy('p1')],
      buyers: ['1', '2', '3', '4'].map((id) => buyer(`b-${id}`, { name: `N${id}` })),
      limits: [
        limit('1', { endsOn: '2026-12-01' }),
        limit('2', { granted: euros('50'), effectiveOn: '2026-12-02', inForce: euros('1000') }),
        limit('3', { status: 'refused', granted: euros('0'), inForce: null }),
        limit('4', { status: 'pending', granted: null, decidedAt: null, inForce: null }),
      ],
    })
    await world.open(ledgerOf(['C1', 'N1'], ['C2', 'N2'], ['C3', 'N3'], ['C4', 'N4']))
    expect(await covers()).toEqual(['C1 covered', 'C2 covered', 'C3 refused', 'C4 unknown'])
    world.state.now += 2 * 24 * 60 * 60 * 1_000
    await expect.poll(async () => (await world.view())?.asOf).toBe('2026-12-02')
    expect(await covers()).toEqual(['C1 refused', 'C2 over', 'C3 refused', 'C4 unknown'])
    expect(world.told()).toBe(1)
  })

  it('are looked at anew once they, or what is known of buyers, are other ones', async () => {
    await world.know({ policies: [policy('p1')], buyers: [], limits: [] })
    await world.open(ledgerOf(['C1', 'Boulangerie A']))
    expect((await world.view())?.totals?.unknown.customers).toBe(1)
    const known = [buyer('b-1', { name: 'Boulangerie A' })]
    await world.know({ buyers: known, limits: [limit('1')] })
    await expect.poll(async () => (await world.view())?.totals?.covered.customers).toBe(1)
    await world.know({ limits: [limit('1', { inForce: { amount: '40.00', currency: 'EUR' } })] })
    await expect
      .poll(async () => (await world.view())?.totals?.over.amount)
      .toEqual({ amount: '60', currency: 'EUR' })
  })

  it('are compared by the rates that are kept, and by none where there is none', async () => {
    await world.know({
      policies: [policy('p1')],
      buyers: [buyer('b-1', { name: 'A' }), buyer('b-2', { name: 'B' })],
      limits: [
        limit('1', { inForce: pounds('100.00') }),
        limit('2', { inForce: pounds('100.00') }),
      ],
    })
    const text = ledgerOf(
      ['C1', 'A', '', '', '2026-11-20', '100.00', 'EUR'],
      ['C2', 'B', '', '', '2026-11-20', '100.00', 'GBP'],
    )
    const view = await world.open(text)
    expect(view.totals).toMatchObject({ noRate: { customers: 1 }, owed: { amount: null } })
    const standings = async () =>
      (await world.customers()).map(({ customerNumber, cover, owed }) => [
        customerNumber,
        cover,
        owed?.amount ?? null,
      ])
    expect(await standings()).toEqual(
      expect.arrayContaining([
        ['C1', 'no_rate', null],
        ['C2', 'covered', '100'],
      ]),
    )
    world.state.rates = new Map([['GBP', '0.86083']])
    await expect.poll(async () => (await world.view())?.totals?.ratesOf).toBe('2026-11-30')
    expect(await standings()).toEqual(expect.arrayContaining([['C1', 'covered', '86.083']]))
    expect((await world.view())?.totals?.owed).toMatchObject({
      customers: 2,
      amount: { amount: '216.167', currency: 'EUR' },
    })
  })
})

describe('a list of customers', () => {
  it('is searched, filtered and in any order, with those of whom it is unknown at its end', async () => {
    await world.know({
      policies: [policy('p1')],
      buyers: [buyer('b-1', { name: 'Škoda' }), buyer('b-2', { name: 'Ørsted' })],
      limits: [limit('1'), limit('2')],
    })
    await world.open(
      ledgerOf(
        ['K-10', 'Škoda', '', '', '2026-08-01', '1200.00'],
        ['K-11', 'Ørsted', '', '', '2026-11-01', '10.00'],
        ['K-12', 'Nobody', '', '', '2026-12-24', '500.00'],
      ),
    )
    const numbers = async (filters: Parameters<LedgerWorld['customers']>[0]) =>
      (await world.customers(filters)).map(({ customerNumber }) => customerNumber)
    expect(await numbers({})).toEqual(['K-10', 'K-12', 'K-11'])
    expect(await numbers({ sort: 'owed' })).toEqual(['K-11', 'K-12', 'K-10'])
    expect(await numbers({ sort: 'name' })).toEqual(['K-12', 'K-11', 'K-10'])
    expect(await numbers({ sort: '-over' })).toEqual(['K-10', 'K-11', 'K-12'])
    expect(await numbers({ sort: '-overdue' })).toEqual(['K-10', 'K-11', 'K-12'])
    expect(await numbers({ sort: 'report_by' })).toEqual(['K-10', 'K-11', 'K-12'])
    expect(await numbers({ sort: '-report_by' })).toEqual(['K-11', 'K-10', 'K-12'])
    expect(await numbers({ q: 'orsted' })).toEqual(['K-11'])
    expect(await numbers({ q: 'k12' })).toEqual(['K-12'])
    expect(await numbers({ q: "x' or 1" })).toEqual([])
    expect(await numbers({ cover: 'unknown' })).toEqual(['K-12'])
    expect(await numbers({ reporting: 'late' })).toEqual(['K-10'])
    const { window } = dataOf(
      await world.service.customers({
        offset: 1,
        limit: 1,
        filters: { cover: undefined, sort: '-owed' },
      }),
    )
    expect(window).toMatchObject({ total: 3, kept: 3, items: [{ customerNumber: 'K-12' }] })
  })
})
