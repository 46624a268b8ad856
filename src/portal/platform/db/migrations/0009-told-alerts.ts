/**
 * Each alert knows whether it was told. Before this an account knew up to which time all were, which
 * lost those that were written later with an earlier time.
 */
import { sql, type Kysely } from 'kysely'
import type { Tables } from '../schema.ts'

export async function toldAlerts(db: Kysely<Tables>): Promise<void> {
  await db.schema.alterTable('alerts').addColumn('told_at', 'bigint').execute()
  await sql`
    update alerts set told_at = (
      select alerts_told_until from users where users.id = alerts.user_id
    ) where at <= (select alerts_told_until from users where users.id = alerts.user_id)`.execute(db)
  await db.schema.alterTable('users').dropColumn('alerts_told_until').execute()
  await db.schema
    .createIndex('alerts_untold')
    .on('alerts')
    .columns(['user_id', 'at'])
    .where(sql.ref('told_at'), 'is', null)
    .execute()
}
