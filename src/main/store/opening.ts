/**
 * Opens the store of one person, whatever state keychain, disk and file are in. What cannot be opened
 * is kept and said; what then begins is a new store, or one in memory.
 */
import { randomBytes } from 'node:crypto'
import { Mutex } from 'async-mutex'
import type { Notice } from '../../shared/contract/notices.ts'
import { keyIn, type StoreEntries } from '../platform/secrets/store-entries.ts'
import { readRows, writeRows, type CarriedRows } from './copy.ts'
import { openDamaged, openDatabase, openInMemory, storeKeyBytes, type Opened } from './database.ts'
import { fingerprintOf, type StoreFiles } from './files.ts'
import type { SealedFiles } from './sealed-files.ts'
import type { Connection, Library } from './library.ts'
import type { Locator } from './locator.ts'
import { storageNotice, storageTroubleOf } from './trouble.ts'

export type Opening =
  | { readonly kind: 'opened'; readonly opened: Opened }
  /** There is none, and none was to be made. */
  | { readonly kind: 'none' }
  /** Its key is wrapped: it opens with `unlock`. */
  | { readonly kind: 'locked' }

export type Opener = {
  /**
   * Never rejects.
   * @param key where the keychain holds a wrapped one
   */
  readonly open: (options: {
    readonly owner: string
    readonly make: boolean
    readonly key: Buffer | null
  }) => Promise<Opening>
  /** A store in memory, with nothing in it. */
  readonly openInMemory: () => Promise<Opened>
  /** Goes on after a failure of a statement: what can be read is carried into what is opened next. */
  readonly reopen: (opened: Opened, failure: unknown) => Promise<Opened>
  /**
   * Destroys `owner`'s keys, then the files that they open, those that were set aside too. Whether
   * the keychain has none of them any more; never rejects.
   * @param id of the file that was open, which is removed also where the keychain does not answer
   */
  readonly destroy: (owner: string, id: string | null) => Promise<boolean>
  /** As `destroy`, but for the store `id` itself. */
  readonly destroyBeside: (owner: string, id: string) => Promise<void>
}

