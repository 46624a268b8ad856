/** Files, disks and keychains that fail: nothing that could be kept is lost, and it is said. */
import {
  closeSync,
  cpSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { runCaptured } from '../../../scripts/lib/processes.ts'
import { loadPlainLibrary } from '../../../src/main/store/library.ts'
import { mountSmallDisk } from '../../e2e/support/small-disk.ts'
import { openStoreBench, type StoreBench } from '../support/store-bench.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const schema = z.object({ text: z.string() })
const marie = 'marie.lambert'
const jan = 'jan.peeters'
const text = (written: string) => ({ text: written })

let stack: AsyncDisposableStack
let bench: StoreBench

beforeEach(() => {
  stack = new AsyncDisposableStack()
  bench = openStoreBench(stack)
})
afterEach(() => stack.disposeAsync())

/** The app ran, and what was typed in it is on the disk. */
async function leave(edits = 0): Promise<void> {
  const { store, documents } = await bench.start(marie)
  await documents.write('draft', marie, text('typed'))
  await documents.write('profile-draft', marie, text('x'.repeat(100_000)))
  await documents.write('reminders', marie, text('seen'))
  for (let at = 0; at < edits; at += 1) {
    const row = bench.edit(`e${at}`)
    // oxlint-disable-next-line no-await-in-loop -- in order
    await store.within(marie, ({ db }) => db.insertInto('outbox').values(row).execute())
  }
  await store.noteEdits(marie, edits)
  await store.close()
}

const asides = () =>
  readdirSync(join(bench.folder, 'set-aside')).filter((name) => name.endsWith('.store'))

/** Changes a byte in each page of `from` to `to`, parts of the whole. */
function damage(from: number, to: number): void {
  const path = bench.pathOf()
  const { length } = readFileSync(path)
  const file = openSync(path, 'r+')
  for (let at = Math.floor(length * from); at < length * to; at += 4_096) {
    writeSync(file, Buffer.from('damage'), 0, 6, at)
  }
  closeSync(file)
}

describe('a file', () => {
  it.each([
    ['is no database', () => writeFileSync(bench.pathOf(), 'not a database '.repeat(1_000))],
    ['is empty', () => truncateSync(bench.pathOf(), 0)],
    ['is cut short', () => truncateSync(bench.pathOf(), 5_000)],
    ['has its first page changed', () => damage(0, 0.01)],
  ])('that %s is set aside, and another begins', async (_name, spoil) => {
    await leave()
    spoil()
    const { store, documents } = await bench.start(marie)
    await documents.read('draft', marie, schema)
    expect(bench.notices).toEqual([{ code: 'store_damaged' }])
    expect(asides()).toHaveLength(1)
    await documents.write('draft', marie, text('anew'))
    await store.close()
    const again = await bench.start(marie)
    expect(await again.documents.read('draft', marie, schema)).toEqual(text('anew'))
    expect(bench.notices).toHaveLength(1)
  })

  it('with a damaged page gives what is before and behind it, also where that shows late', async () => {
    await leave(3)
    // The long text alone: its pages are in the middle.
    damage(0.62, 0.68)
    const { store, documents } = await bench.start(marie)
    expect(bench.notices).toEqual([])
    expect(await documents.read('profile-draft', marie, schema)).toBeNull()
    expect(bench.notices).toEqual([{ code: 'store_damaged' }])
    expect(await documents.read('draft', marie, schema)).toEqual(text('typed'))
    expect(await documents.read('reminders', marie, schema)).toEqual(text('seen'))
    const edits = await store.within(marie, ({ db }) =>
      db.selectFrom('outbox').select('id').orderBy('sequence').execute(),
    )
    expect(edits).toEqual([{ id: 'e0' }, { id: 'e1' }, { id: 'e2' }])
    expect(asides()).toHaveLength(1)
  })

  it('that was set aside goes with the person who signs out', async () => {
    await leave()
    damage(0, 0.01)
    const { store } = await bench.start(marie)
    expect(asides()).toHaveLength(1)
    await store.destroy(marie)
    expect(asides()).toEqual([])
    expect(bench.keychain.entries.size).toBe(0)
  })

  it('of a later version is left as it is, and nothing is kept meanwhile', async () => {
    await leave()
    await bench.alter('pragma user_version = 99')
    const before = readFileSync(bench.pathOf())
    const { store, documents } = await bench.start(marie)
    expect(bench.notices).toEqual([{ code: 'store_newer' }])
    await documents.write('draft', marie, text('meanwhile'))
    expect(await documents.read('draft', marie, schema)).toEqual(text('meanwhile'))
    await store.persist()
    await store.close()
    expect(readFileSync(bench.pathOf())).toEqual(before)
    expect(bench.stores()).toHaveLength(1)
  })

  it('whose keychain entry a later version wrote is left as it is too', async () => {
    await leave()
    for (const name of bench.keychain.entries.keys()) {
      bench.keychain.entries.set(name, JSON.stringify({ version: 2, sealed: 'otherwise' }))
    }
    const before = readFileSync(bench.pathOf())
    const { documents } = await bench.start(marie)
    await documents.write('draft', marie, text('meanwhile'))
    expect(bench.notices).toEqual([{ code: 'store_newer' }])
    expect(bench.stores()).toHaveLength(1)
    expect(readFileSync(bench.pathOf())).toEqual(before)
  })

  it('that was never finished is no store', async () => {
    await leave()
    const unfinished = `${bench.pathOf().replace(/[0-9a-f]{32}/, '0'.repeat(32))}.new`
    writeFileSync(unfinished, 'half')
    const { store } = await bench.start(jan)
    expect(bench.notices).toEqual([])
    expect(bench.files().some((name) => name.endsWith('.new'))).toBe(false)
    expect((await store.of(jan))?.durable).toBe(true)
  })
})

describe('a keychain', () => {
  it.each([
    ['was emptied', () => bench.keychain.entries.clear()],
    ['holds another key', () => replaceKeys(Buffer.alloc(32, 1).toString('base64url'))],
    ['holds an empty key', () => replaceKeys('')],
    ['holds something else', () => replaceEntries('something else')],
  ])(
    'that %s: the file is kept aside, and said with how many edits are in it',
    async (_n, spoil) => {
      await leave(2)
      const before = readFileSync(bench.pathOf())
      spoil()
      const { documents } = await bench.start(marie)
      expect(bench.notices).toEqual([{ code: 'store_key_missing', params: { count: 2 } }])
      const [aside = ''] = asides()
      expect(readFileSync(join(bench.folder, 'set-aside', aside))).toEqual(before)
      expect(await documents.read('draft', marie, schema)).toBeNull()
      await documents.write('draft', marie, text('anew'))
      expect(bench.stores()).toHaveLength(1)
    },
  )

  it('that lost one person’s key keeps the other’s store', async () => {
    await leave()
    const { store, documents } = await bench.start(jan)
    await documents.write('draft', jan, text('his'))
    await store.close()
    for (const [name, value] of bench.keychain.entries) {
      if (value.includes(marie)) bench.keychain.entries.delete(name)
    }
    const again = await bench.start(jan)
    expect(await again.documents.read('draft', jan, schema)).toEqual(text('his'))
    expect(bench.notices).toEqual([{ code: 'store_key_missing' }])
  })
})

function replaceEntries(value: string): void {
  for (const name of bench.keychain.entries.keys()) bench.keychain.entries.set(name, value)
}

function replaceKeys(key: string): void {
  replaceEntries(JSON.stringify({ version: 1, owner: marie, key, lock: null }))
}

describe('a folder', () => {
  it('that cannot be made is said, and things live in memory until it can', async () => {
    const folder = join(temporaryFolder(stack), 'offline')
    writeFileSync(folder, 'a file where the folder should be')
    bench = openStoreBench(stack, folder)
    const { store, documents } = await bench.start(marie)
    await documents.write('draft', marie, text('typed'))
    expect(await documents.read('draft', marie, schema)).toEqual(text('typed'))
    expect(bench.notices).toContainEqual({ code: 'storage_failed' })
    expect(bench.keychain.entries.size).toBe(0)
    rmSync(folder)
    await store.persist()
    const again = await bench.start(marie)
    expect(await again.documents.read('draft', marie, schema)).toEqual(text('typed'))
  })

  it('that is read-only shows what is there, and keeps what comes in memory', async (context) => {
    const disk = await smallDisk()
    if (disk === null) return context.skip('nothing may be mounted here')
    await leave()
    const remount = (how: string) =>
      runCaptured('mount', ['-o', `remount,${how}`, join(bench.folder, '..')])
    await remount('ro')
    const { store, documents } = await bench.start(marie)
    expect(await documents.read('reminders', marie, schema)).toEqual(text('seen'))
    await documents.write('draft', marie, text('meanwhile'))
    await documents.remove('reminders', marie)
    expect(await documents.read('draft', marie, schema)).toEqual(text('meanwhile'))
    expect(bench.notices).toEqual([{ code: 'storage_failed' }])
    await remount('rw')
    await store.persist()
    await store.close()
    const again = await bench.start(marie)
    expect(await again.documents.read('draft', marie, schema)).toEqual(text('meanwhile'))
    expect(await again.documents.read('reminders', marie, schema)).toBeNull()
    return undefined
  })
})

describe('a disk', () => {
  it('that fills up is said; what was there stays, what comes lives in memory until there is room', async (context) => {
    const disk = await smallDisk()
    if (disk === null) return context.skip('nothing may be mounted here')
    const { store, documents } = await bench.start(marie)
    await documents.write('draft', marie, text('typed'))
    disk.fill()
    await documents.write('profile-draft', marie, text('x'.repeat(100_000)))
    expect(bench.notices).toEqual([{ code: 'disk_full' }])
    expect(await documents.read('draft', marie, schema)).toEqual(text('typed'))
    expect((await documents.read('profile-draft', marie, schema))?.text).toHaveLength(100_000)
    expect((await store.of(marie))?.durable).toBe(false)
    disk.free()
    await store.persist()
    expect((await store.of(marie))?.durable).toBe(true)
    await store.close()
    const again = await bench.start(marie)
    expect((await again.documents.read('profile-draft', marie, schema))?.text).toHaveLength(100_000)
    return undefined
  })

  it('that is full from the start makes no store, and leaves no key', async (context) => {
    const disk = await smallDisk()
    if (disk === null) return context.skip('nothing may be mounted here')
    disk.fill()
    const { documents } = await bench.start(marie)
    await documents.write('draft', marie, text('typed'))
    expect(await documents.read('draft', marie, schema)).toEqual(text('typed'))
    expect(bench.notices).toContainEqual({ code: 'disk_full' })
    expect(bench.keychain.entries.size).toBe(0)
    return undefined
  })
})

/** A bench on a disk of less than a megabyte. */
async function smallDisk() {
  const disk = await mountSmallDisk(temporaryFolder(stack), stack)
  if (disk !== null) bench = openStoreBench(stack, join(disk.profile, 'offline'))
  return disk
}

it('without the library that encrypts, things live in memory', async () => {
  const { store, documents } = await bench.start(marie, { library: loadPlainLibrary })
  await documents.write('draft', marie, text('typed'))
  expect(await documents.read('draft', marie, schema)).toEqual(text('typed'))
  expect((await store.of(marie))?.durable).toBe(false)
  await store.persist()
  expect(bench.files()).toEqual([])
})

it('a copy of a store that is put back opens nothing of what came after', async () => {
  await leave()
  const copy = `${bench.pathOf()}.copy`
  cpSync(bench.pathOf(), copy)
  const { store } = await bench.start(marie)
  const path = bench.pathOf()
  await store.destroy(marie)
  cpSync(copy, path)
  const { documents } = await bench.start(marie)
  expect(await documents.read('draft', marie, schema)).toBeNull()
  expect(bench.notices).toEqual([{ code: 'store_key_missing' }])
})
