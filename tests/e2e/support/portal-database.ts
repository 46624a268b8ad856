/**
 * The portal's own database, for what a journey cannot wait for: hours and days are moved into the
 * past where the portal keeps them. It sees what another process writes.
 */
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { SQLInputValue, SQLOutputValue } from 'node:sqlite'
import type { JourneyPortal } from './journey-portal.ts'

/** The first row that a query finds; empty where there is none. */
export function firstRow(
  { folder }: Pick<JourneyPortal, 'folder'>,
  query: string,
): Readonly<Record<string, SQLOutputValue>> {
  const database = new DatabaseSync(path.join(folder, 'portal.sqlite'), { readOnly: true })
  try {
    return database.prepare(query).get() ?? {}
  } finally {
    database.close()
  }
}

/** Runs one statement in the database of a portal that runs, or does not. */
export function changeDatabase(
  { folder }: Pick<JourneyPortal, 'folder'>,
  statement: string,
  ...values: readonly SQLInputValue[]
): void {
  const database = new DatabaseSync(path.join(folder, 'portal.sqlite'))
  try {
    database.prepare(statement).run(...values)
  } finally {
    database.close()
  }
}
