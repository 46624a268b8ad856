/**
 * The credit ledger: buyers and their ratings, applications, decisions, how each buyer stands under each
 * policy, declarations, rates, and the sums that figures are read from. Policies are there already.
 */
import { PostgresAdapter, sql, type ColumnDefinitionBuilder, type Kysely } from 'kysely'
import type { Tables } from '../schema.ts'

type Db = Kysely<Tables>
type Add = (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder

const required: Add = (column) => column.notNull()

export async function creditLedger(db: Db): Promise<void> {
  await createBuyers(db)
  await createFacts(db)
  await createPositions(db)
  await createRates(db)
  await createFigures(db)
}

/** Text in the order of its characters' numbers, on any server: days, and keys that are made for it. */
const ordered = (db: Db) =>
  db.getExecutor().adapter instanceof PostgresAdapter ? sql`text collate "C"` : ('text' as const)

async function createBuyers(db: Db): Promise<void> {
  const key = ordered(db)
  await db.schema
    .createTable('buyers')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', required)
    .addColumn('name_key', key, required)
    .addColumn('search_text', key, required)
    .addColumn('country', 'text', required)
    .addColumn('town', 'text')
    .addColumn('registration_number', 'text')
    .addColumn('registration_key', key)
    .addColumn('trade', 'text')
    .addColumn('created_at', 'bigint', required)
    .execute()
  await db.schema.createIndex('buyers_name').on('buyers').columns(['name_key', 'id']).execute()
  await db.schema
    .createIndex('buyers_registration')
    .on('buyers')
    .column('registration_key')
    .execute()
  await db.schema
    .createTable('buyer_ratings')
    .addColumn('id', 'text', required)
    .addColumn('buyer_id', 'text', (column) => column.notNull().references('buyers.id'))
    .addColumn('rating', 'integer', required)
    .addColumn('rated_at', 'bigint', required)
    .addColumn('rated_on', key, required)
    .addPrimaryKeyConstraint('buyer_ratings_pk', ['buyer_id', 'rated_at', 'id'])
    .execute()
}

async function createFacts(db: Db): Promise<void> {
  const key = ordered(db)
  await db.schema
    .createTable('applications')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('policy_id', 'text', (column) => column.notNull().references('policies.id'))
    .addColumn('buyer_id', 'text', (column) => column.notNull().references('buyers.id'))
    .addColumn('kind', 'text', required)
    .addColumn('amount', 'bigint', required)
    .addColumn('currency', 'text', required)
    .addColumn('payment_terms_days', 'integer', required)
    .addColumn('starts_on', key)
    .addColumn('ends_on', key)
    .addColumn('applied_at', 'bigint', required)
    .addColumn('applied_on', key, required)
    .addColumn('decided_on', key, (column) => column.notNull().defaultTo('9999-12-31'))
    .addColumn('user_id', 'text')
    .execute()
  await index(db, 'applications', 'pair', ['buyer_id', 'policy_id', 'applied_on'])
  await index(db, 'applications', 'applied', ['policy_id', 'applied_at', 'id'])
  await index(db, 'applications', 'decided', ['policy_id', 'decided_on', 'id'])
  await db.schema
    .createTable('decisions')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('policy_id', 'text', (column) => column.notNull().references('policies.id'))
    .addColumn('buyer_id', 'text', (column) => column.notNull().references('buyers.id'))
    .addColumn('application_id', 'text')
    .addColumn('initiated_by', 'text', required)
    .addColumn('applied', 'bigint', required)
    .addColumn('granted', 'bigint', required)
    .addColumn('currency', 'text', required)
    .addColumn('decided_at', 'bigint', required)
    .addColumn('decided_on', key, required)
    .addColumn('effective_on', key, required)
    .addColumn('ends_on', key)
    .addColumn('payment_terms_days', 'integer')
    .addColumn('reason', 'text')
    .addColumn('conditions', 'text')
    .execute()
  await index(db, 'decisions', 'pair', ['buyer_id', 'policy_id', 'decided_on'])
  await index(db, 'decisions', 'decided', ['policy_id', 'decided_on', 'id'])
  await index(db, 'decisions', 'effective', ['policy_id', 'effective_on', 'id'])
  await index(db, 'decisions', 'application', ['application_id'])
  await db.schema
    .createIndex('decisions_ends')
    .on('decisions')
    .columns(['policy_id', 'ends_on', 'id'])
    .where('ends_on', 'is not', null)
    .execute()
  await db.schema
    .createTable('turnover_declarations')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('policy_id', 'text', (column) => column.notNull().references('policies.id'))
    .addColumn('user_id', 'text', required)
    .addColumn('period', 'text', required)
    .addColumn('amount', 'bigint', required)
    .addColumn('currency', 'text', required)
    .addColumn('declared_at', 'bigint', required)
    .execute()
  await index(db, 'turnover_declarations', 'period', ['policy_id', 'period', 'declared_at'])
}

async function createPositions(db: Db): Promise<void> {
  const key = ordered(db)
  await db.schema
    .createTable('positions')
    .addColumn('policy_id', 'text', (column) => column.notNull().references('policies.id'))
    .addColumn('buyer_id', 'text', (column) => column.notNull().references('buyers.id'))
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('name_key', key, required)
    .addColumn('country', 'text', required)
    .addColumn('decision_id', 'text')
    .addColumn('status', 'text', required)
    .addColumn('initiated_by', 'text', required)
    .addColumn('applied', 'bigint', required)
    .addColumn('granted', 'bigint')
    .addColumn('currency', 'text', required)
    .addColumn('applied_at', 'bigint', required)
    .addColumn('decided_at', 'bigint')
    .addColumn('effective_on', key)
    .addColumn('ends_on', key)
    .addColumn('payment_terms_days', 'integer')
    .addColumn('reason', 'text')
    .addColumn('conditions', 'text')
    .addColumn('in_force', 'bigint')
    .addColumn('in_force_currency', 'text')
    .addColumn('pending_id', 'text')
    .addColumn('pending_amount', 'bigint')
    .addColumn('pending_currency', 'text')
    .addColumn('pending_at', 'bigint')
    .addColumn('pending_count', 'integer', required)
    .addColumn('in_force_until', key, required)
    .addColumn('next_change_on', key, required)
    .addPrimaryKeyConstraint('positions_pk', ['buyer_id', 'policy_id'])
    .execute()
  await index(db, 'positions', 'name', ['policy_id', 'name_key', 'buyer_id'])
  await index(db, 'positions', 'next_change', ['next_change_on'])
}

async function createRates(db: Db): Promise<void> {
  await db.schema
    .createTable('currency_rates')
    .addColumn('currency', 'text', required)
    .addColumn('rate_on', ordered(db), required)
    .addColumn('rate', 'text', required)
    .addColumn('source', 'text', required)
    .addPrimaryKeyConstraint('currency_rates_pk', ['currency', 'rate_on'])
    .execute()
  await db.schema
    .createTable('rating_bands')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('from_rating', 'integer', required)
    .addColumn('to_rating', 'integer', required)
    .addColumn('names', 'text', required)
    .execute()
  await db
    .insertInto('rating_bands')
    .values(
      bands.map(([[id, from_rating, to_rating], names]) => {
        const words = names.split('|').map((name, place) => [languages[place], name])
        return { id, from_rating, to_rating, names: JSON.stringify(Object.fromEntries(words)) }
      }),
    )
    .execute()
}

/** What ratings are called to begin with, in the languages' order. */
const bands = [
  [['low', 1, 30], 'Risque faible|Laag risico|Low risk|Geringes Risiko|Riesgo bajo|Rischio basso'],
  [
    ['moderate', 31, 50],
    'Risque modéré|Matig risico|Moderate risk|Mäßiges Risiko|Riesgo moderado|Rischio moderato',
  ],
  [['high', 51, 70], 'Risque élevé|Hoog risico|High risk|Hohes Risiko|Riesgo alto|Rischio elevato'],
  [
    ['severe', 71, 100],
    'Risque très élevé|Zeer hoog risico|Severe risk|Sehr hohes Risiko|Riesgo muy alto|Rischio molto elevato',
  ],
] as const
const languages = ['fr', 'nl', 'en', 'de', 'es', 'it'] as const

const sums = [
  'applied',
  'accepted',
  'decisions',
  'pending_applications',
  'pending',
  'cld',
  'rated_cld',
  'weighted_cld',
  'future_deductions',
  'decided_zero',
  'decided_not_covered',
  'decided_covered',
  'decided_full',
  'deductions',
  'customer_cuts',
  'ended_temporary',
] as const

async function createFigures(db: Db): Promise<void> {
  const key = ordered(db)
  for (const table of ['figure_days', 'figure_tens', 'figure_months', 'figure_years']) {
    let of = db.schema
      .createTable(table)
      .addColumn('scope_id', 'text', required)
      .addColumn('currency', 'text', required)
      .addColumn('period', key, required)
    for (const name of sums) of = of.addColumn(name, 'bigint', required)
    // oxlint-disable-next-line no-await-in-loop -- one transaction, one statement at a time
    await of.addPrimaryKeyConstraint(`${table}_pk`, ['scope_id', 'period', 'currency']).execute()
  }
  await db.schema
    .createTable('scope_days')
    .addColumn('scope_id', 'text', required)
    .addColumn('day', key, required)
    .addColumn('buyers', 'bigint', required)
    .addColumn('latest_fact_at', 'bigint', required)
    .addPrimaryKeyConstraint('scope_days_pk', ['scope_id', 'day'])
    .execute()
  await db.schema
    .createTable('figure_scopes')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('counted_to', 'text')
    .execute()
  await db.schema
    .createTable('figure_scope_policies')
    .addColumn('policy_id', 'text', required)
    .addColumn('scope_id', 'text', (column) => column.notNull().references('figure_scopes.id'))
    .addPrimaryKeyConstraint('figure_scope_policies_pk', ['policy_id', 'scope_id'])
    .execute()
  await db.schema
    .createTable('rating_rises')
    .addColumn('policy_id', 'text', required)
    .addColumn('span', 'text', required)
    .addColumn('rise', 'integer', required)
    .addColumn('buyer_id', 'text', required)
    .addPrimaryKeyConstraint('rating_rises_pk', ['policy_id', 'span', 'rise', 'buyer_id'])
    .execute()
}

async function index(
  db: Db,
  table: 'applications' | 'decisions' | 'positions' | 'turnover_declarations',
  name: string,
  columns: readonly string[],
): Promise<void> {
  await db.schema
    .createIndex(`${table}_${name}`)
    .on(table)
    .columns([...columns])
    .execute()
}
