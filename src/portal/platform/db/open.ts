/** Where the portal keeps everything: SQLite in the data folder, or PostgreSQL by its address. */
import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely, PostgresDialect, type Dialect } from 'kysely'
import { noMeasures, type Measures } from '../measures.ts'
import { measureTransactions } from './measured-driver.ts'
import { NodeSqliteDialect } from './node-sqlite-dialect.ts'
import { mostConnections } from './postgres-connections.ts'
import { openPostgres } from './postgres.ts'
import type { Changes } from './query-cache.ts'
import type { Tables } from './schema.ts'
import { openPostgresSnapshot, openSqliteSnapshot, type Snapshot } from './snapshot.ts'
import { servingLimits, type TimeLimits } from './time-limits.ts'

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
  /** Opens the database as it is now. @throws as a query does */
  readonly openSnapshot: () => Promise<Snapshot>
}

export type DatabasePlace = {
  readonly dataFolder: string
  /** A PostgreSQL server, instead of SQLite in the folder. */
  readonly databaseUrl?: string | undefined
}

export type OpenOptions = {
  readonly limits?: TimeLimits | undefined
  readonly measures?: Measures | undefined
}

/** SQLite's file in the data folder. */
export function sqliteFile(dataFolder: string): string {
  return join(dataFolder, 'portal.sqlite')
}

/**
 * Opens the database as it is; `migrate` brings it to what this version expects.
 * @throws CommandError where a PostgreSQL server cannot be used; else where the file cannot be made
 */
export async function openDatabase(
  options: DatabasePlace,
  { limits = servingLimits, measures = noMeasures }: OpenOptions = {},
): Promise<Database> {
  if (options.databaseUrl !== undefined) {
    const { pool, state } = await openPostgres(options.databaseUrl, limits)
    measures.watchPool(state)
    const dialect = new PostgresDialect({ pool })
    const db = new Kysely<Tables>({ dialect: measured(dialect, measures) })
    // There each commit waits for the disk, while other work goes on.
    return {
      db,
      connections: mostConnections,
      changes: null,
      flush: async () => undefined,
      openSnapshot: () => openPostgresSnapshot(db),
    }
  }
  const file = sqliteFile(options.dataFolder)
  // Made here, as SQLite would let everyone on this machine read it; its journals follow it.
  closeSync(openSync(file, 'a', 0o600))
  const dialect = new NodeSqliteDialect(file)
  const db = new Kysely<Tables>({ dialect: measured(dialect, measures) })
  return {
    db,
    connections: 1,
    changes: dialect.changes,
    flush: dialect.flush,
    openSnapshot: () => openSqliteSnapshot(new NodeSqliteDialect(file)),
  }
}

function measured(dialect: Dialect, measures: Measures): Dialect {
  return {
    createDriver: () => measureTransactions(dialect.createDriver(), measures),
    createAdapter: () => dialect.createAdapter(),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createIntrospector: (db) => dialect.createIntrospector(db),
  }
}
