/** What someone does with the recorded events who has the database, but not the pepper. */
import { sql } from 'kysely'
import type { Db } from '../../../src/portal/platform/db/open.ts'

export type Noted = Awaited<ReturnType<typeof note>>

/** Everything that is recorded. */
export async function note(db: Db) {
  const events = await db.selectFrom('security_events').selectAll().execute()
  const chains = await db.selectFrom('event_chains').selectAll().execute()
  return { events, chains }
}

/** Puts back what was noted, of one chain or of all. */
export async function putBack(db: Db, { events, chains }: Noted, only?: string): Promise<void> {
  const wanted = (row: { readonly chain: string }) => only === undefined || row.chain === only
  const named = only === undefined ? sql<boolean>`1 = 1` : sql<boolean>`chain = ${only}`
  await db.deleteFrom('security_events').where(named).execute()
  await db.deleteFrom('event_chains').where(named).execute()
  await db.insertInto('security_events').values(events.filter(wanted)).execute()
  await db.insertInto('event_chains').values(chains.filter(wanted)).execute()
}

/** Removes a chain with its head. */
export async function removeChain(db: Db, chain: string): Promise<void> {
  await db.deleteFrom('security_events').where('chain', '=', chain).execute()
  await db.deleteFrom('event_chains').where('chain', '=', chain).execute()
}
