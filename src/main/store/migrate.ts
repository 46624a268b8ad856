/** Brings a store to the shape that this version expects; its number is SQLite's `user_version`. */
import { z } from 'zod'
import type { Connection } from './library.ts'
import { tables } from './migrations/0001-tables.ts'
import { portfolio } from './migrations/0002-portfolio.ts'
import { batches } from './migrations/0003-batches.ts'
import { ledger } from './migrations/0004-ledger.ts'
import { caseDocuments } from './migrations/0005-documents.ts'
import { buyerNumbers } from './migrations/0006-buyer-numbers.ts'

/** In the order in which they run. A former one is never edited. */
export const migrations: readonly string[] = [
  tables,
  portfolio,
  batches,
  ledger,
  caseDocuments,
  buyerNumbers,
]

/** What this version writes. */
export const latestVersion = migrations.length

/** The store was written by a later version of the app, whose shape is not known here. */
export class LaterVersionError extends Error {
  override readonly name = 'LaterVersionError'
}

/** The store could not be brought to this version's shape, and is as it was. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError'
}

const versionSchema = z.object({ user_version: z.number() })

/** The version of the store's shape; 0 for an empty one. @throws what SQLite says */
export function versionOf(connection: Connection): number {
  return versionSchema.parse(connection.prepare('pragma user_version').get([])).user_version
}

/**
 * Runs what has not run yet, in one transaction: where a step fails, the store is as it was.
 * @param steps those of this version, unless a test says otherwise
 * @throws LaterVersionError where a later version wrote it; else what SQLite says
 */
export function migrate(connection: Connection, steps: readonly string[] = migrations): void {
  const present = versionOf(connection)
  if (present > steps.length) throw new LaterVersionError(`written by version ${present}`)
  if (present === steps.length) return
  inTransaction(connection, () => {
    for (const step of steps.slice(present)) connection.exec(step)
    connection.exec(`pragma user_version = ${steps.length}`)
  })
}

/** Does `work` as a whole or not at all. @throws what it throws */
export function inTransaction<Data>(connection: Connection, work: () => Data): Data {
  connection.exec('begin immediate')
  try {
    const data = work()
    connection.exec('commit')
    return data
  } catch (error) {
    // A disk that is full has SQLite undo it by itself; undoing it again would hide why.
    if (connection.isInTransaction()) connection.exec('rollback')
    throw error
  }
}
