/** Where the portal keeps everything: SQLite in the data folder, or PostgreSQL by its address. */
import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import { NodeSqliteDialect } from './node-sqlite-dialect.ts'
import type { Changes } from './remember.ts'
import type { Tables } from './schema.ts'

export type Db = Kysely<Tables>

export type Database = {
  readonly db: Db
  /** How many statements it works on at once. */
  readonly connections: number
  readonly changes: Changes
  /**
   * Resolves once all that was committed before the call survives a power cut. A commit is seen at
   * once and survives the process; nobody is told that something is done before it is on the disk.
   */
  readonly flush: () => Promise<void>
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
    // There each commit waits for the disk, while other work goes on.
    return { db, connections: mostConnections, changes: null, flush: async () => undefined }
  }
  const file = join(options.dataFolder, 'portal.sqlite')
  // Made here, as SQLite would let everyone on this machine read it; its journals follow it.
  closeSync(openSync(file, 'a', 0o600))
  const dialect = new NodeSqliteDialect(file)
  const db = new Kysely<Tables>({ dialect })
  return { db, connections: 1, changes: dialect.changes, flush: dialect.flush }
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
