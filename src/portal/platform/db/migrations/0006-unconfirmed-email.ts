/** An address counts once it is confirmed. Those that were taken before this count as they did. */
import type { Kysely } from 'kysely'
import type { Tables } from '../schema.ts'

export async function unconfirmedEmail(db: Kysely<Tables>): Promise<void> {
  await db.schema.alterTable('users').addColumn('unconfirmed_email', 'text').execute()
}
