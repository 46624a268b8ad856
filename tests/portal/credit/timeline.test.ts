/** Cuts, each by hand: what lowers what is in force, on which day, and by how much. */
import { expect, test } from 'vitest'
import {
  announcedCuts,
  cutsOf,
  inForceSpans,
  type Decision,
} from '../../../src/portal/credit/timeline.ts'

const noon = 43_200_000

function decision(
  on: string,
  granted: number,
  special: Partial<Omit<Decision, 'granted' | 'decided_on'>> = {},
): Decision {
  return {
    id: `${on}-${granted}`,
    policy_id: 'policy',
    buyer_id: 'buyer',
    application_id: null,
    initiated_by: 'customer',
    applied: 100,
    currency: 'EUR',
    effective_on: on,
    ends_on: null,
    payment_terms_days: null,
    reason: null,
    conditions: null,
    ...special,
    granted,
    decided_on: on,
    decided_at: Date.parse(on) + noon,
  }
}

const inShort = (decisions: readonly Decision[]) =>
  cutsOf(decisions).map(({ on, by, amount, currency }) => `${on} ${by} ${amount} ${currency}`)
const byInsurer = (effective_on: string) => ({ initiated_by: 'insurer', effective_on })

const granted = decision('2026-01-01', 100)

test('a cut by the insurer counts on the day that it takes effect, by what is in force the day before', () => {
  const cut = decision('2026-02-01', 60, byInsurer('2026-03-03'))
  expect(inShort([cut, granted])).toEqual(['2026-03-03 insurer 40 EUR'])
  expect(announcedCuts([granted, cut], '2026-01-31')).toEqual([])
  expect(announcedCuts([granted, cut], '2026-03-02')).toMatchObject([{ amount: 40n }])
  expect(announcedCuts([granted, cut], '2026-03-03')).toEqual([])
})

test('a cut that a newer decision overtakes before its day is none', () => {
  const cut = decision('2026-02-01', 60, byInsurer('2026-03-03'))
  const anew = decision('2026-02-20', 100)
  expect(inShort([granted, cut, anew])).toEqual([])
  expect(announcedCuts([granted, cut, anew], '2026-02-19')).toHaveLength(1)
  expect(announcedCuts([granted, cut, anew], '2026-02-20')).toEqual([])
})

test('two cuts that are announced count by what each leaves of the other', () => {
  const first = decision('2026-02-01', 80, byInsurer('2026-03-03'))
  const second = decision('2026-02-02', 50, byInsurer('2026-04-03'))
  const amounts = announcedCuts([granted, first, second], '2026-02-02').map(({ amount }) => amount)
  expect(amounts).toEqual([20n, 30n])
})

test('the end of a temporary limit is no cut by anybody, also where a lesser one follows on it', () => {
  const temporary = decision('2026-01-01', 100, { ends_on: '2026-02-28' })
  expect(inShort([temporary])).toEqual(['2026-03-01 end 100 EUR'])
  const less = decision('2026-02-10', 60, byInsurer('2026-03-01'))
  expect(inShort([temporary, less])).toEqual(['2026-03-01 end 40 EUR'])
  const later = decision('2026-02-10', 60, byInsurer('2026-03-02'))
  expect(inShort([temporary, later])).toEqual(['2026-03-01 end 100 EUR'])
})

test('a cut on the customer’s wish stands apart', () => {
  expect(inShort([granted, decision('2026-02-01', 0, { applied: 0 })])).toEqual([
    '2026-02-01 customer 100 EUR',
  ])
})

test('amounts in two currencies are not compared; the end of all cover is a cut in any', () => {
  const dollars = decision('2026-02-01', 1, { ...byInsurer('2026-02-01'), currency: 'USD' })
  expect(inShort([granted, dollars])).toEqual([])
  const nothing = decision('2026-02-01', 0, { ...byInsurer('2026-02-01'), currency: 'USD' })
  expect(inShort([granted, nothing])).toEqual(['2026-02-01 insurer 100 EUR'])
})

test('of two decisions of one moment, the one with the greater id stands', () => {
  const same = { ...decision('2026-01-01', 70), id: 'a' }
  const spans = inForceSpans([{ ...granted, id: 'b' }, same])
  expect(spans.map(({ decision: { granted: amount } }) => amount)).toEqual([100])
})
