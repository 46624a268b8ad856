/** Suppositions about a portfolio: against a slow implementation, and by what must hold of all of them. */
import { Big } from 'big.js'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Suppositions, WhatIf } from '../../../src/shared/contract/insights/what-if.ts'
import { moneyOfUnits } from '../../../src/shared/credit/minor-units.ts'
import type { Debtor } from '../../../src/shared/credit/what-if/debtors.ts'
import { whatIf } from '../../../src/shared/credit/what-if/what-if.ts'
import { slowly } from './slow-what-if.ts'

const bands = [
  { id: 'low', from: 1, to: 50 },
  { id: 'high', from: 51, to: 100 },
]
const rates = [
  { currency: 'EUR', rate: '1', date: '2026-11-30' },
  { currency: 'USD', rate: '1.1279', date: '2026-11-30' },
  { currency: 'JPY', rate: '168.25', date: '2026-11-30' },
]
const nothing: Suppositions = { currency: null, worsening: null, cut: null }

const currencyOf = fc.constantFrom('EUR', 'USD', 'JPY')
const unitsOf = fc.bigInt({ min: 1n, max: 10n ** 12n })

const debtorOf = (currency: fc.Arbitrary<string>) =>
  fc
    .record({
      name: fc.string({ maxLength: 3 }),
      country: fc.constantFrom('BE', 'FR'),
      rating: fc.option(fc.integer({ min: 1, max: 100 })),
      limits: fc.array(
        fc.record({
          policyId: fc.constantFrom('p1', 'p2'),
          currency,
          inForce: unitsOf,
          applied: unitsOf,
        }),
        { maxLength: 3 },
      ),
    })
    .map(({ limits, ...debtor }): Omit<Debtor, 'id'> => ({
      ...debtor,
      band: bands.find(({ from, to }) => isWithin(debtor.rating, from, to))?.id ?? null,
      holdings: limits.map(({ policyId, currency: of, inForce }) => ({
        policyId,
        currency: of,
        inForce,
      })),
      decided: limits.map(({ policyId, currency: of, inForce, applied }) => ({
        policyId,
        applied: moneyOfUnits(applied, of),
        granted: moneyOfUnits(inForce, of),
      })),
    }))

function isWithin(rating: number | null, from: number, to: number): boolean {
  return rating !== null && from <= rating && rating <= to
}

const portfolioIn = (currency: fc.Arbitrary<string>) =>
  fc
    .array(debtorOf(currency), { maxLength: 25 })
    .map((debtors): Debtor[] => debtors.map((debtor, index) => ({ id: `b${index}`, ...debtor })))
const portfolio = portfolioIn(currencyOf)

const percentUpTo = (max: number) =>
  fc.integer({ min: 0, max: max * 100 }).map((hundredths) => hundredths / 100)

const suppositionsOf: fc.Arbitrary<Suppositions> = fc.record({
  currency: fc.option(
    fc.record({
      code: fc.constantFrom('USD', 'JPY'),
      to: fc.oneof(
        fc.record({ kind: fc.constant('percent' as const), percent: percentUpTo(900) }),
        fc.record({ kind: fc.constant('rate' as const), rate: fc.constantFrom('0.5', '2.125') }),
      ),
    }),
  ),
  worsening: fc.option(
    fc.record({
      who: fc.oneof(
        fc.record({
          kind: fc.constant('largest' as const),
          count: fc.integer({ min: 1, max: 30 }),
        }),
        fc.record({ kind: fc.constant('buyer' as const), id: fc.constantFrom('b0', 'b3') }),
      ),
      points: fc.integer({ min: 0, max: 99 }),
    }),
  ),
  cut: fc.option(
    fc.record({
      which: fc.oneof(
        fc.record({ kind: fc.constant('buyer' as const), id: fc.constantFrom('b0', 'b3') }),
        fc.record({ kind: fc.constant('band' as const), id: fc.constantFrom('low', 'high') }),
        fc.record({ kind: fc.constant('country' as const), code: fc.constantFrom('BE', 'FR') }),
        fc.record({ kind: fc.constant('policy' as const), id: fc.constantFrom('p1', 'p2') }),
      ),
      to: fc.oneof(
        fc.record({ kind: fc.constant('percent' as const), percent: percentUpTo(100) }),
        fc.record({
          kind: fc.constant('amount' as const),
          amount: fc.constantFrom(
            { amount: '0', currency: 'EUR' },
            { amount: '1234.50', currency: 'EUR' },
            { amount: '500000000', currency: 'USD' },
          ),
        }),
      ),
    }),
  ),
})

function run(debtors: readonly Debtor[], suppositions: Suppositions, currency = 'EUR'): WhatIf {
  const steps = whatIf({ debtors, suppositions, currency, rates, bands })
  let step = steps.next()
  while (step.done !== true) step = steps.next()
  return step.value
}

function expectNear(one: number | null, other: number | null, by = 1e-9): void {
  if (one === null || other === null) expect(one).toBe(other)
  else expect(Math.abs(one - other)).toBeLessThanOrEqual(by * Math.max(1, Math.abs(other)))
}

it('comes to what a slow implementation comes to', () => {
  fc.assert(
    fc.property(portfolio, suppositionsOf, (debtors, suppositions) => {
      const { before, after } = run(debtors, suppositions)
      for (const [figures, expected] of [
        [before, slowly(debtors, nothing, rates)],
        [after, slowly(debtors, suppositions, rates)],
      ] as const) {
        expectNear(Number(figures.totalCld?.amount), expected.total, 1e-4)
        expectNear(figures.abr, expected.abr)
        expectNear(figures.ratedShare, expected.ratedShare)
        expectNear(figures.riskAcceptance, expected.riskAcceptance)
        expectNear(figures.likeEqualBuyers, expected.likeEqualBuyers)
        expectNear(figures.largestShare, expected.largestShare)
      }
    }),
  )
})

