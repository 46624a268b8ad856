/**
 * Connections to a PostgreSQL server. A transaction, and whatever is not prepared, has one of a pool to
 * itself. What is prepared and only reads goes over one connection that all share, one query behind
 * the other without waiting for answers (pipelining): eight at once are a packet or two, and not as
 * many processes of the server that take turns.
 */
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import type pg from 'pg'
import type { PoolState } from '../measures.ts'
import { isAnswerOverdue } from './errors.ts'
import { statementNameOf } from './prepare.ts'
import { connectionLimits, type TimeLimits } from './time-limits.ts'

/** PostgreSQL's type number of bigint, which `pg` hands over as text unless told otherwise. */
const int8 = 20

/** In all: those of the pool, and the one that reads share. */
export const mostConnections = 10

/** Milliseconds after which an unused connection is closed, as what is on the way may have dropped it. */
const idleTimeout = 10_000

export type Connections = {
  readonly pool: PostgresPool
  readonly state: () => PoolState
}

/** @param isPreparing whether the server keeps prepared statements for as long as a connection lasts */
export async function openConnections(
  connectionString: string,
  isPreparing: boolean,
  limits: TimeLimits,
): Promise<Connections> {
  // Loaded where it is used: the portal on SQLite is smaller without.
  const { Client, Pool, TypeOverrides } = await import('pg')
  const types = new TypeOverrides()
  // Milliseconds and counts: far below 2^53, where numbers stop being exact.
  types.setTypeParser(int8, Number)
  const max = isPreparing ? mostConnections - 1 : mostConnections
  const settings = { connectionString, types, ...connectionLimits(limits) }
  const pool = new Pool({ ...settings, max, idleTimeoutMillis: idleTimeout })
  // A connection that breaks off rejects what it was asked, and is replaced by the next query.
  // Without listeners the event besides would end the process, of idle ones and of those at work.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => {
    client.on('error', () => undefined)
  })
  const state = (): PoolState => ({
    open: pool.totalCount,
    idle: pool.idleCount,
    waiting: pool.waitingCount,
  })
  const reads = isPreparing
    ? new SharedConnection(() => new Client({ ...settings, pipeline: true }))
    : null
  return {
    state,
    pool: {
      options: pool.options,
      connect: async () => new Connection(pool, reads),
      end: async () => {
        await Promise.all([pool.end(), reads?.end()])
      },
    },
  }
}

const nothing: pg.QueryResult = { command: 'ROLLBACK', rowCount: 0, oid: 0, fields: [], rows: [] }

/** What Kysely takes for a connection: it has one of the pool only once it needs one. */
class Connection implements PostgresPoolClient {
  readonly #pool: pg.Pool
  /** Null where the server keeps nothing prepared: then nothing has a name, and all is asked alone. */
  readonly #reads: SharedConnection | null
  #own: pg.PoolClient | null = null
  /** Whether an answer may still come that nobody waits for any more: the next one would get it. */
  #isStale = false

  constructor(pool: pg.Pool, reads: SharedConnection | null) {
    this.#pool = pool
    this.#reads = reads
  }

  query<Row>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<Row>>
  query<Row>(cursor: PostgresCursor<Row>): PostgresCursor<Row>
  query(text: string | PostgresCursor<unknown>, values: readonly unknown[] = []): unknown {
    if (typeof text !== 'string') throw new Error('The portal reads nothing by cursors')
    const reads = this.#reads
    const name = reads === null ? undefined : statementNameOf(text)
    const query = { text, values: [...values], ...(name !== undefined && { name }) }
    const isShared = this.#own === null && name !== undefined && text.startsWith('select ')
    return isShared && reads !== null ? reads.query(query) : this.#queryAlone(query)
  }

  async #queryAlone(query: pg.QueryConfig): Promise<pg.QueryResult> {
    // The server undoes it once the connection is gone; what went wrong must not be hidden by that.
    if (this.#isStale && query.text === 'rollback') return nothing
    if (this.#isStale) throw new Error('Connection terminated: an answer took too long')
    this.#own ??= await this.#pool.connect()
    try {
      return await this.#own.query(query)
    } catch (error) {
      if (isAnswerOverdue(error)) this.#isStale = true
      throw error
    }
  }

  release(destroy?: boolean): void {
    this.#own?.release(destroy === true || this.#isStale)
    this.#own = null
    this.#isStale = false
  }
}

/** One connection for many at once, made when it is first needed, and again after it broke off. */
class SharedConnection {
  readonly #create: () => pg.Client
  #client: Promise<pg.Client> | null = null
  /** The same, though it may not be connected yet. */
  #latest: pg.Client | null = null
  #asking = 0
  #idle: NodeJS.Timeout | null = null

  constructor(create: () => pg.Client) {
    this.#create = create
  }

  async query(query: pg.QueryConfig): Promise<pg.QueryResult> {
    const connecting = (this.#client ??= this.#connect())
    this.#asking += 1
    try {
      return await (await connecting).query(query)
    } catch (error) {
      // Those behind it wait for the same; the next one has a connection of its own again.
      if (isAnswerOverdue(error)) this.#giveUp(await connecting)
      throw error
    } finally {
      this.#asking -= 1
      this.#idle?.refresh()
    }
  }

  async #connect(): Promise<pg.Client> {
    const client = this.#create()
    this.#latest = client
    const forget = (): void => {
      // Told late of one that was replaced.
      if (this.#latest === client) this.#forget()
    }
    client.on('error', forget)
    client.on('end', forget)
    try {
      await client.connect()
    } catch (error) {
      forget()
      throw error
    }
    this.#idle ??= setInterval(() => void this.#endIfIdle(), idleTimeout).unref()
    return client
  }

  #forget(): void {
    this.#client = null
    this.#latest = null
  }

  #giveUp(client: pg.Client): void {
    if (this.#latest === client) this.#forget()
    // What it waits for is broken off, as something is under way.
    void client.end().catch(() => undefined)
  }

  async #endIfIdle(): Promise<void> {
    if (this.#asking === 0) await this.end()
  }

  /** Closes it once what is under way is answered. */
  async end(): Promise<void> {
    const client = this.#client
    this.#forget()
    if (this.#idle !== null) clearInterval(this.#idle)
    this.#idle = null
    await client?.then(
      (open) => open.end(),
      () => undefined,
    )
  }
}
