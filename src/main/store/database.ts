/**
 * One encrypted database file, in the format of SQLCipher 4, and the same tables in memory. What has
 * to be said to SQLite at every opening is said here, and what it would do wrong in silence is
 * checked: with an empty key it writes in clear, and another length it takes for a passphrase.
 */
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import type { Connection, Library } from './library.ts'
import { keepFormer } from './former-files.ts'
import {
  LaterVersionError,
  latestVersion,
  migrate,
  MigrationError,
  migrations,
  versionOf,
} from './migrate.ts'

export const storeKeyBytes = 32

/** An open database, and where what is in it lies. */
export type Opened = {
  readonly connection: Connection
  readonly kept:
    | { readonly kind: 'file'; readonly id: string; readonly key: Buffer }
    /** `replaces`: it began as what the file held, and is newer than that; else it is beside it. */
    | { readonly kind: 'memory'; readonly replaces: boolean }
}

/** A store never had nothing in it: what was there is lost. */
export class EmptyStoreError extends Error {
  override readonly name = 'EmptyStoreError'
}

/** What every database in clear begins with. */
const clearHeader = Buffer.from('SQLite format 3\0', 'latin1')

/** 32 MB of pages in memory. */
const cacheKilobytes = 32_000

/** Of the journal, until it goes into the file: pages that change with each row of a list go there once. */
const journalPages = 4_000

/** The key, as SQLCipher takes it for itself, not for a passphrase. */
function rawKey(key: Uint8Array): string {
  if (key.length !== storeKeyBytes) {
    throw new TypeError(`A key of ${storeKeyBytes} bytes, not ${key.length}.`)
  }
  return `"x'${Buffer.from(key).toString('hex')}'"`
}

/** In this order: the cipher's name and kind, then the key, then what reads the file. */
function unlock(connection: Connection, key: Uint8Array): void {
  connection.exec(`pragma cipher = 'sqlcipher'; pragma legacy = 4; pragma key = ${rawKey(key)}`)
}

/** Each holds for this opening only; `synchronous` would be NORMAL again. */
function settle(connection: Connection): void {
  connection.exec(`pragma journal_mode = wal; pragma synchronous = full;
    pragma temp_store = memory; pragma cache_size = -${cacheKilobytes};
    pragma wal_autocheckpoint = ${journalPages}`)
  if (process.platform === 'darwin') connection.exec('pragma fullfsync = on')
}

/**
 * Opens the database in `path`, or makes it, in the shape that this version expects.
 * @param mode `make`: for a file that is not there, or has nothing in it
 * @param steps to this version's shape, unless a test says otherwise
 * @throws MigrationError where it cannot be brought to that shape, and is as it was; LaterVersionError where a later version wrote it, which leaves it untouched; EmptyStoreError
 * for an existing file with nothing in it; a TypeError for a key of another length; else what SQLite says (`storageTroubleOf` tells what it means)
 */
export function openDatabase(
  library: Library,
  path: string,
  key: Uint8Array,
  mode: 'existing' | 'make' = 'existing',
  steps = migrations,
): Connection {
  rawKey(key)
  if (!library.encrypts) throw new Error('Nothing is written to a file in clear.')
  // Made here, as SQLite would let everyone on this computer read it; its journals follow it.
  if (mode === 'make') closeSync(openSync(path, 'a', 0o600))
  else refuseLaterVersion(library, path, key, steps.length)
  const connection = library.open(path, { mustExist: true, readonly: false })
  try {
    unlock(connection, key)
    const version = versionOf(connection)
    if (version > steps.length) throw new LaterVersionError(path)
    if (version === 0 && mode === 'existing') throw new EmptyStoreError(path)
    settle(connection)
    if (version > 0 && version < steps.length) changeShape(connection, path, steps)
    else migrate(connection, steps)
    if (isClear(path)) throw new Error('The database is not encrypted.')
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}

/**
 * What it was is kept first, so that the version before can go on with it.
 * @throws MigrationError, with what stood in the way as its cause
 */
function changeShape(connection: Connection, path: string, steps: readonly string[]): void {
  try {
    connection.exec('pragma wal_checkpoint(truncate)')
    keepFormer(path)
    migrate(connection, steps)
  } catch (error) {
    throw new MigrationError(path, { cause: error })
  }
}

/**
 * The last to close a database writes into it what its journal holds. One of a later version is to
 * stay as it is: where there is a journal, its version is read by a connection that writes nothing.
 */
function refuseLaterVersion(library: Library, path: string, key: Uint8Array, known: number): void {
  const journal = statSync(`${path}-wal`, { throwIfNoEntry: false })
  if (journal === undefined || journal.size === 0) return
  const connection = library.open(path, { mustExist: true, readonly: true })
  try {
    unlock(connection, key)
    if (versionOf(connection) > known) throw new LaterVersionError(path)
  } finally {
    connection.close()
  }
}

/** The same tables, for as long as the app runs. */
export function openInMemory(library: Library): Connection {
  const connection = library.open(':memory:', { mustExist: false, readonly: false })
  connection.exec('pragma temp_store = memory')
  migrate(connection)
  return connection
}

/**
 * Opens a damaged file for what can still be read of it; nothing is written to it.
 * @throws what SQLite says where nothing can
 */
export function openDamaged(library: Library, path: string, key: Uint8Array): Connection {
  const connection = library.open(path, { mustExist: true, readonly: true })
  try {
    unlock(connection, key)
    connection.exec('pragma temp_store = memory')
    if (versionOf(connection) !== latestVersion) throw new Error('of another version')
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}

/** Whether the file could be read by anyone. */
function isClear(path: string): boolean {
  const file = openSync(path, 'r')
  try {
    const header = Buffer.alloc(clearHeader.length)
    readSync(file, header, 0, header.length, 0)
    return header.equals(clearHeader)
  } finally {
    closeSync(file)
  }
}
