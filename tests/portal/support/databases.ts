/** Fresh databases for tests: SQLite always, PostgreSQL where TEST_DATABASE_URL names a server. */
import { randomBytes } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'

export const postgresUrl = process.env['TEST_DATABASE_URL']

export type DatabaseKind = 'SQLite' | 'PostgreSQL'

/** What `describe.each` runs over. */
export const databaseKinds: readonly DatabaseKind[] =
  postgresUrl === undefined ? ['SQLite'] : ['SQLite', 'PostgreSQL']

/** Where a portal's data are. */
export type DatabasePlace = {
  readonly dataFolder: string
  /** Of a PostgreSQL server's database; SQLite's lies in the folder. */
  readonly databaseUrl: string | undefined
}

export type TestDatabase = DatabasePlace & { readonly remove: () => Promise<void> }

/**
 * A folder and, on PostgreSQL, a database on the server: both empty, or as `template` has them, which
 * nobody may have open meanwhile.
 */
export async function createDatabase(
  kind: DatabaseKind,
  template?: DatabasePlace,
): Promise<TestDatabase> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'portal-test-'))
  if (template !== undefined) cpSync(template.dataFolder, dataFolder, { recursive: true })
  const removeFolder = (): void => rmSync(dataFolder, { recursive: true, force: true })
  if (kind === 'SQLite') {
    return { dataFolder, databaseUrl: undefined, remove: async () => removeFolder() }
  }
  const name = `portal_test_${randomBytes(6).toString('hex')}`
  const source = template?.databaseUrl === undefined ? '' : nameIn(template.databaseUrl)
  // Its files are copied: quicker than its pages one by one.
  const copied = source === '' ? '' : ` template ${source} strategy file_copy`
  await administer(`create database ${name}${copied}`)
  const url = new URL(postgresUrl ?? '')
  url.pathname = `/${name}`
  return {
    dataFolder,
    databaseUrl: url.href,
    remove: async () => {
      await administer(`drop database ${name} with (force)`)
      removeFolder()
    },
  }
}

const nameIn = (databaseUrl: string) => new URL(databaseUrl).pathname.slice(1)

async function administer(statement: string): Promise<void> {
  const client = new Client({ connectionString: postgresUrl })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
