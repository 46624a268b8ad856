/** What comes after the first sign-in: recovery, profile, delicate acts, outgoing mail. */
import type { Kysely } from 'kysely'
import type { Tables } from '../schema.ts'

export async function identityLife(db: Kysely<Tables>): Promise<void> {
  await extendAccounts(db)
  await createFlows(db)
  await createMail(db)
}

async function extendAccounts(db: Kysely<Tables>): Promise<void> {
  // One column at a time: SQLite adds no more in one statement.
  const users = () => db.schema.alterTable('users')
  await users()
    .addColumn('password_change_required', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
  await users().addColumn('default_search_country', 'text').execute()
  await users()
    .addColumn('servnet_start_page', 'text', (column) =>
      column.notNull().defaultTo('credit_limit_application'),
    )
    .execute()
  await users()
    .addColumn('currency', 'text', (column) => column.notNull().defaultTo('EUR'))
    .execute()
  await users().addColumn('rehearsal_due_at', 'bigint').execute()
  await users()
    .addColumn('alerts_told_until', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute()
  await db.schema
    .alterTable('sessions')
    .addColumn('reauthenticated_until', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute()
  await db.schema
    .createTable('known_devices')
    .addColumn('user_id', 'text', (column) => column.notNull().references('users.id'))
    .addColumn('fingerprint', 'text', (column) => column.notNull())
    .addColumn('first_seen_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('known_devices_pk', ['user_id', 'fingerprint'])
    .execute()
}

async function createFlows(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('recoveries')
    .addColumn('id_hash', 'text', (column) => column.primaryKey())
    .addColumn('user_id', 'text', (column) => column.references('users.id'))
    .addColumn('name_key', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('question_ids', 'text', (column) => column.notNull())
    .addColumn('code_hash', 'text')
    .addColumn('code_expires_at', 'bigint')
    .addColumn('next_code_at', 'bigint')
    .addColumn('attempts_left', 'integer', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('email_changes')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('user_id', 'text', (column) => column.notNull().references('users.id'))
    .addColumn('email', 'text', (column) => column.notNull())
    .addColumn('email_key', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('code_hash', 'text', (column) => column.notNull())
    .addColumn('attempts_left', 'integer', (column) => column.notNull())
    .addColumn('next_code_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addColumn('mail_id', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createIndex('email_changes_user')
    .on('email_changes')
    .columns(['user_id', 'state'])
    .execute()
}

async function createMail(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('mails')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.references('users.id'))
    .addColumn('recipient', 'text')
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('params', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('next_attempt_at', 'bigint', (column) => column.notNull())
    .addColumn('claimed_until', 'bigint', (column) => column.notNull())
    .addColumn('last_error', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('sent_at', 'bigint')
    .execute()
  await db.schema
    .createIndex('mails_due')
    .on('mails')
    .columns(['state', 'next_attempt_at'])
    .execute()
  await db.schema
    .createTable('expiry_notices')
    .addColumn('user_id', 'text', (column) => column.notNull().references('users.id'))
    .addColumn('password_expires_at', 'bigint', (column) => column.notNull())
    .addColumn('threshold', 'integer', (column) => column.notNull())
    .addColumn('noticed_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('expiry_notices_pk', ['user_id', 'password_expires_at', 'threshold'])
    .execute()
}
