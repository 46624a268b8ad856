/**
 * SQLite as the store uses it: the library that encrypts, by its platform's own entry, or Node's own,
 * which does not and therefore serves in memory only.
 */
import type Database from 'better-sqlite3-multiple-ciphers/linux-x64'

type Run = { readonly changes: number | bigint; readonly lastInsertRowid: number | bigint }

export type Statement = {
  /** Whether it gives rows. */
  readonly reader: boolean
  readonly all: (parameters: readonly unknown[]) => unknown[]
  readonly get: (parameters: readonly unknown[]) => unknown
  readonly run: (parameters: readonly unknown[]) => Run
  readonly iterate: (parameters: readonly unknown[]) => IterableIterator<unknown>
}

/** One open database. All of it is synchronous, and throws what SQLite says. */
export type Connection = {
  readonly prepare: (sql: string) => Statement
  /** For statements that give nothing. */
  readonly exec: (sql: string) => void
  readonly isInTransaction: () => boolean
  readonly close: () => void
}

export type Library = {
  /** Whether what it writes to a file is encrypted; else it may only be used in memory. */
  readonly encrypts: boolean
  /** @throws what SQLite says, for a file that must be there and is not, say */
  readonly open: (
    path: string,
    options: { readonly mustExist: boolean; readonly readonly: boolean },
  ) => Connection
}

/** Its own entry for each platform: the general one asks for a report of the process first (10 ms). */
const entries: Readonly<Record<string, () => Promise<{ readonly default: typeof Database }>>> = {
  'darwin-arm64': () => import('better-sqlite3-multiple-ciphers/darwin-arm64'),
  'darwin-x64': () => import('better-sqlite3-multiple-ciphers/darwin-x64'),
  'linux-arm64': () => import('better-sqlite3-multiple-ciphers/linux-arm64'),
  'linux-x64': () => import('better-sqlite3-multiple-ciphers/linux-x64'),
  'win32-arm64': () => import('better-sqlite3-multiple-ciphers/win32-arm64'),
  'win32-x64': () => import('better-sqlite3-multiple-ciphers/win32-x64'),
}

/** It ends an older Node's process without a word. */
const oldestNode = 22

/** @throws where there is no build for this platform, or it does not load */
export async function loadEncryptingLibrary(): Promise<Library> {
  const load = entries[`${process.platform}-${process.arch}`]
  const [major = 0] = process.versions.node.split('.').map(Number)
  if (load === undefined || major < oldestNode) {
    throw new Error(`no encrypted SQLite for ${process.platform}-${process.arch} on Node ${major}`)
  }
  const { default: Sqlite } = await load()
  return {
    encrypts: true,
    open(path, { mustExist, readonly }) {
      const database = new Sqlite(path, { fileMustExist: mustExist, readonly })
      return {
        prepare: (sql) => database.prepare(sql),
        exec: (sql) => void database.exec(sql),
        isInTransaction: () => database.inTransaction,
        close: () => void database.close(),
      }
    },
  }
}

/** Node's own SQLite, for an installation whose library does not load. */
export async function loadPlainLibrary(): Promise<Library> {
  const { DatabaseSync } = await import('node:sqlite')
  return {
    encrypts: false,
    open(path) {
      if (path !== ':memory:') throw new Error('Nothing is written to a file in clear.')
      const database = new DatabaseSync(path)
      return {
        prepare(sql) {
          const statement = database.prepare(sql)
          return {
            reader: statement.columns().length > 0,
            all: (parameters) => statement.all(...parameters.map(plainValue)),
            get: (parameters) => statement.get(...parameters.map(plainValue)),
            run: (parameters) => statement.run(...parameters.map(plainValue)),
            iterate: (parameters) => statement.iterate(...parameters.map(plainValue)),
          }
        },
        exec: (sql) => database.exec(sql),
        isInTransaction: () => database.isTransaction,
        close: () => database.close(),
      }
    },
  }
}

function plainValue(value: unknown): string | number | bigint | Uint8Array | null {
  if (value === null || typeof value === 'string') return value
  if (value instanceof Uint8Array) return value
  if (typeof value === 'number' || typeof value === 'bigint') return value
  throw new TypeError(`SQLite cannot store a value of type ${typeof value}`)
}

/**
 * The library, loaded once, when it is first asked for.
 * @param onMissing told where the encrypting one does not load; Node's own then serves, in memory
 */
export function createLibrary(onMissing: (error: unknown) => void): () => Promise<Library> {
  let loading: Promise<Library> | null = null

  async function load(): Promise<Library> {
    try {
      return await loadEncryptingLibrary()
    } catch (error) {
      onMissing(error)
      return loadPlainLibrary()
    }
  }

  return () => (loading ??= load())
}
