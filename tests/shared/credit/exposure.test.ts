/** How customers stand to their limits: against a slow computation of its own, and parts against the whole. */
import { Big } from 'big.js'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Money } from '../../../src/shared/contract/common.ts'
import { ageBands } from '../../../src/shared/contract/servnet/ledger-customers.ts'
import { addDays } from '../../../src/shared/credit/days.ts'
import {
  ageOf,
  standingOf,
  type Basis,
  type Debtor,
  type OpenItem,
} from '../../../src/shared/credit/exposure.ts'
import { createAdding, totalsOf } from '../../../src/shared/credit/exposure-totals.ts'

const today = '2026-11-30'
const basis: Basis = {
  today,
  agesOn: today,
  currency: 'EUR',
  rates: new Map([
    ['GBP', '0.86083'],
    ['USD', '1.1279'],
    ['JPY', null],
  ]),
}

const daysBefore = (count: number) => addDays(today, -count)
const euro = (amount: string): Money => ({ amount, currency: 'EUR' })
const item = (days: number, cents: number, currency = 'EUR'): OpenItem => ({
  dueOn: daysBefore(days),
  units: BigInt(cents),
  currency,
})
const conditions = { mepDays: 60, reportWithinDays: 30 }
const debtor = (some: Partial<Debtor>): Debtor => ({
  items: [],
  limit: euro('1000'),
  isDecided: true,
  conditions,
  ...some,
})

const items = fc.array(
  fc.record({
    dueOn: fc.integer({ min: -40, max: 160 }).map(daysBefore),
    units: fc.integer({ min: -20_000, max: 90_000 }).map(BigInt),
    currency: fc.constantFrom('EUR', 'GBP', 'USD', 'JPY'),
  }),
  { maxLength: 12 },
)
const debtors = fc.record({
  items: fc.oneof(
    items,
    items.map((all) => all.map((one) => ({ ...one, currency: 'EUR' }))),
  ),
  limit: fc.option(
    fc.record({
      amount: fc.constantFrom('0', '0.00', '250.00', '1000', '99999999.99'),
      currency: fc.constantFrom('EUR', 'GBP', 'JPY'),
    }),
  ),
  isDecided: fc.boolean(),
  conditions: fc.option(fc.constant(conditions)),
})

const rates: Readonly<Record<string, string>> = { EUR: '1', GBP: '0.86083', USD: '1.1279' }

/** One item after the other, without a word of the module; null without a rate. */
function slowSum(all: readonly OpenItem[], currency: string): Big | null {
  let sum = new Big(0)
  for (const { units, currency: own } of all) {
    const amount = new Big(String(units)).div(own === 'JPY' ? 1 : 100)
    if (own === currency) sum = sum.plus(amount)
    else {
      const [from, to] = [rates[own], rates[currency]]
      if (from === undefined || to === undefined) {
        // What comes to nothing needs no rate; that is seen on all of its currency.
        if (!unitsIn(all, own).eq(0)) return null
      } else sum = sum.plus(amount.times(to).div(from))
    }
  }
  return sum
}

const unitsIn = (all: readonly OpenItem[], currency: string) =>
  all
    .filter((one) => one.currency === currency)
    .reduce((sum, one) => sum.plus(String(one.units)), new Big(0))

/** Conversions of several sums round each by itself. */
function expectClose(money: Money | null, sum: Big | null): void {
  if (money === null || sum === null) {
    expect(money).toBe(sum)
    return
  }
  expect(new Big(money.amount).minus(sum).abs().toNumber()).toBeLessThan(0.001)
}

const owing = (cents: number) => standingOf(debtor({ items: [item(0, cents)] }), basis)

