/** A PostgreSQL server as the portal's database. */
import { CommandError } from '../problem-error.ts'
import { postgresFailure } from './postgres-failure.ts'
import { openConnections, type Connections } from './postgres-connections.ts'
import type { TimeLimits } from './time-limits.ts'

/** Of the first connection, in milliseconds; one that is dropped on the way would take minutes. */
const patience = 10_000
/** The oldest major version that its makers still looked after when this was written. */
const leastVersion = 14

/** In the address, `off` where a pooler on the way knows nothing of prepared statements. */
const preparing = 'preparedStatements'

/**
 * Connections to the server at `databaseUrl`, the first of which has been tried.
 * @throws CommandError where it cannot be used, saying what to do; never with the password
 */
export async function openPostgres(databaseUrl: string, limits: TimeLimits): Promise<Connections> {
  const address = strictAddress(databaseUrl)
  const isPreparing = address.searchParams.get(preparing) !== 'off'
  address.searchParams.delete(preparing)
  try {
    await probe(address)
  } catch (error) {
    const sentence = postgresFailure(error, address)
    throw sentence === null ? error : new CommandError(sentence)
  }
  return openConnections(address.href, isPreparing, limits)
}

/**
 * The address with TLS that is worth something, where it asks for TLS: `pg` checks certificates in each
 * of these modes today and will cease to in some.
 */
function strictAddress(databaseUrl: string): URL {
  const address = new URL(databaseUrl)
  const mode = address.searchParams.get('sslmode')
  const isLax = address.searchParams.has('uselibpqcompat')
  if (!isLax && ['prefer', 'require', 'verify-ca'].includes(mode ?? '')) {
    address.searchParams.set('sslmode', 'verify-full')
  }
  return address
}

/** @throws what keeps the server from being used, its version too */
async function probe(address: URL): Promise<void> {
  const { Client } = await import('pg')
  const client = new Client({
    connectionString: address.href,
    connectionTimeoutMillis: patience,
  })
  // What breaks off rejects what was asked; the event besides would end the process.
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ server_version_num: string }>('show server_version_num')
    const version = Math.floor(Number(rows[0]?.server_version_num ?? 0) / 10_000)
    if (version < leastVersion) {
      throw new CommandError(
        `The PostgreSQL server at ${address.host} is version ${version}: the portal needs ${leastVersion} or later.`,
      )
    }
  } finally {
    await client.end().catch(() => undefined)
  }
}
