/** What the versions before the store kept: taken over once, whatever happens meanwhile. */
import { cpSync, existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { noOwner } from '../../../src/main/store/person.ts'
import { openInMemory } from '../../../src/main/store/database.ts'
import { keepFormerAnswer } from '../../../src/main/store/former-answers.ts'
import { loadEncryptingLibrary } from '../../../src/main/store/library.ts'
import type { SecretName } from '../../../src/main/platform/secrets/os-keychain.ts'
import { openStoreBench, type StoreBench } from '../support/store-bench.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const fixtures = join(import.meta.dirname, '..', 'fixtures', 'profile-2026-11')
const marie = 'marie.lambert'
const invited = 'nouveau.client'
const anything = z.record(z.string(), z.unknown())

let stack: AsyncDisposableStack
let bench: StoreBench

beforeEach(() => {
  stack = new AsyncDisposableStack()
  bench = openStoreBench(stack)
})
afterEach(() => stack.disposeAsync())

/** The folder as the former version left it. */
function leave(person: string): void {
  const from = join(fixtures, person)
  cpSync(join(from, 'offline'), bench.folder, { recursive: true })
  bench.keychain.entries.set('store-key', formerKey(person))
}

function formerKey(person: string): string {
  const text = readFileSync(join(fixtures, person, 'keychain.json'), 'utf8')
  return z.object({ 'store-key': z.string() }).parse(JSON.parse(text))['store-key']
}
const sealed = () => bench.files().filter((name) => name.endsWith('.sealed'))

describe('sealed files', () => {
  it('are taken over with drafts and all, and then gone, with their key', async () => {
    leave(marie)
    const { documents } = await bench.start(marie)
    const draft = await documents.read('profile-draft', marie, anything)
    expect(draft).toMatchObject({ personal: { firstName: 'Marie-Claire' } })
    expect(await documents.read('reminders', marie, anything)).not.toBeNull()
    expect(sealed()).toEqual([])
    expect(bench.keychain.entries.has('store-key')).toBe(false)
    expect(bench.notices).toEqual([])
    const again = await bench.start(marie)
    expect(await again.documents.read('profile-draft', marie, anything)).toEqual(draft)
  })

  it('of a recovery are there before anybody signs in, and leave those of a person to them', async () => {
    leave(invited)
    const { store, documents } = await bench.start(null)
    expect(await documents.read('recovery', noOwner, anything)).toHaveProperty('id')
    expect(sealed().toSorted()).toEqual(['draft.sealed', 'enrolment.sealed'])
    await store.openFor(marie)
    expect(sealed()).toHaveLength(2)
    await store.openFor(invited)
    expect(await documents.read('draft', invited, anything)).toMatchObject({ firstName: 'Noé' })
    expect(sealed()).toEqual([])
    expect(bench.keychain.entries.has('store-key')).toBe(false)
  })

  it('wait while the keychain is locked', async () => {
    leave(marie)
    bench.keychain.fail('keychain_locked')
    const { store, documents } = await bench.start(marie)
    expect(await documents.read('profile-draft', marie, anything)).toBeNull()
    expect(sealed()).toHaveLength(7)
    bench.keychain.fail(null)
    await bench.retryKeychain()
    await store.persist()
    expect(await documents.read('profile-draft', marie, anything)).not.toBeNull()
    expect(sealed()).toEqual([])
  })

  it('whose key is gone, or that are damaged, are kept aside, and that is said', async () => {
    leave(marie)
    writeFileSync(join(bench.folder, 'me.sealed'), 'damaged')
    await bench.start(marie)
    expect(bench.notices).toEqual([{ code: 'store_damaged' }])
    expect(readdirSync(join(bench.folder, 'set-aside'))).toEqual(['me.sealed'])
    bench = openStoreBench(stack)
    leave(marie)
    bench.keychain.entries.clear()
    await bench.start(marie)
    expect(bench.notices[0]).toEqual({ code: 'store_key_missing' })
    expect(readdirSync(join(bench.folder, 'set-aside'))).toHaveLength(7)
  })

  it('go with the person who signs out', async () => {
    leave(marie)
    const { store } = await bench.start(null)
    await store.destroy(marie)
    expect(sealed()).toEqual([])
    expect(bench.keychain.entries.size).toBe(0)
  })
})

it('of a list has its first page read as before, and what is no page is left to the portal', async () => {
  const connection = openInMemory(await loadEncryptingLibrary())
  const fetchedAt = '2026-11-20T08:00:00.000Z'
  const data = { items: [{ id: 'a', title: 'Un' }, { id: 'b' }], nextCursor: 'next' }
  const page = JSON.stringify({ data, etag: '"1"', fetchedAt })
  keepFormerAnswer(connection, 'alerts', page, 1)
  keepFormerAnswer(connection, 'alerts', page, 2)
  keepFormerAnswer(connection, 'messages', '{"data":1}', 1)
  keepFormerAnswer(connection, 'me', '{"current":1}', 1)
  expect(connection.prepare('select * from lists').all([])).toEqual([
    { list: 'alerts', filling: 1, cursor: 'next', etag: null, fetched_at: Date.parse(fetchedAt) },
  ])
  const rows = connection.prepare('select id, data from rows order by position').all([])
  expect(rows).toEqual([
    { id: 'a', data: '{"id":"a","title":"Un"}' },
    { id: 'b', data: '{"id":"b"}' },
  ])
  expect(connection.prepare('select * from answers').all([])).toEqual([])
  connection.close()
})

describe('where taking over was cut short', () => {
  it('before a file was gone, what was done since is not undone', async () => {
    leave(marie)
    const copies = new Map(
      sealed().map((name) => [name, readFileSync(join(bench.folder, name))] as const),
    )
    const { store, documents } = await bench.start(marie)
    await documents.remove('profile-draft', marie)
    await documents.write('reminders', marie, { later: true })
    await store.close()
    // As they lay there, with the times that they had.
    for (const [name, content] of copies) {
      const path = join(bench.folder, name)
      writeFileSync(path, content)
      utimesSync(path, new Date(1_000), new Date(1_000))
    }
    bench.keychain.entries.set('store-key', formerKey(marie))
    const again = await bench.start(marie)
    expect(await again.documents.read('profile-draft', marie, anything)).toBeNull()
    expect(await again.documents.read('reminders', marie, anything)).toEqual({ later: true })
    expect(sealed()).toEqual([])
  })

  it('what the former version wrote later, after going back to it, counts', async () => {
    leave(marie)
    const later = readFileSync(join(bench.folder, 'profile-draft.sealed'))
    const { store, documents } = await bench.start(marie)
    await documents.write('profile-draft', marie, { older: true })
    await store.close()
    const path = join(bench.folder, 'profile-draft.sealed')
    writeFileSync(path, later)
    const tomorrow = new Date(Date.now() + 86_400_000)
    utimesSync(path, tomorrow, tomorrow)
    bench.keychain.entries.set('store-key', formerKey(marie))
    const again = await bench.start(marie)
    expect(await again.documents.read('profile-draft', marie, anything)).toMatchObject({
      personal: { firstName: 'Marie-Claire' },
    })
    expect(existsSync(path)).toBe(false)
  })

  it('at any moment, the next start has all of it', async () => {
    leave(marie)
    const moments = await momentsOfTakingOver()
    expect(moments.length).toBeGreaterThan(10)
    for (const { folder, entries } of moments) {
      const killed = openStoreBench(stack, folder)
      for (const [name, value] of entries) killed.keychain.entries.set(name, value)
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const { documents } = await killed.start(marie)
      // oxlint-disable-next-line no-await-in-loop -- as above
      const draft = await documents.read('profile-draft', marie, anything)
      expect(draft).toMatchObject({ personal: { firstName: 'Marie-Claire' } })
      expect(killed.notices).toEqual([])
      expect(killed.files().filter((name) => name.endsWith('.sealed'))).toEqual([])
    }
  })
})

/** What a kill would leave: the folder and the keychain before each statement and each change. */
async function momentsOfTakingOver() {
  const copies = temporaryFolder(stack)
  const moments: { readonly folder: string; readonly entries: ReadonlyMap<SecretName, string> }[] =
    []
  function note(): void {
    const folder = join(copies, `${moments.length}`)
    cpSync(bench.folder, folder, { recursive: true, preserveTimestamps: true })
    moments.push({ folder, entries: new Map(bench.keychain.entries) })
  }
  const noting =
    <Args extends unknown[], Result>(work: (...args: Args) => Result) =>
    (...args: Args): Result => {
      note()
      return work(...args)
    }
  const { read, write, remove } = bench.keychain
  const library = await loadEncryptingLibrary()
  const open: typeof library.open = (...args) => {
    const connection = library.open(...args)
    const { exec, prepare } = connection
    return { ...connection, exec: noting(exec), prepare: noting(prepare) }
  }
  const { store } = await bench.start(marie, {
    keychain: { read: noting(read), write: noting(write), remove: noting(remove) },
    library: async () => ({ ...library, open }),
  })
  await store.close()
  note()
  return moments
}