describe('a customer', () => {
  it('owes, and owes overdue, what a slow sum says, in the currency of its limit', () => {
    fc.assert(
      fc.property(debtors, (one) => {
        const { owed, overdue, over, cover } = standingOf(one, basis)
        const currency = one.limit?.currency ?? 'EUR'
        const sum = slowSum(one.items, currency)
        expectClose(owed, sum)
        const late = one.items.filter(({ dueOn }) => dueOn < today)
        expectClose(overdue, slowSum(late, currency))
        const limit = one.limit && new Big(one.limit.amount)
        if (limit === null || limit.lte(0)) {
          expect(cover).toBe(one.isDecided ? 'refused' : 'unknown')
          expect(over).toBeNull()
        } else if (owed === null) expect([cover, over]).toEqual(['no_rate', null])
        else {
          const excess = new Big(owed.amount).minus(limit)
          expect(cover).toBe(excess.gt(0) ? 'over' : 'covered')
          expect(over && new Big(over.amount).eq(excess.gt(0) ? excess : 0)).toBe(true)
        }
      }),
    )
  })

  it('stands as it does in whichever order its invoices come', () => {
    fc.assert(
      fc.property(debtors, (one) => {
        const turned = { ...one, items: one.items.toReversed() }
        expect(standingOf(turned, basis)).toEqual(standingOf(one, basis))
      }),
    )
  })

  it('is asked to report by its oldest unpaid invoice, and credit notes are none', () => {
    const at = (days: number, some: Partial<Debtor> = {}) =>
      standingOf(debtor({ items: [item(days, 100), item(200, -50), item(-5, 10)], ...some }), basis)
    expect(at(0)).toMatchObject({
      reporting: 'not_due',
      daysOverdue: 0,
      areDeliveriesCovered: true,
    })
    expect(at(1)).toMatchObject({ reporting: 'within_mep', daysOverdue: 1 })
    expect(at(60)).toMatchObject({
      reporting: 'within_mep',
      mepEndsOn: today,
      reportBy: '2026-12-30',
      areDeliveriesCovered: true,
    })
    expect(at(61)).toMatchObject({ reporting: 'to_report', areDeliveriesCovered: false })
    expect(at(90)).toMatchObject({ reporting: 'to_report', reportBy: today })
    expect(at(91)).toMatchObject({ reporting: 'late', areDeliveriesCovered: false })
    expect(at(91, { conditions: null })).toMatchObject({
      reporting: null,
      reportBy: null,
      areDeliveriesCovered: null,
    })
    const credited = standingOf(debtor({ items: [item(200, -50)] }), basis)
    expect(credited).toMatchObject({ reporting: 'not_due', oldestDueOn: null, mepEndsOn: null })
    expect(credited.owed).toEqual(euro('-0.5'))
  })

  it('owes by age: bands begin on the day after the one before ends', () => {
    const days = [-1, 0, 1, 30, 31, 60, 61, 90, 91]
    expect(days.map((count) => ageOf(daysBefore(count), today))).toEqual([
      'not_due',
      'not_due',
      '1_30',
      '1_30',
      '31_60',
      '31_60',
      '61_90',
      '61_90',
      'over_90',
    ])
  })

  it('has no cover left for a delivery where its limit is used up', () => {
    expect(owing(99_999)).toMatchObject({ cover: 'covered', areDeliveriesCovered: true })
    expect(owing(100_000)).toMatchObject({ cover: 'covered', areDeliveriesCovered: false })
    expect(owing(100_001)).toMatchObject({ cover: 'over', areDeliveriesCovered: false })
  })

  it('says what the ledger writes where that is in other currencies', () => {
    const { owed, owedAsWritten } = standingOf(
      debtor({ items: [item(0, 86_083, 'GBP'), item(0, 100)] }),
      basis,
    )
    expect(owed).toEqual(euro('1001'))
    expect(owedAsWritten).toEqual([euro('1.00'), { amount: '860.83', currency: 'GBP' }])
  })
})

const counted = (one: Debtor) => {
  const { cover, reporting, share } = standingOf(one, basis)
  return { cover, reporting, share, toMatch: cover === 'unknown' }
}

const sumOf = (amounts: readonly (Money | null)[]) =>
  amounts.reduce((sum, money) => sum.plus(money?.amount ?? 'NaN'), new Big(0)).toFixed()

const ratesOf = (one: Debtor) => {
  const adding = createAdding()
  adding.add(counted(one))
  return totalsOf(adding.sums(), 'EUR', '2026-11-27').ratesOf
}

describe('totals', () => {
  it('are the sum of their parts, and of their ages, to the last digit', () => {
    fc.assert(
      fc.property(fc.array(debtors, { maxLength: 8 }), (all) => {
        const adding = createAdding()
        for (const one of all) adding.add(counted(one))
        const totals = totalsOf(adding.sums(), 'EUR', today)
        const { owed, covered, over, refused, unknown, noRate } = totals
        const parts = [covered, over, refused, unknown, noRate]
        expect(parts.reduce((sum, { customers }) => sum + customers, 0)).toBe(all.length)
        expect(owed.customers).toBe(all.length)
        if (owed.amount === null) {
          expect(parts.some(({ amount }) => amount === null)).toBe(true)
          return
        }
        expect(sumOf(parts.map(({ amount }) => amount))).toBe(owed.amount.amount)
        expect(sumOf(totals.ages.map(({ amount }) => amount))).toBe(owed.amount.amount)
        expect(totals.ages.map(({ band }) => band)).toEqual(ageBands)
      }),
    )
  })

  it('are the same whether a customer was never in them or was taken out', () => {
    fc.assert(
      fc.property(fc.array(debtors, { maxLength: 5 }), debtors, (all, other) => {
        const [plain, changed] = [createAdding(), createAdding()]
        changed.add(counted(other))
        for (const one of all) {
          plain.add(counted(one))
          changed.add(counted(one))
        }
        const goesOn = createAdding(changed.sums())
        goesOn.take(counted(other))
        expect(goesOn.sums()).toEqual(plain.sums())
      }),
    )
  })

  it('say the day of the rates only where there was anything to convert', () => {
    expect(ratesOf(debtor({ items: [item(3, 100)] }))).toBeNull()
    expect(ratesOf(debtor({ items: [item(3, 100, 'GBP')] }))).toBe('2026-11-27')
    const limit = { amount: '500', currency: 'GBP' }
    expect(ratesOf(debtor({ items: [item(3, 100)], limit }))).toBe('2026-11-27')
  })
})
