/** Lists as rows: filled beside the one that is read, paged, searched, and changed in place. */
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { z } from 'zod'
import { createKeychain } from '../../../src/main/platform/secrets/keychain.ts'
import { createList, type List } from '../../../src/main/store/lists.ts'
import { createStore, type Store } from '../../../src/main/store/store.ts'
import { createMemoryKeychain, type MemoryKeychain } from '../support/memory-keychain.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const schema = z.object({ id: z.string(), name: z.string() })
type Buyer = z.infer<typeof schema>
const marie = 'marie.lambert'
const state = { fetchedAt: 1_000, etag: '"a"', cursor: null }

let stack: AsyncDisposableStack
let folder: string
let keychain: MemoryKeychain
let store: Store
let list: List<Buyer>

beforeEach(async () => {
  stack = new AsyncDisposableStack()
  folder = join(temporaryFolder(stack), 'offline')
  keychain = createMemoryKeychain()
  await open()
})
afterEach(() => stack.disposeAsync())

async function open(): Promise<void> {
  store = createStore({
    folder,
    patienceMs: 60_000,
    keychain: createKeychain(keychain, () => undefined),
    raise: (notice) => expect.fail(notice.code),
  })
  stack.defer(store.close)
  await store.openFor(marie)
  list = createList({
    store,
    name: 'buyers',
    schema,
    idOf: ({ id }) => id,
    searched: ({ id, name }) => [name, id],
  })
}

const buyers = (count: number, name = 'Acheteur') =>
  Array.from({ length: count }, (_unused, index) => ({ id: `b${index}`, name: `${name} ${index}` }))

async function fill(...pages: readonly Buyer[][]): Promise<void> {
  const filling = await list.fill(marie)
  // oxlint-disable-next-line no-await-in-loop -- in order
  for (const page of pages) await filling.add(page)
  await filling.finish(state)
}

async function found(text: string, limit = 10): Promise<string[] | undefined> {
  return (await list.search(marie, text, limit))?.map(({ id }) => id)
}

it('is nothing until a first filling is whole', async () => {
  const filling = await list.fill(marie)
  await filling.add(buyers(3))
  expect(await list.state(marie)).toBeNull()
  expect(await list.page(marie, { from: null, limit: 10 })).toBeNull()
  expect(await list.search(marie, 'a', 10)).toBeNull()
  await filling.finish(state)
  expect(await list.state(marie)).toEqual(state)
  expect(await list.count(marie)).toBe(3)
})

it('gives pages in the list’s order, over a restart', async () => {
  await fill(buyers(1_200), [{ id: 'last', name: 'Aardvark' }])
  await store.close()
  await open()
  const first = await list.page(marie, { from: null, limit: 1_000 })
  expect(first?.items[999]).toEqual({ id: 'b999', name: 'Acheteur 999' })
  const second = await list.page(marie, { from: first?.next ?? null, limit: 1_000 })
  expect(second?.items.map(({ id }) => id)).toEqual([
    ...buyers(1_200)
      .slice(1_000)
      .map(({ id }) => id),
    'last',
  ])
  expect(second?.next).toBeNull()
})

it('reads the former filling until the new one is whole, and what a broken one left is removed', async () => {
  await fill(buyers(5, 'Ancien'))
  const broken = await list.fill(marie)
  await broken.add(buyers(2, 'Perdu'))
  const filling = await list.fill(marie)
  await filling.add(buyers(2, 'Nouveau'))
  expect((await list.get(marie, 'b1'))?.name).toBe('Ancien 1')
  await filling.finish({ ...state, fetchedAt: 2_000 })
  expect((await list.get(marie, 'b1'))?.name).toBe('Nouveau 1')
  expect(await list.get(marie, 'b3')).toBeNull()
  const rows = await store.within(marie, ({ db }) => db.selectFrom('rows').select('id').execute())
  expect(rows).toHaveLength(2)
})

it('finds texts whatever their case and accents, in order, and no more than asked for', async () => {
  await fill([
    { id: '1', name: 'Société Générale' },
    { id: '2', name: 'Glaces du Condroz' },
    { id: '3', name: 'SOCIETE anonyme' },
    { id: '100%', name: 'x_y' },
  ])
  expect(await found('societe')).toEqual(['1', '3'])
  expect(await found('SOCIÉTÉ', 1)).toEqual(['1'])
  expect(await found('0%')).toEqual(['100%'])
  expect(await found('%')).toEqual(['100%'])
  expect(await found("' or 1 --")).toEqual([])
})

it('is changed in place: new ones come first', async () => {
  await fill(buyers(3))
  await list.put(marie, [
    { id: 'n1', name: 'Neuf' },
    { id: 'b1', name: 'Changé' },
    { id: 'n2', name: 'Neuf aussi' },
  ])
  await list.remove(marie, ['b0', 'unknown'])
  const page = await list.page(marie, { from: null, limit: 10 })
  expect(page?.items.map(({ id }) => id)).toEqual(['n1', 'n2', 'b1', 'b2'])
  expect(await list.get(marie, 'b1')).toEqual({ id: 'b1', name: 'Changé' })
  expect(await list.search(marie, 'change', 10)).toHaveLength(1)
})

it('is of its person alone', async () => {
  await fill(buyers(3))
  await store.openFor('jan.peeters')
  expect(await list.page(marie, { from: null, limit: 10 })).toBeNull()
  expect(await list.page('jan.peeters', { from: null, limit: 10 })).toBeNull()
})

it('leaves nothing half: what is not of the known shape is none', async () => {
  await fill(buyers(2))
  await store.within(marie, ({ db }) =>
    db.updateTable('rows').set({ data: '{"id":1}' }).where('id', '=', 'b0').execute(),
  )
  expect(await list.page(marie, { from: null, limit: 10 })).toBeNull()
})
