/** Lists as rows: filled beside the one that is read, paged, searched, and changed in place. */
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { foldLetters } from '../../../src/shared/rules/typed-text.ts'
import { createKeychain } from '../../../src/main/platform/secrets/keychain.ts'
import { fillList, readList } from '../../../src/main/store/list-fillings.ts'
import {
  allRows,
  findRows,
  putRows,
  readRows,
  removeRows,
  searchRows,
  type KeptPage,
  type Place,
  type Position,
  type WrittenRow,
} from '../../../src/main/store/lists.ts'
import type { Db } from '../../../src/main/store/schema.ts'
import { createStore, type Store } from '../../../src/main/store/store.ts'
import { createMemoryKeychain, type MemoryKeychain } from '../support/memory-keychain.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

type Buyer = { readonly id: string; readonly name: string }
const marie = 'marie.lambert'
const list = 'buyers'

let stack: AsyncDisposableStack
let folder: string
let keychain: MemoryKeychain
let store: Store

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
}

/** Does `work` in marie's store. */
async function inStore<Data>(work: (db: Db) => Promise<Data>): Promise<Data> {
  const person = await store.of(marie)
  return person === null ? expect.fail('not open') : work(person.db)
}

/** Does `work` on what is read of the list; null where there is nothing. */
function onRead<Data>(work: (db: Db, place: Place) => Promise<Data>): Promise<Data | null> {
  return inStore(async (db) => {
    const kept = await readList(db, list)
    return kept && work(db, { list, filling: kept.filling })
  })
}

const buyers = (count: number, name = 'Acheteur') =>
  Array.from({ length: count }, (_unused, index) => ({ id: `b${index}`, name: `${name} ${index}` }))

const row = (item: Buyer): WrittenRow => ({ id: item.id, fold: foldLetters(item.name), item })

async function fill(...pages: readonly Buyer[][]): Promise<void> {
  const filling = await inStore((db) => fillList(db, list))
  // oxlint-disable-next-line no-await-in-loop -- in order
  for (const page of pages) await filling.add(page.map(row))
  await filling.finish(1_000)
}

const page = (after: Position | null, limit: number): Promise<KeptPage | null> =>
  onRead((db, place) => readRows(db, place, after, limit))

async function ids(): Promise<string[] | undefined> {
  return (await onRead(allRows))?.map(({ id }) => id)
}

async function itemOf(id: string): Promise<unknown> {
  const rows = await onRead((db, place) => findRows(db, place, [id]))
  return rows?.[0]?.item
}

async function found(text: string, limit = 10): Promise<string[] | undefined> {
  const rows = await onRead((db, place) => searchRows(db, place, text, limit))
  return rows?.map(({ id }) => id)
}

it('is nothing until a first filling is whole', async () => {
  const filling = await inStore((db) => fillList(db, list))
  await filling.add(buyers(3).map(row))
  expect(await inStore((db) => readList(db, list))).toBeNull()
  await filling.finish(1_000)
  expect(await inStore((db) => readList(db, list))).toMatchObject({
    cursor: null,
    fetchedAt: 1_000,
  })
  expect(await ids()).toHaveLength(3)
})

it('gives pages in the list’s order, over a restart', async () => {
  await fill(buyers(1_200), [{ id: 'last', name: 'Aardvark' }])
  await store.close()
  await open()
  const first = await page(null, 1_000)
  expect(first).toMatchObject({ hasMore: true, last: [999, 'b999'] })
  expect(first?.items).toEqual(buyers(1_000))
  const second = await page(first?.last ?? null, 1_000)
  const rest = [...buyers(1_200).slice(1_000), { id: 'last', name: 'Aardvark' }]
  expect(second).toEqual({ items: rest, last: [1_200, 'last'], hasMore: false })
})

it('goes on behind a row wherever that stands in a new filling', async () => {
  await fill(buyers(4))
  const first = await page(null, 2)
  await fill([{ id: 'n', name: 'Neuf' }, ...buyers(4)])
  expect((await page(first?.last ?? null, 10))?.items).toEqual(buyers(4).slice(2))
})

it('reads the former filling until the new one is whole, and what a broken one left is removed', async () => {
  await fill(buyers(5, 'Ancien'))
  const broken = await inStore((db) => fillList(db, list))
  await broken.add(buyers(4, 'Perdu').map(row))
  const filling = await inStore((db) => fillList(db, list))
  await filling.add(buyers(2, 'Nouveau').map(row))
  expect(await itemOf('b1')).toEqual({ id: 'b1', name: 'Ancien 1' })
  await filling.finish(2_000)
  expect(await itemOf('b1')).toEqual({ id: 'b1', name: 'Nouveau 1' })
  expect(await itemOf('b3')).toBeUndefined()
  const rows = await inStore((db) => db.selectFrom('rows').select('id').execute())
  expect(rows).toHaveLength(2)
})

it('a list without rows is read as such until the new filling is whole', async () => {
  await fill([])
  const filling = await inStore((db) => fillList(db, list))
  await filling.add(buyers(2).map(row))
  expect(await ids()).toEqual([])
  await filling.finish(2_000)
  expect(await ids()).toHaveLength(2)
})

it('finds texts whatever their case and accents, in order, and no more than asked for', async () => {
  await fill([
    { id: '1', name: 'Société Générale' },
    { id: '2', name: 'Glaces du Condroz' },
    { id: '3', name: 'SOCIETE anonyme' },
    { id: '4', name: '100% x_y' },
  ])
  expect(await found('societe')).toEqual(['1', '3'])
  expect(await found('SOCIÉTÉ', 1)).toEqual(['1'])
  expect(await found('0%')).toEqual(['4'])
  expect(await found('%')).toEqual(['4'])
  expect(await found("' or 1 --")).toEqual([])
})

it('is changed in place: new ones come first', async () => {
  await fill(buyers(3))
  const put = [
    { id: 'n1', name: 'Neuf' },
    { id: 'b1', name: 'Changé' },
    { id: 'n2', name: 'Neuf aussi' },
  ]
  await onRead((db, place) => putRows(db, place, put.map(row)))
  await onRead((db, place) => removeRows(db, place, ['b0', 'unknown']))
  expect((await page(null, 10))?.items).toEqual([
    put[0],
    put[2],
    put[1],
    { id: 'b2', name: 'Acheteur 2' },
  ])
  expect(await found('change')).toEqual(['b1'])
  expect(await found('acheteur 1')).toEqual([])
})

it('is of its person alone', async () => {
  await fill(buyers(3))
  await store.openFor('jan.peeters')
  expect(await store.of(marie)).toBeNull()
  expect(await store.within('jan.peeters', ({ db }) => readList(db, list))).toBeNull()
})
