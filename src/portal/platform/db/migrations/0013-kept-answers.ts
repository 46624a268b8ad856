/** What writes that name themselves were answered, so that they can be sent again. */
import type { Kysely } from 'kysely'
import type { Tables } from '../schema.ts'

export async function keptAnswers(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('kept_answers')
    .addColumn('user_id', 'text', (column) => column.notNull().references('users.id'))
    .addColumn('endpoint', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('fingerprint', 'text', (column) => column.notNull())
    .addColumn('answer', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('kept_answers_pk', ['user_id', 'endpoint', 'key'])
    .execute()
  await db.schema
    .createIndex('kept_answers_created')
    .on('kept_answers')
    .column('created_at')
    .execute()
}
