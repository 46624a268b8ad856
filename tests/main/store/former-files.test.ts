/** What becomes of a store when a new version of the app changes its shape, and the app goes back. */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase, storeKeyBytes } from '../../../src/main/store/database.ts'
import { forgetFormer, formerPathOf, restoreFormer } from '../../../src/main/store/former-files.ts'
import {
  loadEncryptingLibrary,
  type Connection,
  type Library,
} from '../../../src/main/store/library.ts'
import {
  LaterVersionError,
  latestVersion,
  MigrationError,
  migrations,
  versionOf,
} from '../../../src/main/store/migrate.ts'
import { storageNotice } from '../../../src/main/store/trouble.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const key = Buffer.alloc(storeKeyBytes, 0x5a)
const nextShape = [...migrations, 'alter table documents add column colour text']
const failingShape = [...nextShape, 'alter table nothing add column y']

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

/** Opens the store as a version of the app does that knows `steps`, and closes it. */
function asVersion<Data>(steps: readonly string[], work: (store: Connection) => Data): Data {
  const connection = openDatabase(library, path, key, 'existing', steps)
  try {
    return work(connection)
  } finally {
    connection.close()
  }
}

const draft = (store: Connection) =>
  store.prepare("select content from documents where name = 'draft'").get([])
const write = (store: Connection, text: string) =>
  store
    .prepare("insert or replace into documents (name, content, written_at) values ('draft', ?, 1)")
    .run([text])

beforeEach(() => {
  const store = openDatabase(library, path, key, 'make')
  write(store, 'typed before the update')
  store.close()
})

describe('a new version whose migration fails', () => {
  it('changes nothing: the former version opens the same data', () => {
    expect(() => asVersion(failingShape, draft)).toThrow(MigrationError)
    const opened = asVersion(migrations, (store) => [versionOf(store), draft(store)])
    expect(opened).toEqual([latestVersion, { content: 'typed before the update' }])
  })

  it('says that it is the shape, not the disk or the rights', () => {
    try {
      asVersion(failingShape, draft)
      expect.unreachable()
    } catch (error) {
      expect(storageNotice(error)).toEqual({ code: 'store_not_migrated' })
    }
  })

  it('does not begin where what it was cannot be kept', () => {
    // A folder under that name takes no file.
    mkdirSync(formerPathOf(path))
    expect(() => asVersion(nextShape, draft)).toThrow(MigrationError)
    expect(asVersion(migrations, draft)).toEqual({ content: 'typed before the update' })
  })
})

describe('a new version that changes the shape and is given up', () => {
  it('leaves a store that the former version cannot read, and beside it one that it can', () => {
    asVersion(nextShape, (store) => write(store, 'by the new version'))
    expect(() => asVersion(migrations, draft)).toThrow(LaterVersionError)
    restoreFormer(folder)
    expect(asVersion(migrations, draft)).toEqual({ content: 'typed before the update' })
    expect(readdirSync(folder)).toEqual([basename(path)])
  })

  it('has its journal removed with it: nothing of it gets into the former store', () => {
    const left = openDatabase(library, path, key, 'existing', nextShape)
    write(left, 'in the journal only')
    expect(readFileSync(`${path}-wal`).length).toBeGreaterThan(0)
    // As a crash leaves it.
    restoreFormer(folder)
    expect(asVersion(migrations, draft)).toEqual({ content: 'typed before the update' })
    left.close()
  })

  it('keeps what it was as encrypted as it was', () => {
    asVersion(nextShape, draft)
    const former = readFileSync(formerPathOf(path))
    expect(former.includes('typed before')).toBe(false)
    expect(former.subarray(0, 6).toString('latin1')).not.toBe('SQLite')
  })
})

describe('a new version that works', () => {
  it('has nothing to go back to', () => {
    asVersion(nextShape, (store) => write(store, 'by the new version'))
    forgetFormer(folder)
    restoreFormer(folder)
    expect(asVersion(nextShape, draft)).toEqual({ content: 'by the new version' })
  })

  it('finds no folder where nobody has signed in yet', () => {
    expect(() => forgetFormer(join(folder, 'missing'))).not.toThrow()
    expect(() => restoreFormer(join(folder, 'missing'))).not.toThrow()
  })
})

describe('a store of the first shape', () => {
  it('opens with what was in it, and has room for what came since', () => {
    path = join(folder, 'first.store')
    const first = migrations.slice(0, 1)
    const former = openDatabase(library, path, key, 'make', first)
    write(former, 'typed in the first version')
    former.exec(`insert into lists (list, filling, cursor, fetched_at) values ('alerts', 1, null, 1);
      insert into rows (list, filling, id, position, fold, data) values ('alerts', 1, 'a1', 0, '', '{}')`)
    former.close()
    const kept = asVersion(migrations, (store) => [
      draft(store),
      store.prepare('select id, name_key, keys, subject, due from rows').all([]),
      store
        .prepare('select (select count(*) from notes) + (select count(*) from news) as count')
        .get([]),
    ])
    const noIndex = { name_key: null, keys: null, subject: null, due: null }
    expect(kept).toEqual([
      { content: 'typed in the first version' },
      [{ id: 'a1', ...noIndex }],
      { count: 0 },
    ])
  })
})
