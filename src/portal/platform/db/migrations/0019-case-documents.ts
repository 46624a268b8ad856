/** Documents of cases, each with its content: a table of its own, so that no list reads it. */
import { PostgresAdapter, sql, type Kysely } from 'kysely'
import type { Tables } from '../schema.ts'

export async function caseDocuments(db: Kysely<Tables>): Promise<void> {
  const bytes =
    db.getExecutor().adapter instanceof PostgresAdapter ? ('bytea' as const) : ('blob' as const)
  await db.schema
    .createTable('case_documents')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('case_id', 'text', (column) => column.notNull().references('collection_cases.id'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('media_type', 'text', (column) => column.notNull())
    .addColumn('bytes', 'integer', (column) => column.notNull())
    .addColumn('added_at', 'bigint', (column) => column.notNull())
    .addColumn('user_id', 'text')
    .addColumn('added_by', 'text')
    .execute()
  await db.schema
    .createIndex('case_documents_case')
    .on('case_documents')
    .columns(['case_id', 'added_at', 'id'])
    .execute()
  await db.schema
    .createTable('case_document_contents')
    .addColumn('document_id', 'text', (column) =>
      column.primaryKey().references('case_documents.id'),
    )
    .addColumn('content', sql.raw(bytes), (column) => column.notNull())
    .execute()
}
