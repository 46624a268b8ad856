/**
 * Which portals the database serves (`schema-support.ts`): to begin with, those that look. Former ones
 * refuse whatever has more migrations than they know.
 */
import type { Kysely } from 'kysely'
import type { Tables } from '../schema.ts'

export async function schemaSupport(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('schema_support')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('least_migration', 'text', (column) => column.notNull())
    .execute()
  await db
    .insertInto('schema_support')
    .values({ id: 1, least_migration: '0015-schema-support' })
    .execute()
}
