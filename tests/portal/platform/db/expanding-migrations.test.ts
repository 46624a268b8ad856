/**
 * Every migration leaves a database that the version before can work with, which still serves then; one
 * that takes something away says which migration a portal must know. Those of before this rule are not asked.
 */
import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { migrationsSealing, runMigrations } from '../../../../src/portal/platform/db/migrate.ts'
import { openDatabase, type Db } from '../../../../src/portal/platform/db/open.ts'
import {
  requireMigration,
  schemaStateOf,
} from '../../../../src/portal/platform/db/schema-support.ts'
import type { Tables } from '../../../../src/portal/platform/db/schema.ts'
import { createDatabase, databaseKinds, type TestDatabase } from '../../support/databases.ts'

const lastBefore = '0014-changes'
const all: Readonly<Record<string, Migration>> = migrationsSealing('')
const upTo = (last: string) =>
  Object.fromEntries(Object.entries(all).filter(([name]) => name <= last))
const names = Object.keys(all).filter((name) => name > lastBefore)

type Column = { readonly type: string; readonly mayBeLeftOut: boolean }

/** Each column by its table and name. */
async function columnsOf(db: Db): Promise<ReadonlyMap<string, Column>> {
  const tables = await db.introspection.getTables()
  return new Map(
    tables.flatMap(({ name: table, columns }) =>
      columns.map(({ name, dataType, isNullable, hasDefaultValue, isAutoIncrementing }) => [
        `${table}.${name}`,
        {
          type: dataType.toLowerCase(),
          mayBeLeftOut: isNullable || hasDefaultValue || isAutoIncrementing,
        },
      ]),
    ),
  )
}

/** What the version before could not work with any more. */
function takenAway(
  before: ReadonlyMap<string, Column>,
  after: ReadonlyMap<string, Column>,
): readonly string[] {
  const tables = new Set(Array.from(before.keys(), (name) => name.split('.')[0]))
  const gone = [...before].flatMap(([name, column]) => {
    const now = after.get(name)
    if (now === undefined) return [`${name} is gone`]
    if (now.type !== column.type) return [`${name} is of another type`]
    return column.mayBeLeftOut && !now.mayBeLeftOut ? [`${name} must be written now`] : []
  })
  const demanded = [...after].flatMap(([name, { mayBeLeftOut }]) =>
    !before.has(name) && tables.has(name.split('.')[0]) && !mayBeLeftOut
      ? [`${name} must be written by who does not know it`]
      : [],
  )
  return [...gone, ...demanded]
}

describe.each(databaseKinds)('migrations, on %s', (kind) => {
  let place: TestDatabase
  let db: Db
  beforeEach(async () => {
    place = await createDatabase(kind)
    db = (await openDatabase(place)).db
    await runMigrations(db, upTo(lastBefore))
  })
  afterEach(async () => {
    await db.destroy()
    await place.remove()
  })

  /** Runs `name` after all before it. @returns what it took from the version before without a word */
  const run = async (name: string, migrations: Readonly<Record<string, Migration>>) => {
    const former = Object.keys(migrations).filter((one) => one < name)
    await runMigrations(db, Object.fromEntries(former.map((one) => [one, migrations[one] ?? none])))
    const before = await columnsOf(db)
    await runMigrations(
      db,
      Object.fromEntries([...former, name].map((one) => [one, migrations[one] ?? none])),
    )
    const { kind: state } = await schemaStateOf(db, former)
    return state === 'unsupported' ? [] : takenAway(before, await columnsOf(db))
  }

  test.each(names)('%s takes nothing from the version before', async (name) => {
    expect(await run(name, all)).toEqual([])
  })

  const change = (up: (db: Kysely<Tables>) => Promise<void>) =>
    run('9001-x', { ...all, '9001-x': { up } })

  test.each<[string, (db: Kysely<Tables>) => Promise<void>, string]>([
    [
      'a column that is dropped',
      (of) => of.schema.alterTable('users').dropColumn('last_name').execute(),
      'users.last_name is gone',
    ],
    [
      'a column that is called otherwise',
      (of) => of.schema.alterTable('users').renameColumn('last_name', 'family_name').execute(),
      'users.last_name is gone',
    ],
    [
      'a table that is dropped',
      (of) => of.schema.dropTable('alerts').execute(),
      'alerts.id is gone',
    ],
  ])('%s is noticed', async (_, up, what) => {
    expect(await change(up)).toContain(what)
  })

  test('a column that must be written is noticed, and one with a default is not', async () => {
    const added = await change((of) =>
      of.schema
        .alterTable('users')
        .addColumn('nickname', 'text', (column) => column.notNull().defaultTo(''))
        .execute(),
    )
    expect(added).toEqual([])
    const demanded = takenAway(
      new Map([['users.id', { type: 'text', mayBeLeftOut: false }]]),
      new Map([
        ['users.id', { type: 'text', mayBeLeftOut: false }],
        ['users.nickname', { type: 'text', mayBeLeftOut: false }],
      ]),
    )
    expect(demanded).toEqual(['users.nickname must be written by who does not know it'])
  })

  test('what is said to be needed may be relied on', async () => {
    const taken = await change(async (of) => {
      await of.schema.dropTable('alerts').execute()
      await requireMigration(of, '9001-x')
    })
    expect(taken).toEqual([])
  })
})

const none: Migration = { up: async () => undefined }
