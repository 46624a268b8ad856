/** Where the portal keeps everything: SQLite in the data folder, or PostgreSQL by its address. */
import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely, PostgresDialect, type Dialect } from 'kysely'
import type pg from 'pg'
import { migrate } from './migrate.ts'
import { NodeSqliteDialect } from './node-sqlite-dialect.ts'
import type { Changes } from './remember.ts'
import type { Tables } from './schema.ts'

export type Db = Kysely<Tables>

/** PostgreSQL's type number of bigint, which `pg` hands over as text unless told otherwise. */
const int8 = 20
const mostConnections = 10

/**
 * Opens the database and migrates it.
 * @throws where it cannot be reached or migrated.
 */
export async function openDatabase(options: {
  readonly dataFolder: string
  readonly databaseUrl?: string | undefined
}): Promise<{ readonly db: Db; readonly changes: Changes }> {
  if (options.databaseUrl !== undefined) {
    const pool = await createPool(options.databaseUrl)
    return { db: await migrated(new PostgresDialect({ pool })), changes: null }
  }
  const file = join(options.dataFolder, 'portal.sqlite')
  // Made here, as SQLite would let everyone on this machine read it; its journals follow it.
  closeSync(openSync(file, 'a', 0o600))
  const dialect = new NodeSqliteDialect(file)
  return { db: await migrated(dialect), changes: dialect.changes }
}

async function migrated(dialect: Dialect): Promise<Db> {
  const db = new Kysely<Tables>({ dialect })
  try {
    await migrate(db)
  } catch (error) {
    await db.destroy()
    throw error
  }
  return db
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
