/** Cases of collection: what is claimed of a buyer under a policy, by which invoices, and what happened. */
import { PostgresAdapter, sql, type Kysely } from 'kysely'
import type { Tables } from '../schema.ts'

type Db = Kysely<Tables>

export async function cases(db: Db): Promise<void> {
  const ordered =
    db.getExecutor().adapter instanceof PostgresAdapter ? sql`text collate "C"` : ('text' as const)
  await db.schema
    .createTable('collection_cases')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('policy_id', 'text', (column) => column.notNull().references('policies.id'))
    .addColumn('buyer_id', 'text', (column) => column.notNull().references('buyers.id'))
    .addColumn('currency', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('opened_at', 'bigint', (column) => column.notNull())
    .addColumn('remarks', 'text')
    .addColumn('search_text', ordered, (column) => column.notNull())
    .addColumn('user_id', 'text')
    .execute()
  await db.schema
    .createIndex('collection_cases_policy')
    .on('collection_cases')
    .columns(['policy_id', 'opened_at', 'id'])
    .execute()
  await db.schema
    .createIndex('collection_cases_buyer')
    .on('collection_cases')
    .columns(['buyer_id', 'policy_id'])
    .execute()
  await createParts(db, ordered)
}

async function createParts(db: Db, ordered: ReturnType<typeof sql> | 'text'): Promise<void> {
  await db.schema
    .createTable('case_invoices')
    .addColumn('case_id', 'text', (column) => column.notNull().references('collection_cases.id'))
    .addColumn('number_key', ordered, (column) => column.notNull())
    .addColumn('number', 'text', (column) => column.notNull())
    .addColumn('issued_on', ordered, (column) => column.notNull())
    .addColumn('due_on', ordered, (column) => column.notNull())
    .addColumn('amount', 'bigint', (column) => column.notNull())
    .addColumn('paid', 'bigint', (column) => column.notNull().defaultTo(0))
    .addPrimaryKeyConstraint('case_invoices_pk', ['case_id', 'number_key'])
    .execute()
  await db.schema
    .createTable('case_steps')
    .addColumn('case_id', 'text', (column) => column.notNull().references('collection_cases.id'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('amount', 'bigint')
    .addColumn('note', 'text')
    .addPrimaryKeyConstraint('case_steps_pk', ['case_id', 'position'])
    .execute()
}
