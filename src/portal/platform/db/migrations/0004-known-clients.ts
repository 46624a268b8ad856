/**
 * What an account was signed in to with, and from where: when a device was seen last, and the
 * networks. Those of before are in the security events, so that whoever merely updates the app is at
 * a known network from the start.
 */
import { sql, type Kysely } from 'kysely'
import { z } from 'zod'
import { parseAddress } from '../../network/address.ts'
import type { KnownNetworkTable, Tables } from '../schema.ts'

/** Rows in memory, or in one statement, at a time. */
const batch = 500

export async function knownClients(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .alterTable('known_devices')
    .addColumn('last_seen_at', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute()
  await db
    .updateTable('known_devices')
    .set((row) => ({ last_seen_at: row.ref('first_seen_at') }))
    .execute()
  await db.schema.alterTable('recoveries').addColumn('known_as', 'text').execute()
  await db.schema
    .createTable('known_networks')
    .addColumn('user_id', 'text', (column) => column.notNull().references('users.id'))
    .addColumn('network', 'text', (column) => column.notNull())
    .addColumn('first_seen_at', 'bigint', (column) => column.notNull())
    .addColumn('last_seen_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('known_networks_pk', ['user_id', 'network'])
    .execute()
  for await (const events of signIns(db)) await addNetworks(db, events)
}

type SignIn = { readonly user_id: string; readonly at: number; readonly details: string }

/** Every sign-in that was recorded, some at a time. */
async function* signIns(db: Kysely<Tables>): AsyncGenerator<readonly SignIn[]> {
  let after = { chain: '', position: 0 }
  while (true) {
    // oxlint-disable-next-line no-await-in-loop -- each batch begins where the one before ended
    const rows = await db
      .selectFrom('security_events')
      .innerJoin('users', 'users.id', 'security_events.user_id')
      .select(['chain', 'position', 'users.id as user_id', 'at', 'details'])
      .where('kind', '=', 'signed_in')
      .where((row) =>
        row.or([
          row('chain', '>', after.chain),
          row.and([row('chain', '=', after.chain), row('position', '>', after.position)]),
        ]),
      )
      .orderBy('chain')
      .orderBy('position')
      .limit(batch)
      .execute()
    const last = rows.at(-1)
    if (last === undefined) return
    yield rows
    after = last
  }
}

async function addNetworks(db: Kysely<Tables>, events: readonly SignIn[]): Promise<void> {
  const networks = new Map<string, KnownNetworkTable>()
  for (const { user_id, at, details } of events) {
    const network = networkIn(details)
    if (network === null) continue
    const key = `${user_id} ${network}`
    const { first_seen_at: first, last_seen_at: last } = networks.get(key) ?? {
      first_seen_at: at,
      last_seen_at: at,
    }
    networks.set(key, {
      user_id,
      network,
      first_seen_at: Math.min(first, at),
      last_seen_at: Math.max(last, at),
    })
  }
  if (networks.size === 0) return
  await db
    .insertInto('known_networks')
    .values([...networks.values()])
    .onConflict((conflict) =>
      conflict.columns(['user_id', 'network']).doUpdateSet({
        last_seen_at: sql<number>`case
          when excluded.last_seen_at > known_networks.last_seen_at then excluded.last_seen_at
          else known_networks.last_seen_at end`,
      }),
    )
    .execute()
}

const detailsSchema = z.object({ address: z.string() })

/** Null where the event names no address: those of the demonstration, and of proxies gone wrong. */
function networkIn(details: string): string | null {
  const parsed = detailsSchema.safeParse(JSON.parse(details))
  const address = parsed.success ? parseAddress(parsed.data.address) : null
  return address?.networks.own ?? null
}
