/** Rows that nobody else writes to until a transaction ends. */
import { PostgresAdapter, type SelectQueryBuilder } from 'kysely'
import type { Db } from './open.ts'

/**
 * `query`, within a transaction, and its rows for oneself until that ends. PostgreSQL is asked for
 * it; on SQLite a transaction has the whole database to itself, and there are no words for it. Either
 * writes less than a write that changes nothing.
 */
export function lockRows<Tables, Table extends keyof Tables, Row>(
  db: Db,
  query: SelectQueryBuilder<Tables, Table, Row>,
): SelectQueryBuilder<Tables, Table, Row> {
  return db.getExecutor().adapter instanceof PostgresAdapter ? query.forNoKeyUpdate() : query
}
