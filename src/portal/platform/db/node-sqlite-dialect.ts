/**
 * Kysely on Node's own SQLite: its SQLite dialect, with `node:sqlite` behind the few methods of a
 * database that the dialect uses.
 */
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { z } from 'zod'
import { SqliteAdapter, SqliteDialect, type SqliteDatabase, type SqliteStatement } from 'kysely'
import { isDatabaseBusy } from './errors.ts'
import { createWalFlush, type WalFlush } from './flush.ts'

/** How long a writer waits for another process's transaction, in milliseconds. */
const busyTimeout = 5000

/** How long one that opens waits for another that opens, in milliseconds a time. */
const betweenTries = 5
/** Nobody changes it: waiting for that passes the time. */
const clock = new Int32Array(new SharedArrayBuffer(4))

const versionSchema = z.object({ data_version: z.number() })

/** Statements differ by text only; there are a few dozen in the whole portal. */
const mostStatements = 500

export class NodeSqliteDialect extends SqliteDialect {
  /** Grows with every write, of this connection and of any other. */
  readonly changes: () => number
  /** Resolves once all that was committed before the call is on the disk. */
  readonly flush: () => Promise<void>

  /** Opens (or makes) the database in `file`. @throws where the file cannot be opened. */
  constructor(file: string) {
    const database = open(file)
    const own = { writes: 0 }
    const wal = createWalFlush(file, () => own.writes)
    super({ database: adapt(database, own, wal) })
    const others = watchOthers(database)
    this.changes = () => own.writes + others()
    this.flush = wal.flush
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalDdlAdapter()
  }
}

/** SQLite can undo DDL; Kysely assumes not. With it, migrations run in one locked transaction. */
class TransactionalDdlAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

function open(file: string): DatabaseSync {
  const database = new DatabaseSync(file, {
    enableForeignKeyConstraints: true,
    timeout: busyTimeout,
  })
  turnToWal(database)
  // NORMAL: commits do not wait for the disk; what is acknowledged does (`flush`).
  database.exec('PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY')
  return database
}

/**
 * Of those that open a new file at the same moment SQLite refuses all but one at once, whatever the
 * timeout: each holds what the other waits for. Once that one is through, nothing is left to do.
 */
function turnToWal(database: DatabaseSync): void {
  const until = performance.now() + busyTimeout
  for (;;) {
    try {
      database.exec('PRAGMA journal_mode = WAL')
      return
    } catch (error) {
      if (!isDatabaseBusy(error) || performance.now() > until) throw error
      Atomics.wait(clock, 0, 0, betweenTries)
    }
  }
}

/** What other connections committed. Asked once a turn of the event loop: asking is a query too. */
function watchOthers(database: DatabaseSync): () => number {
  const statement = database.prepare('PRAGMA data_version')
  let seen: number | null = null
  return () => {
    if (seen !== null) return seen
    seen = versionSchema.parse(statement.get()).data_version
    setImmediate(() => {
      seen = null
    })
    return seen
  }
}

function adapt(
  database: DatabaseSync,
  own: { writes: number },
  wal: Pick<WalFlush, 'close'>,
): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>()
  return {
    close: () => {
      statements.clear()
      wal.close()
      database.close()
    },
    prepare: (sql) => {
      const known = statements.get(sql)
      if (known) return known
      // A deferred transaction that reads before it writes fails at once, whatever the timeout,
      // when another process wrote in between; an immediate one waits its turn.
      const statement = database.prepare(sql === 'begin' ? 'begin immediate' : sql)
      const writes = sql.startsWith('select') ? 0 : 1
      const plain = adaptStatement(statement, () => {
        own.writes += writes
      })
      const adapted = sql === 'rollback' ? whileInTransaction(database, plain) : plain
      if (statements.size >= mostStatements) statements.clear()
      statements.set(sql, adapted)
      return adapted
    },
  }
}

function adaptStatement(statement: StatementSync, onRun: () => void): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => {
      onRun()
      return statement.all(...inputs(parameters))
    },
    run: (parameters) => {
      onRun()
      return statement.run(...inputs(parameters))
    },
    iterate: (parameters) => {
      onRun()
      return statement.iterate(...inputs(parameters))
    },
  }
}

/**
 * A disk that is full (or fails) has SQLite undo the transaction by itself. Undoing it once more would
 * fail, and hide why.
 */
function whileInTransaction(database: DatabaseSync, rollback: SqliteStatement): SqliteStatement {
  return {
    ...rollback,
    run: (parameters) =>
      database.isTransaction ? rollback.run(parameters) : { changes: 0, lastInsertRowid: 0 },
  }
}

function inputs(parameters: readonly unknown[]): SQLInputValue[] {
  return parameters.map((value) => {
    if (
      value === null ||
      typeof value === 'string' ||
      typeof value === 'number' ||
      typeof value === 'bigint' ||
      value instanceof Uint8Array
    ) {
      return value
    }
    throw new TypeError(`SQLite cannot store a value of type ${typeof value}`)
  })
}