it('changes nothing where nothing is supposed, nor where all that is supposed is nothing', () => {
  const ofNothing: Suppositions = {
    currency: { code: 'USD', to: { kind: 'percent', percent: 0 } },
    worsening: { who: { kind: 'largest', count: 5 }, points: 0 },
    cut: { which: { kind: 'policy', id: 'p1' }, to: { kind: 'percent', percent: 0 } },
  }
  fc.assert(
    fc.property(portfolio, fc.constantFrom(nothing, ofNothing), (debtors, suppositions) => {
      const { before, after, bands: byBand, concernedCount } = run(debtors, suppositions)
      expect(after).toEqual(before)
      expect(byBand.map((one) => one.after)).toEqual(byBand.map((one) => one.before))
      expect(concernedCount).toBe(0)
    }),
  )
})

it('a currency that moves changes no share, rating or acceptance where there is no other', () => {
  fc.assert(
    fc.property(portfolioIn(fc.constant('USD')), percentUpTo(500), (debtors, percent) => {
      const moved = run(debtors, {
        ...nothing,
        currency: { code: 'USD', to: { kind: 'percent', percent } },
      })
      const { totalCld: _before, ...before } = moved.before
      const { totalCld: _after, ...after } = moved.after
      expect(after).toEqual(before)
    }),
  )
})

it('is the same in whichever order the buyers come', () => {
  fc.assert(
    fc.property(portfolio, suppositionsOf, fc.array(fc.nat(), { minLength: 25 }), (...given) => {
      const [debtors, some, keys] = given
      const shuffled = debtors
        .map((debtor, index) => ({ debtor, key: keys[index] ?? 0 }))
        .toSorted((one, other) => one.key - other.key)
        .map(({ debtor }) => debtor)
      expect(run(shuffled, some)).toEqual(run(debtors, some))
    }),
  )
})

it('shares, ratings and acceptance are the same in every currency', () => {
  fc.assert(
    fc.property(portfolio, suppositionsOf, (debtors, suppositions) => {
      const [{ after: inEuro }, { after: inYen }] = [
        run(debtors, suppositions),
        run(debtors, suppositions, 'JPY'),
      ]
      expect({ ...inYen, totalCld: null }).toEqual({ ...inEuro, totalCld: null })
    }),
  )
})

it('a cut makes no limit more than it was, and the bands add up to the total', () => {
  fc.assert(
    fc.property(portfolio, suppositionsOf, (debtors, suppositions) => {
      const { after, before, bands: byBand } = run(debtors, { ...suppositions, currency: null })
      expect(Number(after.totalCld?.amount)).toBeLessThanOrEqual(Number(before.totalCld?.amount))
      const sum = byBand.reduce((all, one) => all.plus(one.after?.amount ?? 0), Big(0))
      // Each is rounded to four decimals by itself.
      expect(Math.abs(Number(sum.minus(after.totalCld?.amount ?? 0)))).toBeLessThan(0.001)
    }),
  )
})

it('a currency without a rate makes null what it adds to', () => {
  const debtors: Debtor[] = ['EUR', 'RUB'].map((currency, index) => ({
    id: String(index),
    name: currency,
    country: 'BE',
    rating: 50,
    band: 'low',
    holdings: [{ policyId: 'p1', currency, inForce: 100n }],
    decided: [],
  }))
  expect(run(debtors, nothing).before).toMatchObject({ totalCld: null, abr: null, buyers: 2 })
  // Of one currency alone, shares need none.
  expect(run(debtors.slice(1), nothing).before).toMatchObject({
    totalCld: null,
    abr: 50,
    likeEqualBuyers: 1,
  })
})

it('names those whom it concerns most, and the ten largest with their shares', () => {
  const debtors: Debtor[] = Array.from({ length: 12 }, (_, index) => ({
    id: `b${index}`,
    name: `Buyer ${index}`,
    country: 'BE',
    rating: 40,
    band: 'low',
    holdings: [{ policyId: 'p1', currency: 'EUR', inForce: BigInt(index) * 10_000n }],
    decided: [],
  }))
  const result = run(debtors, {
    ...nothing,
    worsening: { who: { kind: 'largest', count: 2 }, points: 15 },
    cut: { which: { kind: 'buyer', id: 'b3' }, to: { kind: 'percent', percent: 50 } },
  })
  expect(result.largest.map(({ buyerId }) => buyerId)).toEqual(
    [11, 10, 9, 8, 7, 6, 5, 4, 3, 2].map((index) => `b${index}`),
  )
  expect(result.largest[0]?.share).toBeCloseTo((100 * 11) / 66, 10)
  expect(result.concerned).toEqual([
    expect.objectContaining({ buyerId: 'b3', ratingAfter: 40 }),
    expect.objectContaining({ buyerId: 'b11', ratingBefore: 40, ratingAfter: 55 }),
    expect.objectContaining({ buyerId: 'b10', ratingBefore: 40, ratingAfter: 55 }),
  ])
  expect(result.concerned[0]).toMatchObject({
    before: { amount: '300', currency: 'EUR' },
    after: { amount: '150', currency: 'EUR' },
  })
})
