/**
 * The demonstration's data, with a copy of which the portals of tests begin: made once before the first
 * file, as hashing its passwords and answers takes longer than all the rest of a portal's start.
 */
import { inject } from 'vitest'
import type { TestProject } from 'vitest/node'
import { createPortal } from '../../src/portal/portal.ts'
import {
  createDatabase,
  databaseKinds,
  type DatabaseKind,
  type DatabasePlace,
  type TestDatabase,
} from '../portal/support/databases.ts'

declare module 'vitest' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- Vitest's own type is merged
  interface ProvidedContext {
    /** Of each kind of database that is tested; nobody opens them, they are copied. */
    readonly demoData: Readonly<Partial<Record<DatabaseKind, DatabasePlace>>>
  }
}

/** Where the demonstration's data are, to be copied. @throws where this kind is not tested here */
export function demoData(kind: DatabaseKind): DatabasePlace {
  const place = inject('demoData')[kind]
  if (place === undefined) throw new Error(`No demonstration on ${kind}.`)
  return place
}

async function seed(kind: DatabaseKind): Promise<TestDatabase> {
  const database = await createDatabase(kind)
  const { dataFolder, databaseUrl } = database
  const portal = await createPortal({ dataFolder, databaseUrl, demo: true, logLevel: 'silent' })
  await portal.close()
  return database
}

/** Vitest's own hook for a project: makes the data, and removes them at the end. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const made = await Promise.all(
    databaseKinds.map(async (kind) => ({ kind, database: await seed(kind) })),
  )
  const places: Partial<Record<DatabaseKind, DatabasePlace>> = {}
  for (const { kind, database } of made) {
    const { dataFolder, databaseUrl } = database
    places[kind] = { dataFolder, databaseUrl }
  }
  project.provide('demoData', places)
  return async () => {
    await Promise.all(made.map(({ database }) => database.remove()))
  }
}
