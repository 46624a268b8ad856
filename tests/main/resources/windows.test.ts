/** Windows of a long list in the encrypted store, beside a plain search and sort of the same rows. */
import { Buffer } from 'node:buffer'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import * as fc from 'fast-check'
import {
  answersSearch,
  nameKeyOf,
  searchQuestionOf,
  searchTextOf,
} from '../../../src/shared/credit/search-text.ts'
import {
  buyerFiltersSchema,
  buyerSorts,
  type Buyer,
  type BuyerFilters,
} from '../../../src/shared/contract/credit/buyers.ts'
import { success } from '../../../src/shared/contract/result.ts'
import { createWindows, type Windows } from '../../../src/main/resources/windows/windows.ts'
import { sortedOrdinals } from '../../../src/main/resources/windows/pace.ts'
import { buyersWindow } from '../../../src/main/services/credit/credit-lists.ts'
import { buyerQueryOf, indexOfBuyer } from '../../../src/main/services/credit/credit-windows.ts'
import { fillList, readList } from '../../../src/main/store/list-fillings.ts'
import { putRows, removeRows, type WrittenRow } from '../../../src/main/store/lists.ts'
import type { PersonStore } from '../../../src/main/store/store.ts'
import { awkwardNames, buyer } from '../support/portfolio-rows.ts'
import { openStoreBench } from '../support/store-bench.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const list = 'buyers'
let stack: AsyncDisposableStack
let person: PersonStore
let windows: Windows
let told: string[]

beforeEach(async () => {
  stack = new AsyncDisposableStack()
  const bench = openStoreBench(stack, join(temporaryFolder(stack), 'offline'))
  const { store } = await bench.start('marie.lambert')
  person = (await store.of('marie.lambert')) ?? expect.fail('not open')
  told = []
  windows = createWindows({
    lists: {
      async open() {
        const kept = (await readList(person.db, list)) ?? expect.fail('no list')
        const freshness = { fetchedAt: '', stale: false, refreshing: false }
        return success({ kept, freshness })
      },
    },
    inRows: (work) => work(person),
    waiting: async () => [],
    onChanged: (name) => void told.push(name),
    onMistake: (error) => expect.fail(String(error)),
  })
})
afterEach(() => stack.disposeAsync())

const rowOf = (item: Buyer): WrittenRow => ({
  id: item.id,
  fold: '',
  item,
  index: indexOfBuyer(item),
})

async function fill(buyers: readonly Buyer[]): Promise<void> {
  const filling = await fillList(person.db, list)
  await filling.add(buyers.map(rowOf))
  await filling.finish(1_000)
  windows.touch(list, null)
}

async function placeNow() {
  const kept = (await readList(person.db, list)) ?? expect.fail('no list')
  return { list, filling: kept.filling }
}

async function read(some: Partial<BuyerFilters>, offset = 0, limit = 200) {
  const query = buyerQueryOf(buyerFiltersSchema.parse(some))
  const result = await windows.read(buyersWindow, query, { offset, limit })
  return result.ok ? result.data.window : expect.fail(result.error.code)
}

const ids = (buyers: readonly { readonly id: string }[]) => buyers.map(({ id }) => id)

/** The same, without an index, a store, or bytes. */
function plain(buyers: readonly Buyer[], filters: BuyerFilters): string[] {
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

const buyerArbitrary = fc
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

const filtersArbitrary = fc.record(
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

it('any search, filter, sort and offset is that of a plain list', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(buyerArbitrary, { maxLength: 60 }),
      fc.array(fc.tuple(filtersArbitrary, fc.nat(70), fc.integer({ min: 1, max: 30 })), {
        minLength: 6,
        maxLength: 6,
      }),
      async (some, questions) => {
        const buyers = some.map((one, index) => buyer(`id${index}`, one))
        await fill(buyers)
        for (const [filters, offset, limit] of questions) {
          const expected = plain(buyers, filters)
          // oxlint-disable-next-line no-await-in-loop -- one question after the other
          const window = await read(filters, offset, limit)
          expect(ids(window.items)).toEqual(expected.slice(offset, offset + limit))
          expect(window).toMatchObject({ total: expected.length, kept: buyers.length })
        }
      },
    ),
    { numRuns: 40, seed: 11 },
  )
})

