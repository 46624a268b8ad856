/** Accounts, sessions, throttling, security events, and what Serv@Net's home shows. */
import type { Kysely } from 'kysely'
import type { Tables } from '../schema.ts'

export async function foundation(db: Kysely<Tables>): Promise<void> {
  await createAccounts(db)
  await createSessions(db)
  await createSafeguards(db)
  await createHome(db)
}

async function createAccounts(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('users')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('username', 'text', (column) => column.notNull())
    .addColumn('username_key', 'text', (column) => column.notNull().unique())
    .addColumn('email', 'text')
    .addColumn('email_key', 'text', (column) => column.unique())
    .addColumn('first_name', 'text')
    .addColumn('last_name', 'text')
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('alerts_by_email', 'integer', (column) => column.notNull())
    .addColumn('services', 'text', (column) => column.notNull())
    .addColumn('enrolment_state', 'text', (column) => column.notNull())
    .addColumn('enrolment_expires_at', 'bigint', (column) => column.notNull())
    .addColumn('password_hash', 'text', (column) => column.notNull())
    .addColumn('password_expires_at', 'bigint')
    .addColumn('enrolled_at', 'bigint')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('security_answers')
    .addColumn('user_id', 'text', (column) => column.notNull().references('users.id'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('question_id', 'text', (column) => column.notNull())
    .addColumn('answer_hash', 'text', (column) => column.notNull())
    .addColumn('normalization', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('security_answers_pk', ['user_id', 'position'])
    .execute()
  await db.schema
    .createTable('password_history')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('user_id', 'text', (column) => column.notNull().references('users.id'))
    .addColumn('password_hash', 'text', (column) => column.notNull())
    .addColumn('replaced_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createIndex('password_history_user')
    .on('password_history')
    .columns(['user_id', 'replaced_at'])
    .execute()
}

async function createSessions(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('sessions')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('user_id', 'text', (column) => column.notNull().references('users.id'))
    .addColumn('device_name', 'text', (column) => column.notNull())
    .addColumn('device_platform', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('last_used_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addColumn('ended_at', 'bigint')
    .execute()
  await db.schema
    .createIndex('sessions_user')
    .on('sessions')
    .columns(['user_id', 'created_at', 'id'])
    .execute()
  await db.schema
    .createTable('access_tokens')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('session_id', 'text', (column) => column.notNull().references('sessions.id'))
    .addColumn('user_id', 'text', (column) => column.notNull().references('users.id'))
    .addColumn('scope', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('refresh_tokens')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('session_id', 'text', (column) => column.notNull().references('sessions.id'))
    .addColumn('issued_at', 'bigint', (column) => column.notNull())
    .addColumn('used_at', 'bigint')
    .addColumn('retired', 'integer', (column) => column.notNull())
    .execute()
  await indexSession(db, 'access_tokens')
  await indexSession(db, 'refresh_tokens')
}

async function indexSession(db: Kysely<Tables>, table: keyof Tables): Promise<void> {
  await db.schema.createIndex(`${table}_session`).on(table).column('session_id').execute()
}

async function createSafeguards(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('throttles')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('failures', 'integer', (column) => column.notNull())
    .addColumn('last_failure_at', 'bigint', (column) => column.notNull())
    .addColumn('blocked_until', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('event_chains')
    .addColumn('chain', 'text', (column) => column.primaryKey())
    .addColumn('length', 'integer', (column) => column.notNull())
    .addColumn('head', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('security_events')
    .addColumn('chain', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('user_id', 'text')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('details', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('security_events_pk', ['chain', 'position'])
    .execute()
}

async function createHome(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('messages')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('user_id', 'text', (column) => column.references('users.id'))
    .addColumn('published_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createIndex('messages_published')
    .on('messages')
    .columns(['published_at', 'id'])
    .execute()
  await db.schema
    .createTable('message_texts')
    .addColumn('message_id', 'text', (column) => column.notNull().references('messages.id'))
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('message_texts_pk', ['message_id', 'language'])
    .execute()
  await db.schema
    .createTable('message_reads')
    .addColumn('message_id', 'text', (column) => column.notNull().references('messages.id'))
    .addColumn('user_id', 'text', (column) => column.notNull().references('users.id'))
    .addColumn('read_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('message_reads_pk', ['message_id', 'user_id'])
    .execute()
  await db.schema
    .createTable('alerts')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('user_id', 'text', (column) => column.notNull().references('users.id'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('buyer', 'text', (column) => column.notNull())
    .addColumn('policy_id', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('alerts_user').on('alerts').columns(['user_id', 'at']).execute()
}
