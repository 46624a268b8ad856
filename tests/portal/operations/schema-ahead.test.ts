/**
 * A new version migrates while the former one serves: the former goes on with what was added, starts
 * on it again, and refuses what it can no longer work with.
 */
/* oxlint-disable no-await-in-loop -- what is tested here happens in order, one step after the other */
import { randomUUID } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createReadiness } from '../../../src/portal/operations/readiness.ts'
import {
  knownMigrations,
  migrationsSealing,
  runMigrations,
} from '../../../src/portal/platform/db/migrate.ts'
import { openDatabase } from '../../../src/portal/platform/db/open.ts'
import { requireMigration } from '../../../src/portal/platform/db/schema-support.ts'
import type { Tables } from '../../../src/portal/platform/db/schema.ts'
import { migratingLimits } from '../../../src/portal/platform/db/time-limits.ts'
import { createPortal } from '../../../src/portal/portal.ts'
import { databaseKinds } from '../support/databases.ts'
import { startPortal, type TestPortal } from '../support/portal.ts'

const manyEdits = 40

/** What a version to come may do while this one serves: a column, a table, an index, values for all. */
const adding: Migration = {
  up: async (db: Kysely<Tables>) => {
    await db.schema
      .alterTable('users')
      .addColumn('nickname', 'text', (column) => column.notNull().defaultTo(''))
      .execute()
    await db.schema.createTable('nicknames').addColumn('id', 'text').execute()
    await db.schema.createIndex('users_nickname').on('users').column('nickname').execute()
    await sql`update users set nickname = coalesce(first_name, '')`.execute(db)
  },
}
const takingAway: Migration = {
  up: async (db: Kysely<Tables>) => {
    await db.schema.dropTable('nicknames').execute()
    await requireMigration(db, '9001-adds')
  },
}

const nextVersion = { ...migrationsSealing(''), '9001-adds': adding }
const versionAfter = { ...nextVersion, '9002-takes-away': takingAway }

describe.each(databaseKinds)('a database that is ahead, on %s', (kind) => {
  let it: TestPortal
  let place: { readonly dataFolder: string; readonly databaseUrl?: string | undefined }
  beforeEach(async () => {
    it = await startPortal(kind)
    place = it.place
  })
  afterEach(() => it.stop())

  const migrateTo = async (migrations: Readonly<Record<string, Migration>>) => {
    const { db } = await openDatabase(place, { limits: migratingLimits })
    try {
      await runMigrations(db, migrations)
    } finally {
      await db.destroy()
    }
  }
  const startAgain = () => createPortal({ ...place, demo: true, logLevel: 'silent' })

  test('serves who edits and reads while it is migrated, and after, without one refusal', async () => {
    const { accessToken: token } = await it.signIn('marie.lambert')
    let hasMigrated = false
    const edits: string[] = []
    const edit = async (): Promise<void> => {
      for (let left = manyEdits; left > 0; hasMigrated ? (left -= 1) : undefined) {
        const firstName = `Marie ${edits.length}`
        const headers = { 'if-match': '*', 'idempotency-key': randomUUID() }
        await it.client.succeed('mePatch', { token, headers, body: { firstName } })
        edits.push(firstName)
        await it.client.succeed('me', { token })
        await it.client.succeed('changes', { token })
        await it.client.succeed('servnetHome', { token })
      }
    }
    const editing = edit()
    await expect.poll(() => edits.length).toBeGreaterThan(3)
    // Two of the new version at once: one migrates, the other waits for it.
    await Promise.all([migrateTo(nextVersion), migrateTo(nextVersion)])
    hasMigrated = true
    await editing
    expect(await it.client.succeed('me', { token })).toMatchObject({ firstName: edits.at(-1) })
    expect((await createReadiness(it.portal.context)()).isReady).toBe(true)
  })

  test('lets the version before start again, until something was taken away', async () => {
    await migrateTo(nextVersion)
    const again = await startAgain()
    await again.close()
    await migrateTo(versionAfter)
    const readiness = await createReadiness(it.portal.context)()
    expect(readiness).toMatchObject({
      isReady: false,
      checks: { database: 'ok', schema: 'failed' },
    })
    await expect(startAgain()).rejects.toThrow('A later version of the portal has changed')
  })

  test('is left as it is by a migration that fails halfway', async () => {
    const failing: Migration = {
      up: async (db) => {
        await adding.up(db)
        throw new Error('halfway')
      },
    }
    const migrations = { ...migrationsSealing(''), '9001-adds': failing }
    await expect(migrateTo(migrations)).rejects.toThrow('halfway')
    const tables = await it.portal.context.db.introspection.getTables()
    expect(tables.map(({ name }) => name)).not.toContain('nicknames')
    expect((await createReadiness(it.portal.context)()).isReady).toBe(true)
  })
})

test('every migration has its place in the order', () => {
  expect(knownMigrations).toEqual(knownMigrations.toSorted())
})
