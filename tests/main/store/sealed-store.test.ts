import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import type * as fsPromises from 'node:fs/promises'
import { open as openFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import type { Notice } from '../../../src/shared/contract/notices.ts'
import { seal, unseal } from '../../../src/main/store/sealing.ts'
import { createSealedStore, noOwner } from '../../../src/main/store/sealed-store.ts'
import { createKeychain } from '../../../src/main/platform/secrets/keychain.ts'
import { createMemoryKeychain, type MemoryKeychain } from '../support/memory-keychain.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

// A disk fills up between two writes: made up, as the name that is written to cannot be foreseen.
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof fsPromises>()
  return { ...real, open: vi.fn(real.open) }
})

const schema = z.object({ text: z.string() })
const owner = 'Marie.Lambert'

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
function open(openedFor = owner) {
  const store = createSealedStore(folder, createKeychain(keychain, raise), raise)
  store.openFor(openedFor)
  return store
}
const file = (name: string) => join(folder, `${name}.sealed`)

describe('sealing', () => {
  it('gives back what was sealed, and nothing under another key or name', () => {
    const key = fc.uint8Array({ minLength: 32, maxLength: 32 })
    fc.assert(
      fc.property(key, key, fc.string(), (ours, theirs, content) => {
        const sealed = seal(ours, 'draft', content)
        expect(unseal(ours, 'draft', sealed)).toBe(content.toWellFormed())
        expect(unseal(ours, 'home', sealed)).toBeNull()
        fc.pre(Buffer.compare(ours, theirs) !== 0)
        expect(unseal(theirs, 'draft', sealed)).toBeNull()
      }),
    )
  })

  it('refuses every changed byte and every cut', () => {
    const key = Buffer.alloc(32, 7)
    const sealed = seal(key, 'draft', 'Médor')
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = Buffer.from(sealed)
        changed.writeUInt8(changed.readUInt8(at) ^ change, at)
        expect(unseal(key, 'draft', changed)).toBeNull()
        expect(unseal(key, 'draft', sealed.subarray(0, at))).toBeNull()
      }),
    )
  })
})

it('keeps things over a restart, without a word of them in clear', async () => {
  await open().write('draft', owner, { text: 'Rue de la Paix' })
  expect(readFileSync(file('draft')).includes('Paix')).toBe(false)
  expect(readFileSync(file('draft')).includes('marie')).toBe(false)
  expect(await open().read('draft', owner, schema)).toEqual({ text: 'Rue de la Paix' })
})

it.skipIf(process.platform === 'win32')(
  'is readable by this person alone (Windows keeps that by the folder)',
  async () => {
    await open().write('draft', owner, { text: 'mine' })
    expect(statSync(file('draft')).mode & 0o777).toBe(0o600)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
  },
)

it('gives noOwner what another person left', async () => {
  await open().write('draft', owner, { text: 'mine' })
  expect(await open('jan.peeters').read('draft', 'jan.peeters', schema)).toBeNull()
  expect(await open().read('draft', owner.toUpperCase(), schema)).toEqual({ text: 'mine' })
})

it('keeps what belongs to noOwner signed in, whoever it is open for, until it is cleared', async () => {
  const closed = createSealedStore(folder, createKeychain(keychain, raise), raise)
  await closed.write('recovery', noOwner, { text: 'begun' })
  await closed.write('draft', owner, { text: 'not open' })
  expect(readdirSync(folder)).toEqual(['recovery.sealed'])
  expect(await open().read('recovery', noOwner, schema)).toEqual({ text: 'begun' })
  expect(await open().read('recovery', owner, schema)).toBeNull()
  await open().clear()
  expect(await open().read('recovery', noOwner, schema)).toBeNull()
})

it('ignores and removes a damaged file', async () => {
  await open().write('draft', owner, { text: 'mine' })
  writeFileSync(file('draft'), readFileSync(file('draft')).subarray(0, 20))
  expect(await open().read('draft', owner, schema)).toBeNull()
  expect(readdirSync(folder)).toEqual([])
  expect(notices).toEqual([])
})

it('ignores a file put in another’s place, and one of a former key', async () => {
  await open().write('draft', owner, { text: 'mine' })
  renameSync(file('draft'), file('home'))
  expect(await open().read('home', owner, schema)).toBeNull()
  await open().write('draft', owner, { text: 'mine' })
  keychain.entries.delete('store-key')
  expect(await open().read('draft', owner, schema)).toBeNull()
})

it('does not take a shape it does not know', async () => {
  await open().write('draft', owner, { other: 1 })
  expect(await open().read('draft', owner, schema)).toBeNull()
})

it('keeps a file that cannot be opened because the keychain is locked', async () => {
  await open().write('draft', owner, { text: 'mine' })
  keychain.fail('keychain_locked')
  expect(await open().read('draft', owner, schema)).toBeNull()
  keychain.fail(null)
  expect(await open().read('draft', owner, schema)).toEqual({ text: 'mine' })
})

it('lives in memory without a keychain, and writes no file', async () => {
  keychain.fail('keychain_absent')
  const store = open()
  await store.write('draft', owner, { text: 'mine' })
  expect(await store.read('draft', owner, schema)).toEqual({ text: 'mine' })
  expect(() => readdirSync(folder)).toThrow('ENOENT')
  expect(notices).toEqual([{ code: 'keychain_absent' }])
})

it('says that the disk is full, and keeps what was typed in memory and the file as it was', async () => {
  await open().write('draft', owner, { text: 'first' })
  const store = open()
  const full = Object.assign(new Error('no space left'), { code: 'ENOSPC' })
  vi.mocked(openFile).mockRejectedValueOnce(full)
  await store.write('draft', owner, { text: 'second' })
  expect(notices).toEqual([{ code: 'disk_full' }])
  expect(await store.read('draft', owner, schema)).toEqual({ text: 'second' })
  expect(await open().read('draft', owner, schema)).toEqual({ text: 'first' })
})

it('says that a folder cannot be written', async () => {
  mkdirSync(join(folder, '..'), { recursive: true })
  writeFileSync(folder, 'a file where the folder should be')
  await open().write('draft', owner, { text: 'mine' })
  expect(notices).toContainEqual({ code: 'storage_failed' })
})

it('keeps the last of many writes at once', async () => {
  const store = open()
  const texts = Array.from({ length: 30 }, (_unused, index) => `${index}`)
  await Promise.all(texts.map((text) => store.write('draft', owner, { text })))
  expect(await open().read('draft', owner, schema)).toEqual({ text: '29' })
})

it('leaves nothing after clearing, and keeps nothing until it is opened again', async () => {
  const store = open()
  await store.write('draft', owner, { text: 'mine' })
  await store.clear()
  await store.write('draft', owner, { text: 'too late' })
  expect(() => readdirSync(folder)).toThrow('ENOENT')
  expect(keychain.entries.size).toBe(0)
  store.openFor(owner)
  await store.write('draft', owner, { text: 'again' })
  expect(await open().read('draft', owner, schema)).toEqual({ text: 'again' })
})
