/** Windows of a long list in the encrypted store, beside a plain search and sort of the same rows. */
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import {
  buyerFiltersSchema,
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
import { ids, plain } from '../support/plain-buyers.ts'
import { buyer } from '../support/portfolio-rows.ts'
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
afterEach(async () => {
  // What is still being read behind ends with the store.
  windows.reset()
  await stack.disposeAsync()
})

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

it('gives all rows that are still there, also where the list is read anew meanwhile', async () => {
  const buyers = Array.from({ length: 1_203 }, (_none, index) => buyer(`b${index}`))
  await fill(buyers)
  const filters = buyerFiltersSchema.parse({ sort: 'name' })
  const parts = await windows.parts(buyersWindow, buyerQueryOf(filters))
  const { items } = parts.ok ? parts.data : expect.fail(parts.error.code)
  const rows: string[] = []
  const left = buyers.filter(({ id }) => id !== 'b999')
  for await (const part of items) {
    if (rows.length === 0) await fill(left)
    rows.push(...ids(part))
  }
  expect(rows).toEqual(plain(left, filters))
})

it('the first look at a long list is its beginning by name, either way round', async () => {
  const buyers = Array.from({ length: 10_001 }, (_none, index) =>
    buyer(`b${index}`, { name: `N ${(index * 7_919) % 10_001}` }),
  )
  await fill(buyers)
  for (const sort of ['name', '-name'] as const) {
    windows.reset()
    const expected = plain(buyers, { sort })
    // oxlint-disable-next-line no-await-in-loop -- one look after the other
    const first = await read({ sort }, 900, 50)
    expect(first).toMatchObject({ total: 10_001, kept: 10_001, isWhole: true })
    expect(ids(first.items)).toEqual(expected.slice(900, 950))
    // oxlint-disable-next-line no-await-in-loop -- as above
    const later = await read({ sort }, 9_000, 50)
    expect(ids(later.items)).toEqual(expected.slice(9_000, 9_050))
  }
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
  await vi.waitFor(() => expect(told).toContain(list), { timeout: 20_000 })
  const after = await read({}, 5_000, 100)
  expect(after.total).toBe(10_001)
  expect(ids(after.items)[0]).toBe('b4999')
})
