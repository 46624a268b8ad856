/**
 * A database for one call, whose transactions are one. The first begins it; those after it join, each
 * undone by itself where it fails; nothing is committed until the call's answer is known and can be
 * committed with it. What is asked outside of a transaction goes to the database as ever before the
 * first has begun (attempts are counted so, and stay counted), and joins from then on.
 */
import {
  DummyDriver,
  Kysely,
  type CompiledQuery,
  type ControlledTransaction,
  type DatabaseConnection,
  type Driver,
} from 'kysely'
import type { Db } from './open.ts'
import type { Tables } from './schema.ts'

export type CallDatabase = {
  /**
   * For all that the call does. Once a transaction has been through, the call has it to itself until it
   * ends: it waits for nothing then that others need a connection for, such as a turn to hash.
   */
  readonly db: Db
  /** Whether a transaction has been through, and waits to be committed. */
  readonly hasWritten: () => boolean
  /** Does `last`, and commits it together with all before. @throws what `last` does: nothing is kept then */
  readonly commit: (last: (transaction: Db) => Promise<void>) => Promise<void>
  /** Undoes what has not been committed; no failure where there is nothing. */
  readonly rollback: () => Promise<void>
}

/** What is done around the begin of the transaction; what they throw, the call's first transaction throws. */
export type Begin = {
  /** Before it, while no connection is held. */
  readonly before: () => Promise<void>
  /** As its first statements. */
  readonly first: (transaction: Db) => Promise<void>
}

/** A database for one call on `db`. */
export function createCallDatabase(db: Db, begin: Begin): CallDatabase {
  const driver = new JoiningDriver(db, begin)
  const { adapter } = db.getExecutor()
  const call = new Kysely<Tables>({
    dialect: {
      // The same one: what is prepared is kept by it.
      createAdapter: () => adapter,
      createDriver: () => driver,
      createIntrospector: () => db.introspection,
      createQueryCompiler: () => ({
        compileQuery: (node, id) => db.getExecutor().compileQuery(node, id),
      }),
    },
  })
  return {
    db: call,
    hasWritten: () => driver.hasWritten(),
    commit: (last) => driver.commit(last),
    rollback: () => driver.rollback(),
  }
}

class JoiningDriver extends DummyDriver implements Driver {
  readonly #db: Db
  readonly #begin: Begin
  #transaction: ControlledTransaction<Tables> | null = null
  /** Where the one that has joined can be undone to; null while the first is under way, or none is. */
  #joined: ControlledTransaction<Tables, ['joined']> | null = null
  #hasWritten = false

  constructor(db: Db, begin: Begin) {
    super()
    this.#db = db
    this.#begin = begin
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    return {
      executeQuery: <Row>(query: CompiledQuery) =>
        (this.#transaction ?? this.#db).executeQuery<Row>(query),
      streamQuery: () => {
        throw new Error('The portal reads nothing by streams')
      },
    }
  }

  override async beginTransaction(): Promise<void> {
    if (this.#transaction === null) await this.#start()
    else this.#joined = await this.#transaction.savepoint('joined').execute()
  }

  override async commitTransaction(): Promise<void> {
    await this.#joined?.releaseSavepoint('joined').execute()
    this.#joined = null
    this.#hasWritten = true
  }

  override async rollbackTransaction(): Promise<void> {
    if (this.#joined === null) return this.rollback()
    await this.#joined.rollbackToSavepoint('joined').execute()
    this.#joined = null
  }

  hasWritten(): boolean {
    return this.#hasWritten
  }

  async commit(last: (transaction: Db) => Promise<void>): Promise<void> {
    const transaction = this.#transaction ?? (await this.#start())
    await last(transaction)
    await transaction.commit().execute()
    this.#transaction = null
  }

  async rollback(): Promise<void> {
    const transaction = this.#transaction
    this.#transaction = null
    this.#hasWritten = false
    await transaction?.rollback().execute()
  }

  async #start(): Promise<ControlledTransaction<Tables>> {
    await this.#begin.before()
    const transaction = await this.#db.startTransaction().execute()
    this.#transaction = transaction
    try {
      await this.#begin.first(transaction)
    } catch (error) {
      await this.rollback()
      throw error
    }
    return transaction
  }
}
