/** Where the portal keeps everything: SQLite in the data folder, or PostgreSQL by its address. */
import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely, PostgresDialect } from 'kysely'
import { NodeSqliteDialect } from './node-sqlite-dialect.ts'
import { mostConnections } from './postgres-connections.ts'
import { openPostgres } from './postgres.ts'
import type { Changes } from './query-cache.ts'
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

/**
 * Opens the database as it is; `migrate` brings it to what this version expects.
 * @throws CommandError where a PostgreSQL server cannot be used; else where the file cannot be made
 */
export async function openDatabase(options: {
  readonly dataFolder: string
  readonly databaseUrl?: string | undefined
}): Promise<Database> {
  if (options.databaseUrl !== undefined) {
    const pool = await openPostgres(options.databaseUrl)
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
