/**
 * Organisations, their policies, and what is granted to whom. The services of an account, which stood
 * in one text, become grants; so do the policies that its alerts name, so that they stay readable.
 * Which organisation an account belongs to was never said: that is left open.
 */
import { sql, type Kysely } from 'kysely'
import type { Tables } from '../schema.ts'

export async function organisations(db: Kysely<Tables>): Promise<void> {
  await createOrganisations(db)
  await createGrants(db)
  await carryServicesOver(db)
  await grantPoliciesOfAlerts(db)
}

async function createOrganisations(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('organisations')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('name_key', 'text', (column) => column.notNull())
    .addColumn('country', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('organisations_name').on('organisations').column('name_key').execute()
  await db.schema
    .createTable('policies')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('organisation_id', 'text', (column) =>
      column.notNull().references('organisations.id'),
    )
    .addColumn('currency', 'text', (column) => column.notNull())
    .addColumn('country', 'text', (column) => column.notNull())
    .addColumn('mep_days', 'integer', (column) => column.notNull())
    .addColumn('grace_days', 'integer', (column) => column.notNull())
    .addColumn('maximum_terms_days', 'integer', (column) => column.notNull())
    .addColumn('report_within_days', 'integer', (column) => column.notNull())
    .execute()
  await db.schema
    .createIndex('policies_organisation')
    .on('policies')
    .column('organisation_id')
    .execute()
  await db.schema
    .alterTable('users')
    .addColumn('organisation_id', 'text', (column) => column.references('organisations.id'))
    .execute()
}

async function createGrants(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('service_grants')
    .addColumn('user_id', 'text', (column) => column.notNull().references('users.id'))
    .addColumn('service', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('service_grants_pk', ['user_id', 'service'])
    .execute()
  await db.schema
    .createTable('policy_grants')
    .addColumn('user_id', 'text', (column) => column.notNull().references('users.id'))
    // Refers to no policy: alerts name some of which nothing else was ever kept.
    .addColumn('policy_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('policy_grants_pk', ['user_id', 'policy_id'])
    .execute()
}

/** All that there were up to here. */
const services = ['servnet', 'collectnet', 'insights', 'partners'] as const

async function carryServicesOver(db: Kysely<Tables>): Promise<void> {
  for (const service of services) {
    // oxlint-disable-next-line no-await-in-loop -- one transaction, one statement at a time
    await sql`
      insert into service_grants (user_id, service)
      select id, ${sql.lit(service)} from users
      where ',' || services || ',' like ${sql.lit(`%,${service},%`)}`.execute(db)
  }
  await db.schema.alterTable('users').dropColumn('services').execute()
}

async function grantPoliciesOfAlerts(db: Kysely<Tables>): Promise<void> {
  await sql`
    insert into policy_grants (user_id, policy_id)
    select distinct user_id, policy_id from alerts`.execute(db)
}
