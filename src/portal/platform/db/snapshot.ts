/** The database as it is at one moment, for what is read for long: others go on writing meanwhile. */
import { Kysely, sql, type Dialect } from 'kysely'
import type { Tables } from './schema.ts'

type Db = Kysely<Tables>

export type Snapshot = {
  /** Reads only. */
  readonly db: Db
  /** To be called once all is read. */
  readonly close: () => Promise<void>
}

/** A connection of its own to SQLite: the portal's one is everybody's. */
export async function openSqliteSnapshot(dialect: Dialect): Promise<Snapshot> {
  const db = new Kysely<Tables>({ dialect })
  // It begins with what is read first; as `begin` it would be one that writes.
  await sql`begin deferred`.execute(db)
  await sql`select 1 from sqlite_schema`.execute(db)
  return { db, close: () => db.destroy() }
}

/** A connection of the pool to PostgreSQL, in a transaction. */
export async function openPostgresSnapshot(db: Db): Promise<Snapshot> {
  const transaction = await db
    .startTransaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute()
  return {
    db: transaction,
    close: async () => {
      await transaction.rollback().execute()
    },
  }
}
