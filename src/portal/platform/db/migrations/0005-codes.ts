/** When and as what codes can be entered, recoveries left unfinished, and which pepper is the right one. */
import type { Kysely } from 'kysely'
import type { Tables } from '../schema.ts'

/** @param sealed what the pepper sealed that everything in this database is made with */
export async function codes(db: Kysely<Tables>, sealed: string): Promise<void> {
  await db.schema
    .alterTable('recoveries')
    .addColumn('code_format', 'text', (column) => column.notNull().defaultTo('numeric'))
    .execute()
  await db.schema
    .alterTable('email_changes')
    .addColumn('code_expires_at', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute()
  await db
    .updateTable('email_changes')
    .set((row) => ({ code_expires_at: row.ref('expires_at') }))
    .execute()
  await db.schema
    .createTable('unfinished_recoveries')
    .addColumn('name_key', 'text', (column) => column.primaryKey())
    .addColumn('begun', 'integer', (column) => column.notNull())
    .addColumn('since', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('pepper_seals')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('sealed', 'text', (column) => column.notNull())
    .execute()
  await db.insertInto('pepper_seals').values({ id: 1, sealed }).execute()
}
