/** Where the portal keeps everything: SQLite in the data folder, or PostgreSQL by its address. */
import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import { NodeSqliteDialect } from './node-sqlite-dialect.ts'
import type { Changes } from './remember.ts'
import type { Tables } from './schema.ts'

export type Db = Kysely<Tables>

/** Runs `work` in a transaction. @throws what it throws; nothing was written then */
export type Transact = <Result>(work: (db: Db) => Promise<Result>) => Promise<Result>

export type Database = {
  readonly db: Db
  readonly changes: Changes
  /**
   * A transaction that everyone sees at once and that survives the process, but from a power cut is
   * safe only with the next one, whose flush takes it along. For what must be written before an
   * answer is worked out, where that answer is written too before anyone gets it.
   */
  readonly transactAhead: Transact
}

/** PostgreSQL's type number of bigint, which `pg` hands over as text unless told otherwise. */
const int8 = 20
const mostConnections = 10

/**
 * Opens the database as it is; `migrate` brings it to what this version expects.
 * @throws where its file cannot be made
 */
export async function openDatabase(options: {
  readonly dataFolder: string
  readonly databaseUrl?: string | undefined
}): Promise<Database> {
  if (options.databaseUrl !== undefined) {
    const pool = await createPool(options.databaseUrl)
    const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
    // Other work goes on there while a commit waits for the disk.
    return { db, changes: null, transactAhead: (work) => db.transaction().execute(work) }
  }
  const file = join(options.dataFolder, 'portal.sqlite')
  // Made here, as SQLite would let everyone on this machine read it; its journals follow it.
  closeSync(openSync(file, 'a', 0o600))
  const dialect = new NodeSqliteDialect(file)
  const db = new Kysely<Tables>({ dialect })
  return { db, changes: dialect.changes, transactAhead: unflushed(db, dialect) }
}

function unflushed(db: Db, { setFlushing }: NodeSqliteDialect): Transact {
  return (work) =>
    // There is one connection: while it is held here, nobody else commits.
    db.connection().execute(async (connection) => {
      setFlushing(false)
      try {
        return await connection.transaction().execute(work)
      } finally {
        setFlushing(true)
      }
    })
}

async function createPool(connectionString: string): Promise<pg.Pool> {
  // Loaded where it is used: the portal on SQLite is smaller without.
  const { Pool, TypeOverrides } = await import('pg')
  const types = new TypeOverrides()
  // Milliseconds and counts: far below 2^53, where numbers stop being exact.
  types.setTypeParser(int8, Number)
  const pool = new Pool({ connectionString, max: mostConnections, types })
  // A connection that breaks off rejects what it was asked, and is replaced by the next query.
  // Without listeners the event besides would end the process, of idle ones and of those at work.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => {
    client.on('error', () => undefined)
  })
  return pool
}
