/** The register of the chains of events: how far it knows each, and which entry of it each event saw. */
import type { Kysely } from 'kysely'
import type { Tables } from '../schema.ts'

export async function eventAnchors(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .alterTable('event_chains')
    .addColumn('registered', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
  await db.schema.alterTable('security_events').addColumn('register_seal', 'text').execute()
}
