/** What an alert is about in figures, why, and whether the person ticked it off. */
import type { Kysely } from 'kysely'
import type { Tables } from '../schema.ts'

/** What is not known of an alert, and of all that were there before, is null. */
export async function alertDetails(db: Kysely<Tables>): Promise<void> {
  for (const name of [
    'buyer_id',
    'from_amount',
    'to_amount',
    'currency',
    'effective_on',
    'reason',
  ] as const) {
    // oxlint-disable-next-line no-await-in-loop -- SQLite adds one column a statement
    await db.schema.alterTable('alerts').addColumn(name, 'text').execute()
  }
  await db.schema.alterTable('alerts').addColumn('handled_at', 'bigint').execute()
}
