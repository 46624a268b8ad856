/** Buyers searched, sorted and filtered without an index, a store, or bytes; and random ones to be. */
import { Buffer } from 'node:buffer'
import * as fc from 'fast-check'
import { expect } from 'vitest'
import {
  answersSearch,
  nameKeyOf,
  searchQuestionOf,
  searchTextOf,
} from '../../../src/shared/credit/search-text.ts'
import {
  buyerSorts,
  type Buyer,
  type BuyerFilters,
} from '../../../src/shared/contract/credit/buyers.ts'
import { awkwardNames } from './portfolio-rows.ts'

export const ids = (buyers: readonly { readonly id: string }[]) => buyers.map(({ id }) => id)

/** The ids of those that answer, in order. */
export function plain(buyers: readonly Buyer[], filters: BuyerFilters): string[] {
  const { q = '', country, band, decision, policy, sort } = filters
  const question = searchQuestionOf(q)
  const found = buyers.filter(
    (one) =>
      ((question.words.length === 0 && question.numbers.length === 0) ||
        answersSearch(searchTextOf(one), question)) &&
      (country === undefined || one.country === country) &&
      (band === undefined || one.band === band) &&
      (decision === undefined || one.decision === decision) &&
      (policy === undefined || one.policyIds.includes(policy)),
  )
  const byName = found.toSorted(
    (one, other) =>
      Buffer.compare(Buffer.from(nameKeyOf(one.name)), Buffer.from(nameKeyOf(other.name))) ||
      Buffer.compare(Buffer.from(one.id), Buffer.from(other.id)),
  )
  if (sort === 'name') return ids(byName)
  if (sort === '-name') return ids(byName.toReversed())
  const sign = sort.startsWith('-') ? -1 : 1
  const value = valueOf(sort.replace('-', ''))
  const [known, unknown] = [
    byName.filter((one) => value(one) !== null),
    byName.filter((one) => value(one) === null),
  ]
  const sorted = known.toSorted((one, other) => {
    const [left, right] = [value(one) ?? 0, value(other) ?? 0]
    return left === right ? 0 : sign * (left < right ? -1 : 1)
  })
  return ids([...sorted, ...unknown])
}

function valueOf(sort: string): (one: Buyer) => string | number | null {
  switch (sort) {
    case 'country':
      return ({ country }) => country
    case 'rating':
      return ({ rating }) => rating
    case 'total_cld':
      return ({ totalCld }) => totalCld && Number(totalCld.amount)
    case 'risk_acceptance':
      return ({ riskAcceptance }) => riskAcceptance
    default:
      return expect.fail(sort)
  }
}

const someOf = <const Value>(...values: readonly Value[]) => fc.constantFrom(...values)
const orNull = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null })

/** All of a buyer but its id. */
export const buyerArbitrary = fc
  .record({
    name: fc.oneof(someOf(...awkwardNames), fc.string({ unit: 'grapheme', maxLength: 20 })),
    country: someOf('BE', 'FR', 'NL'),
    registrationNumber: orNull(someOf('BE 0202.239.951', '732 829 320', 'NL004495445B01')),
    rating: orNull(fc.integer({ min: 1, max: 100 })),
    band: orNull(someOf('low', 'high')),
    totalCld: orNull(
      fc
        .integer({ min: 0, max: 5_000 })
        .map((cents) => ({ amount: (cents / 100).toFixed(2), currency: 'EUR' })),
    ),
    riskAcceptance: orNull(someOf(0, 33.3, 57.142857, 100)),
    decision: orNull(someOf('accepted', 'refused', 'pending')),
    policyIds: fc.uniqueArray(someOf('p1', 'p2', 'p3'), { maxLength: 3 }),
  })
  .map((some) => some satisfies Partial<Buyer>)

export const filtersArbitrary = fc.record(
  {
    q: someOf(
      '',
      'l oreal',
      'strasse',
      'SKODA',
      'orsted',
      '株式',
      'case bv',
      '02022',
      '1e10',
      'x y',
      'null',
      'ромашка',
    ),
    country: someOf('BE', 'FR', 'XX'),
    band: someOf('low', 'high'),
    decision: someOf('accepted', 'pending'),
    policy: someOf('p1', 'p3'),
    sort: someOf(...buyerSorts),
  },
  { requiredKeys: ['sort'] },
)
