/** A PostgreSQL server as the portal's database. */
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import type pg from 'pg'
import { CommandError } from '../command-error.ts'
import { postgresFailure } from './postgres-failure.ts'
import { statementNameOf } from './prepare.ts'

/** PostgreSQL's type number of bigint, which `pg` hands over as text unless told otherwise. */
const int8 = 20
export const mostConnections = 10

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
export async function openPostgres(databaseUrl: string): Promise<PostgresPool> {
  const address = strictAddress(databaseUrl)
  const isPreparing = address.searchParams.get(preparing) !== 'off'
  address.searchParams.delete(preparing)
  try {
    await probe(address)
  } catch (error) {
    const sentence = postgresFailure(error, address)
    throw sentence === null ? error : new CommandError(sentence)
  }
  const pool = await createPool(address.href)
  return isPreparing ? namePrepared(pool) : pool
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

async function createPool(connectionString: string): Promise<pg.Pool> {
  // Loaded where it is used: the portal on SQLite is smaller without.
  const { Pool, TypeOverrides } = await import('pg')
  const types = new TypeOverrides()
  // Milliseconds and counts: far below 2^53, where numbers stop being exact.
  types.setTypeParser(int8, Number)
  const pool = new Pool({ connectionString, max: mostConnections, types })
  // A connection that breaks off rejects what it was asked, and is replaced by the next query.
  // Without listeners the event besides would end the process, of idle ones and of those at work.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => {
    client.on('error', () => undefined)
  })
  return pool
}

/** `pool`, on whose connections prepared queries are parsed and planned once and sent by name. */
function namePrepared(pool: pg.Pool): PostgresPool {
  const named = new WeakMap<pg.PoolClient, NamingClient>()
  return {
    options: pool.options,
    connect: async () => {
      const client = await pool.connect()
      const naming = named.get(client) ?? new NamingClient(client)
      named.set(client, naming)
      return naming
    },
    end: () => pool.end(),
  }
}

class NamingClient implements PostgresPoolClient {
  readonly #client: pg.PoolClient

  constructor(client: pg.PoolClient) {
    this.#client = client
  }

  query<Row>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<Row>>
  query<Row>(cursor: PostgresCursor<Row>): PostgresCursor<Row>
  query(text: string | PostgresCursor<unknown>, values: readonly unknown[] = []): unknown {
    if (typeof text !== 'string') throw new Error('The portal reads nothing by cursors')
    const name = statementNameOf(text)
    return this.#client.query({ text, values: [...values], ...(name !== undefined && { name }) })
  }

  release(destroy?: boolean): void {
    this.#client.release(destroy)
  }
}
