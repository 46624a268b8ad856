/** Which message bears a recovery's latest code, so that it can be taken back. */
import type { Kysely } from 'kysely'
import type { Tables } from '../schema.ts'

export async function recoveryMail(db: Kysely<Tables>): Promise<void> {
  await db.schema.alterTable('recoveries').addColumn('mail_id', 'text').execute()
}
