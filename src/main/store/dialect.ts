/** Kysely over one connection of the store. */
import { Kysely, SqliteDialect, type SqliteStatement } from 'kysely'
import type { Connection, Statement } from './library.ts'
import type { StoreTables } from './schema.ts'

/** Statements differ by text only; there are a few dozen in all. */
const mostStatements = 300

/**
 * The tables behind `connection`, which stays the caller's to close.
 * @param onFailure hears of every failure of a statement before the caller does
 */
export function kyselyOn(
  connection: Connection,
  onFailure: (error: unknown) => void,
): Kysely<StoreTables> {
  const statements = new Map<string, SqliteStatement>()

  function prepare(sql: string): SqliteStatement {
    const known = statements.get(sql)
    if (known !== undefined) return known
    const statement = reporting(
      () => reportingStatement(connection.prepare(sql), onFailure),
      onFailure,
    )
    const adapted = sql === 'rollback' ? whileInTransaction(connection, statement) : statement
    if (statements.size >= mostStatements) statements.clear()
    statements.set(sql, adapted)
    return adapted
  }

  return new Kysely<StoreTables>({
    dialect: new SqliteDialect({ database: { prepare, close: () => statements.clear() } }),
  })
}

function reporting<Data>(work: () => Data, onFailure: (error: unknown) => void): Data {
  try {
    return work()
  } catch (error) {
    onFailure(error)
    throw error
  }
}

function reportingStatement(
  statement: Statement,
  onFailure: (error: unknown) => void,
): SqliteStatement {
  return {
    reader: statement.reader,
    all: (parameters) => reporting(() => statement.all(parameters), onFailure),
    run: (parameters) => reporting(() => statement.run(parameters), onFailure),
    iterate: (parameters) => reporting(() => statement.iterate(parameters), onFailure),
  }
}

/**
 * A disk that is full (or fails) has SQLite undo the transaction by itself. Undoing it once more would
 * fail, and hide why.
 */
function whileInTransaction(connection: Connection, rollback: SqliteStatement): SqliteStatement {
  return {
    ...rollback,
    run: (parameters) =>
      connection.isInTransaction() ? rollback.run(parameters) : { changes: 0, lastInsertRowid: 0 },
  }
}
