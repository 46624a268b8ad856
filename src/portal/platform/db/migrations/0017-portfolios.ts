/** What lists of buyers and limits are read from, with an index for each order that they are asked in. */
import { PostgresAdapter, sql, type Kysely } from 'kysely'
import type { Tables } from '../schema.ts'

type Db = Kysely<Tables>

export async function portfolios(db: Db): Promise<void> {
  await createPortfolios(db)
  await createBuyers(db)
  await createLimits(db)
  await createWords(db)
}

/** Text in the order of its code points, on any server. */
const ordered = (db: Db) =>
  db.getExecutor().adapter instanceof PostgresAdapter ? sql`text collate "C"` : ('text' as const)

async function createPortfolios(db: Db): Promise<void> {
  await db.schema
    .createTable('portfolios')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('state', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('portfolio_policies')
    .addColumn('policy_id', 'text', (column) => column.notNull())
    .addColumn('portfolio_id', 'text', (column) => column.notNull().references('portfolios.id'))
    .addPrimaryKeyConstraint('portfolio_policies_pk', ['policy_id', 'portfolio_id'])
    .execute()
  await db.schema
    .createIndex('portfolio_policies_portfolio')
    .on('portfolio_policies')
    .columns(['portfolio_id', 'policy_id'])
    .execute()
}

async function createBuyers(db: Db): Promise<void> {
  await db.schema
    .createTable('portfolio_buyers')
    .addColumn('portfolio_id', 'text', (column) => column.notNull())
    .addColumn('buyer_id', 'text', (column) => column.notNull())
    .addColumn('name_key', ordered(db), (column) => column.notNull())
    .addColumn('country', 'text', (column) => column.notNull())
    .addColumn('rating', 'integer')
    .addColumn('total', 'double precision')
    .addColumn('acceptance', 'double precision')
    .addColumn('decision', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('portfolio_buyers_pk', ['buyer_id', 'portfolio_id'])
    .execute()
  await index(db, 'portfolio_buyers', 'name', [])
  for (const by of ['country', 'rating', 'total', 'acceptance', 'decision']) {
    // oxlint-disable-next-line no-await-in-loop -- one transaction, one statement at a time
    await index(db, 'portfolio_buyers', by, [by])
  }
}

async function createLimits(db: Db): Promise<void> {
  await db.schema
    .createTable('portfolio_limits')
    .addColumn('portfolio_id', 'text', (column) => column.notNull())
    .addColumn('limit_id', 'text', (column) => column.notNull())
    .addColumn('policy_id', 'text', (column) => column.notNull())
    .addColumn('buyer_id', 'text', (column) => column.notNull())
    .addColumn('name_key', ordered(db), (column) => column.notNull())
    .addColumn('country', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('granted', 'double precision')
    .addColumn('decided_at', 'bigint')
    .addColumn('ends_on', ordered(db))
    .addPrimaryKeyConstraint('portfolio_limits_pk', ['buyer_id', 'portfolio_id', 'limit_id'])
    .execute()
  await index(db, 'portfolio_limits', 'name', [])
  for (const by of ['country', 'status', 'policy_id', 'granted', 'decided_at', 'ends_on']) {
    // oxlint-disable-next-line no-await-in-loop -- one transaction, one statement at a time
    await index(db, 'portfolio_limits', by, [by])
  }
}

async function index(
  db: Db,
  table: 'portfolio_buyers' | 'portfolio_limits',
  name: string,
  columns: readonly string[],
): Promise<void> {
  const id = table === 'portfolio_buyers' ? 'buyer_id' : 'limit_id'
  await db.schema
    .createIndex(`${table}_${name}`)
    .on(table)
    .columns(['portfolio_id', ...columns, 'name_key', id])
    .execute()
}

async function createWords(db: Db): Promise<void> {
  // What waits for a decision, whichever policy it is under.
  await db.schema
    .createIndex('applications_waiting')
    .on('applications')
    .columns(['decided_on', 'applied_at', 'id'])
    .execute()
  await db.schema
    .createTable('buyer_words')
    .addColumn('word', ordered(db), (column) => column.notNull())
    .addColumn('buyer_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('buyer_words_pk', ['word', 'buyer_id'])
    .execute()
  await db.schema.createIndex('buyer_words_buyer').on('buyer_words').column('buyer_id').execute()
  await db.schema
    .createTable('order_rates')
    .addColumn('currency', 'text', (column) => column.primaryKey())
    .addColumn('factor', 'double precision', (column) => column.notNull())
    .execute()
}
