/** Whatever happens to a list, its windows are those of a plain list to which the same happened. */
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { buyerFiltersSchema, type Buyer } from '../../../src/shared/contract/credit/buyers.ts'
import { success } from '../../../src/shared/contract/result.ts'
import { createWindows, type Windows } from '../../../src/main/resources/windows/windows.ts'
import { buyersWindow } from '../../../src/main/services/credit/credit-lists.ts'
import { buyerQueryOf, indexOfBuyer } from '../../../src/main/services/credit/credit-windows.ts'
import { fillList, readList } from '../../../src/main/store/list-fillings.ts'
import { putRows, removeRows, type WrittenRow } from '../../../src/main/store/lists.ts'
import type { PersonStore } from '../../../src/main/store/store.ts'
import { buyerArbitrary, filtersArbitrary, ids, plain } from '../support/plain-buyers.ts'
import { buyer } from '../support/portfolio-rows.ts'
import { openStoreBench } from '../support/store-bench.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const list = 'buyers'
let stack: AsyncDisposableStack
let person: PersonStore

beforeEach(async () => {
  stack = new AsyncDisposableStack()
  const bench = openStoreBench(stack, join(temporaryFolder(stack), 'offline'))
  const { store } = await bench.start('marie.lambert')
  person = (await store.of('marie.lambert')) ?? expect.fail('not open')
})
afterEach(() => stack.disposeAsync())

function startWindows(): Windows {
  return createWindows({
    lists: {
      async open() {
        const kept = (await readList(person.db, list)) ?? expect.fail('no list')
        return success({ kept, freshness: { fetchedAt: '', stale: false, refreshing: false } })
      },
    },
    inRows: (work) => work(person),
    waiting: async () => [],
    onChanged: () => undefined,
    onMistake: (error) => expect.fail(String(error)),
  })
}

const rowOf = (item: Buyer): WrittenRow => ({
  id: item.id,
  fold: '',
  item,
  index: indexOfBuyer(item),
})

const some = fc
  .uniqueArray(fc.tuple(fc.nat(30), buyerArbitrary), { maxLength: 20, selector: ([id]) => id })
  .map((rows) => rows.map(([id, one]) => buyer(`id${id}`, one)))
const few = fc.uniqueArray(fc.nat(30), { maxLength: 8 }).map((rows) => rows.map((id) => `id${id}`))

const stepArbitrary = fc.oneof(
  fc.record({ kind: fc.constant('put' as const), buyers: some }),
  fc.record({ kind: fc.constant('remove' as const), gone: few }),
  // Read anew: to its end, or broken off and begun again later.
  fc.record({ kind: fc.constant('refill' as const), buyers: some, isBroken: fc.boolean() }),
  fc.record({ kind: fc.constant('restart' as const) }),
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('ask' as const),
      filters: filtersArbitrary,
      offset: fc.nat(35),
      limit: fc.integer({ min: 1, max: 30 }),
    }),
  },
)
type Step = typeof stepArbitrary extends fc.Arbitrary<infer One> ? One : never

async function place() {
  const kept = (await readList(person.db, list)) ?? expect.fail('no list')
  return { list, filling: kept.filling }
}

/** A list in the store, and the same as a map. */
function createWorld() {
  let windows = startWindows()
  let model = new Map<string, Buyer>()

  async function refill(buyers: readonly Buyer[], isBroken: boolean): Promise<void> {
    const filling = await fillList(person.db, list)
    const half = Math.ceil(buyers.length / 2)
    await filling.add(buyers.slice(0, half).map(rowOf))
    if (isBroken) return
    await filling.add(buyers.slice(half).map(rowOf))
    await filling.finish(1_000)
    model = new Map(buyers.map((one) => [one.id, one]))
    windows.touch(list, null)
  }

  async function take(step: Step): Promise<void> {
    switch (step.kind) {
      case 'put':
        await putRows(person.db, await place(), step.buyers.map(rowOf))
        for (const one of step.buyers) model.set(one.id, one)
        return windows.touch(list, null)
      case 'remove':
        await removeRows(person.db, await place(), step.gone)
        for (const id of step.gone) model.delete(id)
        return windows.touch(list, null)
      case 'refill':
        return refill(step.buyers, step.isBroken)
      case 'restart':
        windows.reset()
        windows = startWindows()
        return
      case 'ask': {
        const { offset, limit } = step
        const filters = buyerFiltersSchema.parse(step.filters)
        const query = buyerQueryOf(filters)
        const result = await windows.read(buyersWindow, query, { offset, limit })
        const { window } = result.ok ? result.data : expect.fail(result.error.code)
        const expected = plain([...model.values()], filters)
        expect(ids(window.items)).toEqual(expected.slice(offset, offset + limit))
        expect(window).toMatchObject({ total: expected.length, kept: model.size })
        return
      }
      default:
        throw new TypeError('no such step')
    }
  }

  return { refill, take, end: () => windows.reset() }
}

it('any search, sort, filter and offset, whatever came, went and was read anew before', async () => {
  const property = fc.asyncProperty(
    some,
    fc.array(stepArbitrary, { minLength: 6, maxLength: 24 }),
    async (first, steps) => {
      const world = createWorld()
      await world.refill(first, false)
      for (const step of steps) {
        // oxlint-disable-next-line no-await-in-loop -- in this order
        await world.take(step)
      }
      world.end()
    },
  )
  await fc.assert(property, { numRuns: 60, seed: 11 })
})
