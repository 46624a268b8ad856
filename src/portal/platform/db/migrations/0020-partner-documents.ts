/** Documents for brokers, each with its content: a table of its own, so that no list reads it. */
import { PostgresAdapter, sql, type Kysely } from 'kysely'
import type { Tables } from '../schema.ts'

export async function partnerDocuments(db: Kysely<Tables>): Promise<void> {
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter
  const ordered = isPostgres ? sql`text collate "C"` : ('text' as const)
  await db.schema
    .createTable('partner_documents')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('topic', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('file_name', 'text', (column) => column.notNull())
    .addColumn('search_text', ordered, (column) => column.notNull())
    .addColumn('media_type', 'text', (column) => column.notNull())
    .addColumn('bytes', 'integer', (column) => column.notNull())
    .addColumn('published_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createIndex('partner_documents_published')
    .on('partner_documents')
    .columns(['published_at', 'id'])
    .execute()
  await db.schema
    .createTable('partner_document_contents')
    .addColumn('document_id', 'text', (column) =>
      column.primaryKey().references('partner_documents.id'),
    )
    .addColumn('content', sql.raw(isPostgres ? 'bytea' : 'blob'), (column) => column.notNull())
    .execute()
}