it('sorts more than are sorted at once, equal ones in their order, none last', async () => {
  const keys = Float64Array.from({ length: 10_000 }, (_none, index) =>
    index % 7 === 0 ? Number.NaN : (index * 7_919) % 101,
  )
  const expected = Array.from(keys.keys()).toSorted((one, other) => {
    const [left = 0, right = 0] = [keys[one], keys[other]]
    if (Number.isNaN(left) || Number.isNaN(right)) {
      return Number(Number.isNaN(left)) - Number(Number.isNaN(right)) || one - other
    }
    return left - right || one - other
  })
  expect(Array.from(await sortedOrdinals(keys))).toEqual(expected)
})

const beside = (id: string, some: Partial<BuyerFilters> = {}) =>
  windows.neighbours(buyersWindow, buyerQueryOf(buyerFiltersSchema.parse(some)), id)

it('names the rows before and after one, and none for what is not among them', async () => {
  await fill([buyer('b1', { name: 'A' }), buyer('b2', { name: 'B' }), buyer('b3', { name: 'C' })])
  expect(await beside('b2')).toEqual(success({ previous: 'b1', next: 'b3' }))
  expect(await beside('b1', { sort: '-name' })).toEqual(success({ previous: 'b2', next: null }))
  expect(await beside('b1', { country: 'FR' })).toEqual(success({ previous: null, next: null }))
})

it('gives all rows of a query in parts, in order', async () => {
  const buyers = Array.from({ length: 1_203 }, (_none, index) =>
    buyer(`b${index}`, { rating: 1 + (index % 100) }),
  )
  await fill(buyers)
  const filters = buyerFiltersSchema.parse({ sort: '-rating' })
  const parts = await windows.parts(buyersWindow, buyerQueryOf(filters))
  const { total, items } = parts.ok ? parts.data : expect.fail(parts.error.code)
  const rows: string[] = []
  for await (const part of items) rows.push(...ids(part))
  expect(rows).toEqual(plain(buyers, filters))
  expect(total).toBe(1_203)
})

it('a short list is shown as it is by now; one that was removed is gone at once', async () => {
  await fill([buyer('b1', { name: 'A' }), buyer('b2', { name: 'B' })])
  expect(ids((await read({})).items)).toEqual(['b1', 'b2'])
  await putRows(person.db, await placeNow(), [rowOf(buyer('b3', { name: 'Aa' }))])
  windows.touch(list, null)
  expect(ids((await read({})).items)).toEqual(['b1', 'b3', 'b2'])
  await removeRows(person.db, await placeNow(), ['b1'])
  windows.touch(list, null)
  expect(await read({})).toMatchObject({ total: 2, items: [{ id: 'b3' }, { id: 'b2' }] })
})

it('rows of a long list hold their place while it changes, until the page is told', async () => {
  const buyers = Array.from({ length: 10_001 }, (_none, index) =>
    buyer(`b${index}`, { name: `N ${String(index).padStart(6, '0')}` }),
  )
  await fill(buyers)
  const before = await read({}, 5_000, 100)
  await putRows(person.db, await placeNow(), [rowOf(buyer('new', { name: 'A' }))])
  await removeRows(person.db, await placeNow(), ['b5050'])
  windows.touch(list, null)
  const meanwhile = await read({}, 5_000, 100)
  expect(meanwhile.total).toBe(10_001)
  // Only what must not be shown any more is missing.
  expect(ids(meanwhile.items)).toEqual(ids(before.items).filter((id) => id !== 'b5050'))
  await vi.waitFor(() => expect(told).toContain(list))
  const after = await read({}, 5_000, 100)
  expect(after.total).toBe(10_001)
  expect(ids(after.items)[0]).toBe('b4999')
})
