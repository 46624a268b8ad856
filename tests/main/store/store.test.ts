/** The store of a person: what is kept, for whom, and what becomes of it when something fails. */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Notice } from '../../../src/shared/contract/notices.ts'
import { createKeychain } from '../../../src/main/platform/secrets/keychain.ts'
import { createDocuments } from '../../../src/main/store/documents.ts'
import { noOwner } from '../../../src/main/store/person.ts'
import { createStore } from '../../../src/main/store/store.ts'
import { createMemoryKeychain, type MemoryKeychain } from '../support/memory-keychain.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const schema = z.object({ text: z.string() })
const marie = 'Marie.Lambert'
const jan = 'jan.peeters'

let stack: AsyncDisposableStack
let folder: string
let keychain: MemoryKeychain
let notices: Notice[]

beforeEach(() => {
  stack = new AsyncDisposableStack()
  folder = join(temporaryFolder(stack), 'offline')
  keychain = createMemoryKeychain()
  notices = []
})
afterEach(() => stack.disposeAsync())

const raise = (notice: Notice) => void notices.push(notice)

/** As after a restart: nothing in memory. */
async function open(owner: string | null = marie) {
  const store = createStore({
    folder,
    keychain: createKeychain(keychain, raise),
    raise,
    patienceMs: 60_000,
  })
  stack.defer(store.close)
  if (owner !== null) await store.openFor(owner)
  return { store, documents: createDocuments(store, raise) }
}
const files = () => readdirSync(folder, { recursive: true, encoding: 'utf8' })
const stores = () => files().filter((name) => name.endsWith('.store'))
const fileOf = () => join(folder, stores()[0] ?? 'none')

describe('keeping', () => {
  it('keeps things over a restart, without a word of them in clear', async () => {
    const { documents } = await open()
    await documents.write('draft', marie, { text: 'Rue de la Paix' })
    for (const name of files()) {
      expect(readFileSync(join(folder, name)).includes('Paix')).toBe(false)
      expect(name).not.toMatch(/marie/i)
    }
    for (const name of keychain.entries.keys()) expect(name).not.toMatch(/marie/i)
    const again = await open()
    expect(await again.documents.read('draft', marie.toUpperCase(), schema)).toEqual({
      text: 'Rue de la Paix',
    })
    expect(notices).toEqual([])
  })

  it('gives nobody what another person left, and keeps it', async () => {
    const { store, documents } = await open()
    await documents.write('draft', marie, { text: 'mine' })
    await store.openFor(jan)
    expect(await documents.read('draft', jan, schema)).toBeNull()
    expect(await documents.read('draft', marie, schema)).toBeNull()
    await documents.write('draft', marie, { text: 'late' })
    await store.openFor(marie)
    expect(await documents.read('draft', marie, schema)).toEqual({ text: 'mine' })
    expect(stores()).toHaveLength(2)
  })

  it('keeps what is nobody’s whoever is signed in, and makes no file to look for it', async () => {
    const { store, documents } = await open(null)
    expect(await documents.read('recovery', noOwner, schema)).toBeNull()
    await documents.remove('recovery', noOwner)
    expect(keychain.entries.size).toBe(0)
    await documents.write('recovery', noOwner, { text: 'begun' })
    await store.openFor(jan)
    expect(await documents.read('recovery', noOwner, schema)).toEqual({ text: 'begun' })
    await store.destroy(noOwner)
    expect(await documents.read('recovery', noOwner, schema)).toBeNull()
  })
})

it('destroys the key and the file of one person, and leaves the other’s', async () => {
  const { store, documents } = await open()
  await documents.write('draft', marie, { text: 'mine' })
  await store.openFor(jan)
  await documents.write('draft', jan, { text: 'his' })
  await store.destroy(marie)
  expect([keychain.entries.size, stores().length]).toEqual([1, 1])
  expect(await documents.read('draft', jan, schema)).toEqual({ text: 'his' })
  await store.destroy(jan)
  expect([keychain.entries.size, files()]).toEqual([0, []])
})

it('puts a damaged file aside and begins another', async () => {
  const { store, documents } = await open()
  await documents.write('draft', marie, { text: 'mine' })
  await store.close()
  writeFileSync(fileOf(), 'not a database'.repeat(1_000))
  const again = await open()
  expect(notices).toEqual([{ code: 'store_damaged' }])
  expect(await again.documents.read('draft', marie, schema)).toBeNull()
  await again.documents.write('draft', marie, { text: 'anew' })
  expect(stores()).toHaveLength(2)
})

it('lives in memory without a keychain, and moves to a file when there is one', async () => {
  keychain.fail('keychain_locked')
  const { store, documents } = await open()
  await documents.write('draft', marie, { text: 'mine' })
  expect(() => statSync(folder)).toThrow('ENOENT')
  keychain.fail(null)
  await store.persist()
  expect(await (await open()).documents.read('draft', marie, schema)).toBeNull()
})
