/**
 * How long the portal waits for PostgreSQL, in milliseconds. The server itself ends what takes longer, so
 * that nothing is left behind there; the last limit is for a server that says nothing any more.
 */
export type TimeLimits = {
  /** For a connection: a new one, or one of the pool where all are at work. */
  readonly connection: number
  /** Of one statement. */
  readonly statement: number
  /** For a lock that somebody else holds; below that of a statement, which it is part of. */
  readonly lock: number
  /** Between two statements of a transaction, which holds its locks meanwhile. */
  readonly idleInTransaction: number
  /** For an answer; above that of a statement, whose own end it leaves time for. */
  readonly answer: number
}

/** Of what serves: gateways and clients wait for a minute, so that all of it is told to them. */
export const servingLimits: TimeLimits = {
  connection: 5000,
  statement: 10_000,
  lock: 5000,
  idleInTransaction: 10_000,
  answer: 15_000,
}

/**
 * Of a migration, which may take its time, but waits only briefly for a lock: behind it everybody else
 * would wait, too. It is tried again then. 0 stands for no limit.
 */
export const migratingLimits: TimeLimits = {
  connection: 10_000,
  statement: 0,
  lock: 2000,
  idleInTransaction: 0,
  answer: 0,
}

/** `limits` as `pg` takes them for a connection; each applies from its first statement on. */
export function connectionLimits(limits: TimeLimits) {
  return {
    connectionTimeoutMillis: limits.connection,
    statement_timeout: limits.statement,
    lock_timeout: limits.lock,
    idle_in_transaction_session_timeout: limits.idleInTransaction,
    query_timeout: limits.answer,
    // What was dropped on the way would else never be noticed by who waits.
    keepAlive: true,
  }
}
