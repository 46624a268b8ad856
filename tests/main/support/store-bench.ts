/** Stores in a folder of their own, with a keychain that can be looked into and made to fail. */
import { createDecipheriv } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Notice } from '../../../src/shared/contract/notices.ts'
import { createKeychain, type Keychain } from '../../../src/main/platform/secrets/keychain.ts'
import type { OsKeychain } from '../../../src/main/platform/secrets/os-keychain.ts'
import { createDocuments, type Documents } from '../../../src/main/store/documents.ts'
import { openDatabase } from '../../../src/main/store/database.ts'
import { loadEncryptingLibrary, type Library } from '../../../src/main/store/library.ts'
import { createStore, type Store } from '../../../src/main/store/store.ts'
import { createMemoryKeychain, type MemoryKeychain } from './memory-keychain.ts'
import { temporaryFolder } from './temporary-folder.ts'

const keySchema = z.object({ key: z.string() })

export type StoreBench = {
  readonly folder: string
  readonly keychain: MemoryKeychain
  readonly notices: Notice[]
  /** The app starts, and somebody is signed in. */
  readonly start: (
    owner: string | null,
    options?: {
      readonly keychain?: OsKeychain
      readonly patienceMs?: number
      readonly library?: () => Promise<Library>
    },
  ) => Promise<{ readonly store: Store; readonly documents: Documents }>
  /** The person asks the keychain of the last start again. */
  readonly retryKeychain: () => Promise<void>
  readonly files: () => string[]
  /** The files of stores that are found there. */
  readonly stores: () => string[]
  readonly pathOf: (store?: string) => string
  /** A row of the outbox. */
  readonly edit: (id: string) => EditRow
  /** Changes the one store as another program with its key would. */
  readonly alter: (sql: string) => Promise<void>
  /** All bytes of the one store, of free pages too, as whoever has its key could read them. */
  readonly decrypted: () => string
}

export function openStoreBench(
  stack: AsyncDisposableStack,
  folder = join(temporaryFolder(stack), 'offline'),
): StoreBench {
  const memory = createMemoryKeychain()
  const notices: Notice[] = []
  const raise = (notice: Notice) => void notices.push(notice)
  let asked: Keychain | null = null
  const files = () =>
    existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : []
  const stores = () => files().filter((name) => /^[0-9a-f]+\.store$/.test(name))
  const pathOf = (name = stores()[0] ?? 'none') => join(folder, name)

  /** Of the one store. */
  function keyOf(): Buffer {
    const { key } = keySchema.parse(JSON.parse([...memory.entries.values()][0] ?? '{}'))
    return Buffer.from(key, 'base64url')
  }

  return {
    folder,
    keychain: memory,
    notices,
    async start(owner, options = {}) {
      const keychain = createKeychain(options.keychain ?? memory, raise)
      asked = keychain
      const store = createStore({ patienceMs: 60_000, ...options, folder, keychain, raise })
      stack.defer(store.close)
      if (owner !== null) await store.openFor(owner)
      return { store, documents: createDocuments(store, raise) }
    },
    async retryKeychain() {
      await asked?.retry()
    },
    files,
    stores,
    pathOf,
    edit,
    async alter(sql) {
      const connection = openDatabase(await loadEncryptingLibrary(), pathOf(), keyOf())
      connection.exec(sql)
      connection.close()
    },
    decrypted: () => decryptedPages(readFileSync(pathOf()), keyOf()).toString('latin1'),
  }
}

/** SQLCipher 4: pages of 4096 bytes, of which the last 80 are the nonce (16) and a seal. */
function decryptedPages(file: Buffer, key: Buffer): Buffer {
  const pages = Array.from({ length: file.length / 4_096 }, (_unused, index) => {
    const page = file.subarray(index * 4_096, (index + 1) * 4_096)
    const decipher = createDecipheriv('aes-256-cbc', key, page.subarray(4_016, 4_032))
    decipher.setAutoPadding(false)
    // The first begins with the file's salt.
    return decipher.update(page.subarray(index === 0 ? 16 : 0, 4_016))
  })
  return Buffer.concat(pages)
}

type EditRow = ReturnType<typeof edit>

function edit(id: string) {
  return {
    id,
    resource: 'me',
    edit: '{}',
    subject: null,
    queued_at: 1,
    state: 'queued',
    endpoint: 'meUpdate',
    params: '{}',
    body: '{}',
    if_match: null,
    idempotency_key: id,
    attempts: 0,
    next_attempt_at: null,
    error: null,
    current: null,
  }
}
