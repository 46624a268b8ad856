/** Customers of a ledger against buyers, limits and policies that are kept: found, held against them, and anew. */
import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Buyer } from '../../../../src/shared/contract/credit/buyers.ts'
import { nameKeyOf } from '../../../../src/shared/credit/search-text.ts'
import { plainNumber } from '../../../../src/shared/credit/plain-number.ts'
import { dataOf, ledgerOf, startLedgerWorld, type LedgerWorld } from '../../support/ledger-world.ts'
import { awkwardNames, buyer, limit, policy } from '../../support/portfolio-rows.ts'

let stack: AsyncDisposableStack
let world: LedgerWorld
beforeEach(async () => {
  stack = new AsyncDisposableStack()
  world = await startLedgerWorld(stack)
})
afterEach(() => stack.disposeAsync())

type Found = readonly [id: string | null, by: string | null, candidates: number]

async function matches(): Promise<Record<string, Found>> {
  const customers = await world.customers({ sort: 'name' })
  return Object.fromEntries(
    customers.map(({ customerNumber, buyer: own, matchedBy, candidates }) => [
      customerNumber ?? '',
      [own?.id ?? null, matchedBy, candidates],
    ]),
  )
}

function slowly(buyers: readonly Buyer[], name: string, number: string | null, country: string) {
  const near = buyers.filter((one) => country === '' || one.country === country)
  const isSame = (one: Buyer) =>
    number !== null &&
    one.registrationNumber !== null &&
    plainNumber(number, country === '' ? one.country : country) ===
      plainNumber(one.registrationNumber, one.country)
  const numbered = near.filter(isSame)
  if (numbered.length > 0) return numbered
  return near.filter(
    (one) =>
      nameKeyOf(name) !== '' &&
      nameKeyOf(one.name) === nameKeyOf(name) &&
      (number === null || one.registrationNumber === null || isSame(one)),
  )
}

describe('customers', () => {
  it('are buyers by number first, then by folded name; of several the person says which', async () => {
    await world.know({
      buyers: [
        buyer('b-1', { name: 'Škoda Plzeň a.s.', registrationNumber: 'BE 0202.239.951' }),
        buyer('b-2', { name: 'Other', registrationNumber: '0202239951', country: 'NL' }),
        buyer('b-3', { name: 'L’Oréal' }),
        buyer('b-4', { name: "L'OREAL", country: 'FR' }),
        buyer('b-5', { name: 'Boulangerie A', registrationNumber: '0859216991' }),
      ],
    })
    await world.open(
      ledgerOf(
        ['C1', 'Whoever', 'BE', '202239951'],
        ['C2', 'Whoever', '', '0202239951'],
        ['C3', 'loreal', 'FR'],
        ['C4', 'l oréal'],
        ['C5', 'boulangerie  a', '', '0673107249'],
        ['C6', 'BOULANGERIE A'],
        ['C7', 'Nobody'],
      ),
    )
    expect(await matches()).toEqual({
      C1: ['b-1', 'number', 0],
      // Its number is of two countries, and the ledger does not say which.
      C2: [null, null, 2],
      C3: ['b-4', 'name', 0],
      C4: [null, null, 0],
      // It is called so and has another number: somebody else.
      C5: [null, null, 0],
      C6: ['b-5', 'name', 0],
      C7: [null, null, 0],
    })
    const [several] = await world.customers({ toMatch: true })
    expect(several?.customerNumber).toBe('C2')
    const detail = dataOf(await world.service.customer({ key: several?.key ?? '' }))
    expect(detail.candidates.map(({ id }) => id).toSorted()).toEqual(['b-1', 'b-2'])
    expect((await world.view())?.totals?.toMatch).toBe(1)
  })

  it('stay whom the person said they are, in the next ledger, too', async () => {
    await world.know({
      policies: [policy('p1')],
      buyers: [buyer('b-1'), buyer('b-2', { name: 'Boulangerie A' })],
      limits: [limit('1'), limit('2')],
    })
    const text = ledgerOf(
      ['C1', 'Boulangerie A'],
      ['C2', 'Nobody', '', '', '2026-08-01', '1500.00'],
    )
    const before = await world.open(text)
    expect(before.totals?.unknown).toMatchObject({ customers: 1, amount: { amount: '1500' } })
    const keyOf = async (number: string) =>
      (await world.customers()).find(({ customerNumber }) => customerNumber === number)?.key ?? ''
    const key = await keyOf('C2')
    const { customer } = dataOf(await world.service.match({ key, buyerId: 'b-1' }))
    expect(customer).toMatchObject({ matchedBy: 'hand', cover: 'over', over: { amount: '500' } })
    expect((await world.view())?.totals).toMatchObject({
      unknown: { customers: 0, amount: { amount: '0' } },
      covered: { customers: 1, amount: { amount: '1100' } },
      over: { customers: 1, amount: { amount: '500' } },
      reporting: { within_mep: 1, late: 1 },
    })
    await world.service.match({ key: await keyOf('C1'), buyerId: null })
    await world.startAgain()
    await world.open(ledgerOf(['C1', 'Boulangerie A'], ['C2', 'Another name']))
    expect(await matches()).toEqual({ C1: [null, null, 0], C2: ['b-1', 'hand', 0] })
    const unknown = await world.service.match({ key, buyerId: 'nobody' })
    expect(unknown).toMatchObject({ ok: false, error: { code: 'not_found' } })
    expect(await world.service.match({ key: 'nobody', buyerId: 'b-1' })).toMatchObject({
      ok: false,
    })
    expect(await matches()).toEqual({ C1: [null, null, 0], C2: ['b-1', 'hand', 0] })
  })

  it('are found as one look at each buyer for each customer would', async () => {
    const names = fc.constantFrom(...awkwardNames.map((name) => name.slice(0, 200)))
    const numbers = fc.constantFrom(
      null,
      'BE 0202.239.951',
      '202239951',
      'FR732829320',
      '732 829 320',
      'NL004495445B01',
      '4495445B01',
    )
    const country = fc.constantFrom('BE', 'FR', 'NL')
    const some = fc.record({ name: names, registrationNumber: numbers, country })
    await fc.assert(
      fc.asyncProperty(
        fc.array(some, { minLength: 1, maxLength: 30 }),
        fc.array(
          fc.record({ name: names, number: numbers, country: fc.option(country, { nil: '' }) }),
          {
            minLength: 1,
            maxLength: 30,
          },
        ),
        async (sold, customers) => {
          const buyers = sold.map((one, index) => buyer(`b-${index}`, one))
          await world.know({ buyers })
          await world.open(
            ledgerOf(
              ...customers.map(
                ({ name, number, country: own }, index) =>
                  [`C${index}`, name, own, number ?? ''] as const,
              ),
            ),
          )
          const found = await matches()
          const expected = customers.map(({ name, number, country: own }, index) => {
            const [one, ...others] = slowly(buyers, name, number, own)
            const isOne = one !== undefined && others.length === 0
            return [
              `C${index}`,
              [isOne ? one.id : null, isOne || one === undefined ? 0 : others.length + 1],
            ]
          })
          const shown = Object.entries(found).map(([number, [id, , several]]) => [
            number,
            [id, several],
          ])
          expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(expected))
        },
      ),
      { numRuns: 5 },
    )
  })
})
