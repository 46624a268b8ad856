/** What was written for whom, in an order of each person's own. Nothing is known of what was before. */
import type { Kysely } from 'kysely'
import type { Tables } from '../schema.ts'

export async function changes(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('changes')
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('sequence', 'bigint', (column) => column.notNull())
    .addColumn('resource', 'text', (column) => column.notNull())
    .addColumn('item_id', 'text', (column) => column.notNull())
    .addColumn('deleted', 'integer', (column) => column.notNull())
    .addColumn('mark', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('changes_pk', ['owner', 'sequence'])
    .execute()
  await db.schema
    .createIndex('changes_item')
    .on('changes')
    .columns(['owner', 'resource', 'item_id', 'sequence'])
    .execute()
  await db.schema.createIndex('changes_at').on('changes').column('at').execute()
  await db.schema
    .createTable('change_counters')
    .addColumn('owner', 'text', (column) => column.primaryKey())
    .addColumn('sequence', 'bigint', (column) => column.notNull())
    .addColumn('pruned_sequence', 'bigint', (column) => column.notNull().defaultTo(0))
    .addColumn('pruned_mark', 'text', (column) => column.notNull().defaultTo(''))
    .execute()
}
