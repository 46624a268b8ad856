/** What SQLite does wrong in silence when it is told too little, and what the store makes of it. */
import {
  cpSync,
  existsSync,
  openSync,
  closeSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openDatabase, openInMemory, storeKeyBytes } from '../../../src/main/store/database.ts'
import {
  createLibrary,
  loadEncryptingLibrary,
  type Connection,
  type Library,
} from '../../../src/main/store/library.ts'
import {
  inTransaction,
  LaterVersionError,
  migrate,
  versionOf,
} from '../../../src/main/store/migrate.ts'
import { storageTroubleOf } from '../../../src/main/store/trouble.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const key = Buffer.alloc(storeKeyBytes, 0x5a)
const clearHeader = 'SQLite format 3'

let stack: AsyncDisposableStack
let library: Library
let folder: string
let path: string

beforeEach(async () => {
  stack = new AsyncDisposableStack()
  library = await loadEncryptingLibrary()
  folder = temporaryFolder(stack)
  path = join(folder, 'one.store')
})
afterEach(() => stack.disposeAsync())

function open(mode: 'existing' | 'make' = 'existing', secret: Uint8Array = key): Connection {
  const connection = openDatabase(library, path, secret, mode)
  stack.defer(connection.close)
  return connection
}

const insert = (connection: Connection, text: string) =>
  connection
    .prepare('insert or replace into documents (name, content, written_at) values (?, ?, 1)')
    .run(['draft', text])
const read = (connection: Connection) =>
  connection.prepare('select content from documents where name = ?').get(['draft'])
const setting = (connection: Connection, name: string): unknown =>
  Object.values(
    z.record(z.string(), z.unknown()).parse(connection.prepare(`pragma ${name}`).get([])),
  )[0]

/** Makes a store of many pages, closed. */
function makeStore(texts = 1): void {
  const connection = open('make')
  const row = connection.prepare('insert into documents values (?, ?, 1)')
  for (let at = 0; at < texts; at += 1) row.run([`d${at}`, `Rue de la Paix ${at} `.repeat(200)])
  insert(connection, 'Rue de la Paix')
  connection.close()
}

/** What opening and reading all of it comes to. */
function troubleOfReading(): unknown {
  try {
    const connection = open()
    connection.prepare('select * from documents').all([])
    return null
  } catch (error) {
    return storageTroubleOf(error)
  }
}

function linkOf(file: string): string {
  try {
    return readlinkSync(file)
  } catch {
    return ''
  }
}

describe('the key', () => {
  it.each([0, 16, 31, 33, 64])('of %i bytes makes no database at all', (bytes) => {
    expect(() => open('make', Buffer.alloc(bytes, 1))).toThrow(TypeError)
    expect(existsSync(path)).toBe(false)
  })

  it('leaves nothing in clear, from the first bytes on', () => {
    makeStore(20)
    expect(readFileSync(path, 'latin1').startsWith(clearHeader)).toBe(false)
    expect(readFileSync(path).includes('Paix')).toBe(false)
  })

  it('is never given to a database in clear, which nobody wrote here', () => {
    const clear = library.open(path, { mustExist: false, readonly: false })
    migrate(clear)
    clear.close()
    expect(readFileSync(path, 'latin1').startsWith(clearHeader)).toBe(true)
    expect(troubleOfReading()).toBe('damaged')
  })

  it('of another store does not open this one', () => {
    makeStore()
    expect(() => open('existing', Buffer.alloc(storeKeyBytes, 7))).toThrow(
      expect.objectContaining({ code: 'SQLITE_NOTADB' }),
    )
  })
})

