/** The store of a person: what is kept, for whom, and for how long. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { noOwner } from '../../../src/main/store/person.ts'
import { openStoreBench, type StoreBench } from '../support/store-bench.ts'

const schema = z.object({ text: z.string() })
const marie = 'Marie.Lambert'
const jan = 'jan.peeters'
const text = (written: string) => ({ text: written })

let stack: AsyncDisposableStack
let bench: StoreBench

beforeEach(() => {
  stack = new AsyncDisposableStack()
  bench = openStoreBench(stack)
})
afterEach(() => stack.disposeAsync())

describe('what is kept', () => {
  it('outlives a restart, without a word of it in clear, nor of whose it is', async () => {
    const { documents } = await bench.start(marie)
    await documents.write('draft', marie, text('Rue de la Paix'))
    for (const name of bench.files()) {
      expect(readFileSync(join(bench.folder, name)).includes('Paix')).toBe(false)
      expect(name).not.toMatch(/marie/i)
    }
    expect([...bench.keychain.entries.keys()].join()).not.toMatch(/marie/i)
    const again = await bench.start(marie.toUpperCase())
    expect(await again.documents.read('draft', marie, schema)).toEqual(text('Rue de la Paix'))
    expect(bench.notices).toEqual([])
  })

  it.skipIf(process.platform === 'win32')(
    'is readable by this person alone (Windows keeps that by the folder)',
    async () => {
      const { documents } = await bench.start(marie)
      await documents.write('draft', marie, text('mine'))
      expect(statSync(bench.folder).mode & 0o777).toBe(0o700)
      for (const name of bench.files()) {
        expect(statSync(join(bench.folder, name)).mode & 0o777).toBe(0o600)
      }
    },
  )

  it('has its key in the keychain before there is a file', async () => {
    const { write } = bench.keychain
    const before: string[][] = []
    const keychain = {
      ...bench.keychain,
      write: async (...args: Parameters<typeof write>) => {
        before.push(existsSync(bench.folder) ? bench.files() : [])
        return write(...args)
      },
    }
    await bench.start(marie, { keychain })
    expect(before).toEqual([[]])
    expect(bench.stores()).toHaveLength(1)
  })

  it('is the last of many writes at once', async () => {
    const { documents } = await bench.start(marie)
    const written = Array.from({ length: 30 }, (_unused, index) => text(`${index}`))
    await Promise.all(written.map((one) => documents.write('draft', marie, one)))
    const again = await bench.start(marie)
    expect(await again.documents.read('draft', marie, schema)).toEqual(text('29'))
  })

  it('is none where its shape is not known', async () => {
    const { documents } = await bench.start(marie)
    await documents.write('draft', marie, { other: 1 })
    expect(await documents.read('draft', marie, schema)).toBeNull()
  })
})

describe('several people', () => {
  it('have stores of their own, of which one is open', async () => {
    const { store, documents } = await bench.start(marie)
    await documents.write('draft', marie, text('mine'))
    await store.openFor(jan)
    expect(await documents.read('draft', jan, schema)).toBeNull()
    expect(await documents.read('draft', marie, schema)).toBeNull()
    await documents.write('draft', jan, text('his'))
    await store.openFor(marie)
    expect(await documents.read('draft', marie, schema)).toEqual(text('mine'))
    expect(bench.stores()).toHaveLength(2)
  })

  it('get nothing that comes late for another, whatever waits in between', async () => {
    const { store, documents } = await bench.start(marie)
    const late = [
      store.openFor(jan),
      documents.write('draft', marie, text('late')),
      documents.write('draft', jan, text('his')),
      store.openFor(marie),
      documents.write('draft', jan, text('late')),
    ]
    await Promise.all(late)
    expect(await documents.read('draft', marie, schema)).toBeNull()
    await store.openFor(jan)
    expect(await documents.read('draft', jan, schema)).toEqual(text('his'))
  })

  it('share what is nobody’s, and no file is made to look for it', async () => {
    const { store, documents } = await bench.start(null)
    expect(await documents.read('recovery', noOwner, schema)).toBeNull()
    await documents.remove('recovery', noOwner)
    expect(bench.keychain.entries.size).toBe(0)
    await documents.write('recovery', noOwner, text('begun'))
    await store.openFor(jan)
    expect(await documents.read('recovery', noOwner, schema)).toEqual(text('begun'))
    const again = await bench.start(marie)
    expect(await again.documents.read('recovery', noOwner, schema)).toEqual(text('begun'))
    await again.documents.remove('recovery', noOwner)
    expect(bench.stores()).toHaveLength(2)
  })
})

describe('signing out', () => {
  it('destroys the key and the file of one person alone', async () => {
    const { store, documents } = await bench.start(marie)
    await documents.write('draft', marie, text('mine'))
    await store.openFor(jan)
    await documents.write('draft', jan, text('his'))
    await store.destroy(marie)
    expect([bench.keychain.entries.size, bench.stores().length]).toEqual([1, 1])
    expect(await documents.read('draft', jan, schema)).toEqual(text('his'))
    await store.destroy(jan)
    expect([bench.keychain.entries.size, bench.files()]).toEqual([0, []])
  })

  it('keeps nothing that comes late, until somebody signs in', async () => {
    const { store, documents } = await bench.start(marie)
    await documents.write('draft', marie, text('mine'))
    await Promise.all([store.destroy(marie), documents.write('draft', marie, text('late'))])
    expect(bench.files()).toEqual([])
    await store.openFor(marie)
    expect(await documents.read('draft', marie, schema)).toBeNull()
  })

  it('removes the file where the keychain fails, and the key once it works again', async () => {
    const { store, documents } = await bench.start(marie)
    await documents.write('draft', marie, text('mine'))
    bench.keychain.fail('keychain_locked')
    await store.destroy(marie)
    expect(bench.files()).toEqual([])
    expect(bench.keychain.entries.size).toBe(1)
    bench.keychain.fail(null)
    await bench.retryKeychain()
    await store.persist()
    expect(bench.keychain.entries.size).toBe(0)
  })
})

describe('without a keychain', () => {
  it('things live in memory, also while another person is here, and move to a file later', async () => {
    bench.keychain.fail('keychain_absent')
    const { store, documents } = await bench.start(marie)
    await documents.write('draft', marie, text('mine'))
    await store.openFor(jan)
    expect(await documents.read('draft', jan, schema)).toBeNull()
    await store.openFor(marie)
    expect(await documents.read('draft', marie, schema)).toEqual(text('mine'))
    expect(existsSync(bench.folder)).toBe(false)
    expect(bench.notices).toContainEqual({ code: 'keychain_absent' })
    bench.keychain.fail(null)
    await bench.retryKeychain()
    await store.persist()
    const again = await bench.start(marie)
    expect(await again.documents.read('draft', marie, schema)).toEqual(text('mine'))
  })

  it('a file that is there is kept, and what came meanwhile goes into it', async () => {
    const before = await bench.start(marie)
    await before.documents.write('profile-draft', marie, text('before'))
    await before.documents.write('draft', marie, text('before'))
    await before.store.close()
    bench.keychain.fail('keychain_locked')
    const { store, documents } = await bench.start(marie)
    expect(await documents.read('draft', marie, schema)).toBeNull()
    await documents.write('draft', marie, text('meanwhile'))
    bench.keychain.fail(null)
    await bench.retryKeychain()
    await store.persist()
    expect(await documents.read('draft', marie, schema)).toEqual(text('meanwhile'))
    expect(await documents.read('profile-draft', marie, schema)).toEqual(text('before'))
    expect(bench.notices).toEqual([{ code: 'keychain_locked' }])
    expect(bench.stores()).toHaveLength(1)
  })

  it('that asks for its password nobody waits; what it then opens takes what came meanwhile', async () => {
    const before = await bench.start(marie)
    await before.documents.write('profile-draft', marie, text('before'))
    await before.store.close()
    const prompt = Promise.withResolvers<void>()
    const { read } = bench.keychain
    const keychain = {
      ...bench.keychain,
      read: async (...args: Parameters<typeof read>) => {
        await prompt.promise
        return read(...args)
      },
    }
    const { store, documents } = await bench.start(marie, { keychain, patienceMs: 10 })
    await documents.write('draft', marie, text('meanwhile'))
    prompt.resolve()
    await expect.poll(async () => (await store.of(marie))?.durable).toBe(true)
    expect(await documents.read('draft', marie, schema)).toEqual(text('meanwhile'))
    expect(await documents.read('profile-draft', marie, schema)).toEqual(text('before'))
  })
})

describe('a key that a lock has wrapped', () => {
  it('opens nothing until it is unwrapped', async () => {
    const { store, documents } = await bench.start(marie)
    await documents.write('draft', marie, text('mine'))
    const key = Buffer.from((await store.entry(marie))?.key ?? '', 'base64url')
    expect(await store.changeEntry(marie, (entry) => ({ ...entry, key: null }))).toBe(true)
    await store.close()
    await store.openFor(marie)
    expect(await store.of(marie)).toBeNull()
    expect(await documents.read('draft', marie, schema)).toBeNull()
    await store.unlock(marie, Buffer.alloc(32, 1))
    expect(await store.of(marie)).toBeNull()
    await store.unlock(marie, key)
    expect(await documents.read('draft', marie, schema)).toEqual(text('mine'))
    expect(bench.notices).toEqual([])
  })
})

describe('a session that was revoked elsewhere', () => {
  it('takes what the portal gave out of the file itself; drafts and edits stay', async () => {
    const { store, documents } = await bench.start(marie)
    const canary = 'Glaces du Condroz SA'
    await documents.write('draft', marie, text('typed'))
    await store.within(marie, async ({ db }) => {
      const answer = { resource: 'home', params: '', etag: null, fetched_at: 1 }
      await db
        .insertInto('answers')
        .values({ ...answer, data: canary.repeat(5_000) })
        .execute()
      await db.insertInto('outbox').values(bench.edit('e1')).execute()
    })
    await store.forgetAnswers(marie)
    await store.close()
    const bytes = bench.decrypted()
    expect(bytes).not.toContain(canary)
    expect(bytes).toContain('typed')
    const again = await bench.start(marie)
    const edits = await again.store.within(marie, ({ db }) =>
      db.selectFrom('outbox').select('id').execute(),
    )
    expect(edits).toEqual([{ id: 'e1' }])
    expect(await again.documents.read('draft', marie, schema)).toEqual(text('typed'))
  })
})
