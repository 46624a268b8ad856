/** How somebody likes to work leaves the account, which keeps who somebody is and the language. */
import { sql, type Kysely } from 'kysely'
import type { Tables } from '../schema.ts'

export async function preferences(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('preferences')
    .addColumn('user_id', 'text', (column) => column.primaryKey().references('users.id'))
    .addColumn('default_search_country', 'text')
    .addColumn('servnet_start_page', 'text', (column) =>
      column.notNull().defaultTo('credit_limit_application'),
    )
    .addColumn('currency', 'text', (column) => column.notNull().defaultTo('EUR'))
    .addColumn('alerts_by_email', 'integer', (column) => column.notNull().defaultTo(1))
    .execute()
  await sql`
    insert into preferences
      (user_id, default_search_country, servnet_start_page, currency, alerts_by_email)
    select id, default_search_country, servnet_start_page, currency, alerts_by_email
    from users`.execute(db)
  for (const column of moved) {
    // oxlint-disable-next-line no-await-in-loop -- SQLite drops one column in one statement
    await db.schema.alterTable('users').dropColumn(column).execute()
  }
}

const moved = [
  'default_search_country',
  'servnet_start_page',
  'currency',
  'alerts_by_email',
] as const
