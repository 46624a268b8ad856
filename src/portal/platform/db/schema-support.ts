/**
 * Which portals a database serves. While a new version starts, the former one goes on with what the new
 * one has made of the database, and may have to start on it again. So a migration adds; one that takes
 * something away comes a version later, and says which migration a portal must know by then.
 */
import { sql, type Kysely } from 'kysely'

export type SchemaSupportTable = {
  id: number
  /** The migration that a portal must know to work with this database. */
  least_migration: string
}

export type SchemaState =
  /** It has all that this version knows; perhaps also what a later one added. */
  | { readonly kind: 'current'; readonly later: readonly string[] }
  /** Migrations of this version are still to run. */
  | { readonly kind: 'behind'; readonly later: readonly string[] }
  /** A later version took away what this one needs. */
  | { readonly kind: 'unsupported'; readonly least: string }

type AnyDatabase = Kysely<{ schema_support: SchemaSupportTable }>

/**
 * Within a migration: from now on only portals that know `migration` work with this database.
 * @param migration its name, such as `0017-former-address`
 */
export async function requireMigration(db: AnyDatabase, migration: string): Promise<void> {
  await db.updateTable('schema_support').set({ least_migration: migration }).execute()
}

/** What the database is for a portal that knows the migrations named `known`. Reads only. */
export async function schemaStateOf(
  db: AnyDatabase,
  known: readonly string[],
): Promise<SchemaState> {
  const done = await migrationsDone(db)
  const later = done.filter((name) => !known.includes(name))
  if (later.length > 0) {
    const support = await db
      .selectFrom('schema_support')
      .select('least_migration')
      .executeTakeFirst()
    const least = support?.least_migration ?? later.at(-1) ?? ''
    if (!known.includes(least)) return { kind: 'unsupported', least }
  }
  return { kind: known.every((name) => done.includes(name)) ? 'current' : 'behind', later }
}

/** The names of all that has run, in their order. */
async function migrationsDone(db: AnyDatabase): Promise<readonly string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some(({ name }) => name === 'kysely_migration')) return []
  const { rows } = await sql<{
    name: string
  }>`select name from kysely_migration order by name`.execute(db)
  return rows.map(({ name }) => name)
}