/** Opens stores in `files` with the keys in `entries`; `raise` tells of what does not open. */
export function createOpener(options: {
  readonly files: StoreFiles
  readonly locator: Locator
  /** Of the versions before the store. */
  readonly sealed: SealedFiles
  readonly entries: StoreEntries
  readonly library: () => Promise<Library>
  readonly raise: (notice: Notice) => void
}): Opener {
  const { files, locator, sealed, entries, raise } = options
  /** Two that open at once would each take the other's unfinished file for a leftover. */
  const mutex = new Mutex()

  async function inMemory(rows: CarriedRows | null): Promise<Opened> {
    const connection = openInMemory(await options.library())
    if (rows !== null) writeRows(connection, rows, 'replace')
    return { connection, kept: { kind: 'memory', replaces: rows !== null } }
  }

  /** A new store, whose key is in the keychain before there is a file. */
  async function make(owner: string): Promise<Opened> {
    const key = randomBytes(storeKeyBytes)
    const id = fingerprintOf(key)
    const entry = { owner, key: key.toString('base64url'), lock: null, seenAt: null }
    if (!(await entries.write(id, entry))) return inMemory(null)
    try {
      return await makeFile(id, key, () => undefined)
    } catch (error) {
      await entries.remove(id)
      throw error
    }
  }

  async function makeFile(
    id: string,
    key: Buffer,
    fill: (connection: Connection) => void,
  ): Promise<Opened> {
    const library = await options.library()
    const connection = openDatabase(library, await files.begin(id), key, 'make')
    try {
      fill(connection)
    } finally {
      connection.close()
    }
    return openFile(id, key, await files.finish(id))
  }

  async function openFile(id: string, key: Buffer, path = files.pathOf(id)): Promise<Opened> {
    const connection = openDatabase(await options.library(), path, key)
    return { connection, kept: { kind: 'file', id, key } }
  }

  /** Puts the damaged file aside, and what could be read of it into a new one with the same key. */
  async function replaceDamaged(
    id: string,
    key: Buffer,
    rows: CarriedRows | null,
  ): Promise<Opened> {
    await files.setAside(id)
    raise({ code: 'store_damaged' })
    return makeFile(id, key, (connection) => {
      if (rows !== null) writeRows(connection, rows, 'replace')
    })
  }

  /** What can still be read of a file; null where nothing can. */
  async function readable(id: string, key: Buffer): Promise<CarriedRows | null> {
    const library = await options.library()
    // In a folder that cannot be written SQLite does not read a journal: a copy elsewhere, as
    // encrypted as the file, then serves.
    return (
      rowsIn(library, files.pathOf(id), key) ??
      (await files.withCopy(id, (path) => rowsIn(library, path, key)))
    )
  }

  async function openFound(id: string, key: Buffer): Promise<Opened> {
    try {
      return await openFile(id, key)
    } catch (error) {
      if (storageTroubleOf(error) === 'damaged') {
        return replaceDamaged(id, key, await readable(id, key))
      }
      raise(storageNotice(error))
      return inMemory(storageTroubleOf(error) === 'later' ? null : await readable(id, key))
    }
  }

  /** Brings in what a former version left of `owner`; where that fails it stays for another time. */
  async function takeOver(owner: string, { connection, kept }: Opened): Promise<void> {
    try {
      if (kept.kind === 'file') await sealed.takeOver(owner, connection)
    } catch (error) {
      raise(storageNotice(error))
    }
  }

  async function openOrMake(
    owner: string,
    mayMake: boolean,
    given: Buffer | null,
  ): Promise<Opening> {
    const library = await options.library()
    if (!library.encrypts) return { kind: 'opened', opened: await inMemory(null) }
    const found = await locator.find(owner)
    switch (found.kind) {
      case 'found': {
        const key = keyIn(found.entry) ?? given
        if (key === null || fingerprintOf(key) !== found.id) return { kind: 'locked' }
        return { kind: 'opened', opened: await openFound(found.id, key) }
      }
      case 'none': {
        const wanted = mayMake || (await sealed.has(owner))
        return wanted ? { kind: 'opened', opened: await make(owner) } : { kind: 'none' }
      }
      case 'unknown':
        return mayMake ? { kind: 'opened', opened: await inMemory(null) } : { kind: 'none' }
      default:
        return found satisfies never
    }
  }

  return {
    open: ({ owner, make: mayMake, key }) =>
      mutex.runExclusive(async () => {
        try {
          const opening = await openOrMake(owner, mayMake, key)
          if (opening.kind === 'opened') await takeOver(owner, opening.opened)
          return opening
        } catch (error) {
          raise(storageNotice(error))
          return { kind: 'opened', opened: await inMemory(null) }
        }
      }),
    openInMemory: () => inMemory(null),
    reopen: ({ connection, kept }, failure) =>
      mutex.runExclusive(async () => {
        const rows = readRows(connection)
        connection.close()
        const damaged = storageTroubleOf(failure) === 'damaged'
        if (!damaged) raise(storageNotice(failure))
        try {
          if (damaged && kept.kind === 'file') {
            return await replaceDamaged(kept.id, kept.key, rows)
          }
        } catch (error) {
          raise(storageNotice(error))
        }
        return inMemory(rows)
      }),
    destroy: (owner, id) =>
      mutex.runExclusive(async () => {
        try {
          await sealed.remove(owner)
          return await locator.destroy(owner, id)
        } catch (error) {
          raise(storageNotice(error))
          return false
        }
      }),
    destroyBeside: (owner, id) =>
      mutex.runExclusive(async () => {
        try {
          await sealed.remove(owner)
          await locator.destroyBeside(owner, id)
        } catch (error) {
          raise(storageNotice(error))
        }
      }),
  }
}

function rowsIn(library: Library, path: string, key: Buffer): CarriedRows | null {
  try {
    const connection = openDamaged(library, path, key)
    try {
      return readRows(connection)
    } finally {
      connection.close()
    }
  } catch {
    return null
  }
}