describe('a file', () => {
  it('is opened with the same care every time', () => {
    makeStore()
    for (const connection of [open(), open()]) {
      expect(setting(connection, 'synchronous')).toBe(2)
      expect(setting(connection, 'journal_mode')).toBe('wal')
      expect(setting(connection, 'temp_store')).toBe(2)
      expect(setting(connection, 'cache_size')).toBe(-32_000)
    }
  })

  it('with a flipped byte says so, wherever it is read', () => {
    makeStore(50)
    const at = Math.floor(readFileSync(path).length / 2)
    const file = openSync(path, 'r+')
    writeSync(file, Buffer.of(readFileSync(path).readUInt8(at) ^ 1), 0, 1, at)
    closeSync(file)
    expect(troubleOfReading()).toBe('damaged')
  })

  it.each([0.9, 0.5, 0.01])('cut to %d of itself says so', (part) => {
    makeStore(50)
    truncateSync(path, Math.floor(readFileSync(path).length * part))
    expect(troubleOfReading()).toBe('damaged')
  })

  it('that is none says so', () => {
    writeFileSync(path, 'not a database '.repeat(1_000))
    expect(troubleOfReading()).toBe('damaged')
  })

  it('that is not there is not made by opening it', () => {
    expect(troubleOfReading()).toBe('unwritable')
    expect(readdirSync(folder)).toEqual([])
  })

  it.skipIf(process.platform !== 'linux')(
    'sorts in memory: no temporary file (Linux lists them)',
    () => {
      const connection = open('make')
      const row = connection.prepare('insert into documents values (?, ?, 1)')
      inTransaction(connection, () => {
        for (let at = 0; at < 5_000; at += 1) row.run([`d${at}`, `Glaces ${at % 7} `.repeat(1_000)])
      })
      connection.exec('pragma cache_size = 100')
      const sorted = connection
        .prepare('select content, name from documents order by content desc, name')
        .iterate([])
      sorted.next()
      const openFiles = readdirSync('/proc/self/fd').map((fd) => linkOf(`/proc/self/fd/${fd}`))
      sorted.return?.()
      expect(openFiles.filter((name) => name.includes('etilqs'))).toEqual([])
    },
  )

  it('written by another implementation opens', () => {
    cpSync(join(import.meta.dirname, '../fixtures/sqlcipher-4/documents.store'), path)
    expect(read(open())).toEqual({ content: '{"text":"Rue de la Paix"}' })
  })
})

describe('the shape', () => {
  it('of a later version is left untouched, to the byte', () => {
    makeStore()
    const connection = open()
    connection.exec('create table newer (x text); pragma user_version = 99')
    // As a crash leaves it: what is in the journal is not in the file yet.
    for (const part of ['', '-wal', '-shm']) cpSync(`${path}${part}`, `${path}.copy${part}`)
    connection.close()
    path = `${path}.copy`
    const before = [path, `${path}-wal`].map((file) => readFileSync(file))
    expect(before[1]?.length).toBeGreaterThan(0)
    expect(() => open()).toThrow(LaterVersionError)
    expect([path, `${path}-wal`].map((file) => readFileSync(file))).toEqual(before)
  })

  it('is as it was where bringing it up to date fails', () => {
    const connection = open('make')
    insert(connection, 'kept')
    const present = versionOf(connection)
    const steps = Array.from({ length: present }, () => '')
    const broken = [...steps, 'create table added (x text)', 'alter table nothing add column y']
    expect(() => migrate(connection, broken)).toThrow('nothing')
    expect(versionOf(connection)).toBe(present)
    expect(() => connection.prepare('select * from added')).toThrow('no such table')
    connection.close()
    expect(read(open())).toEqual({ content: 'kept' })
  })
})

describe('the library', () => {
  it('does not write a file where it cannot encrypt, and serves in memory', async () => {
    const { loadPlainLibrary } = await import('../../../src/main/store/library.ts')
    const plain = await loadPlainLibrary()
    expect(() => openDatabase(plain, path, key, 'make')).toThrow('in clear')
    expect(existsSync(path)).toBe(false)
    const connection = openInMemory(plain)
    insert(connection, 'for now')
    expect(read(connection)).toEqual({ content: 'for now' })
  })

  it('is loaded once', async () => {
    const load = createLibrary(() => expect.fail('it did not load'))
    expect(await load()).toBe(await load())
  })
})
