/** The database of the first release, and what was known beside it. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { gunzipSync } from 'node:zlib'
import { Client as PostgresClient } from 'pg'
import type { DatabaseKind, TestDatabase } from './databases.ts'

const fixture = join(import.meta.dirname, '../fixtures/2026-11')

/** What the people and the portal of the fixtures knew beside the database. */
export const knowledge = {
  SQLite: {
    pepper: 'zkg_TndNGadVuk_cwHKnp3WdjBoilhJemtPVbdDwBgI',
    emailChange: { id: '0a688db2-4b72-49bd-b96d-e172e1c9e209', code: '694938' },
    recovery: { id: 'FbfxS_Kbbi80cEtEViaYMS-d5bDj6RAl7OlGeWA7mmE', code: '729055' },
    refreshToken: 'yj3l0LyUB0VQjoGPy1YT89s4a2tKtz134qbboiFIpZk',
    initialPassword: 'per4-rrw4-3fzp-qkru',
  },
  PostgreSQL: {
    pepper: 'NJDzpqARUXODTi9ogBXXLQU476VZrJogashbg2pnZug',
    emailChange: { id: '73a381a8-aa8b-462c-aafc-20da29998f4c', code: '798415' },
    recovery: { id: 'sTXr8XFn0h-LONDYkIjEXpeuW_9O1UN7IrhgNjndesI', code: '257195' },
    refreshToken: 'cX9q6n-S9qqRTqRaN45Lgb1uyuTueZeXtv5tdki8DuY',
    initialPassword: 'j4m7-c35b-dvn6-k5z9',
  },
} as const satisfies Record<DatabaseKind, object>

/** A digest had told the older two of her alerts; Jan had chosen, and whoever waits may use nothing. */
const changes = `update users set alerts_told_until = (
    select at from alerts where id = 'demo-marie.lambert-2'
  ) where id = 'demo-marie.lambert';
  update users set default_search_country = 'DE', servnet_start_page = 'buyers', currency = 'USD',
    alerts_by_email = 0, services = 'partners,servnet,servnet' where id = 'demo-jan.peeters';
  update users set services = '' where username = 'attend.encore';
  insert into alerts (id, user_id, kind, buyer, policy_id, at) select
    'of-no-known-policy', 'demo-nouveau.client', 'limit_granted', 'Verreries du Nord', '99001', max(at)
    from alerts`

/** Puts the fixture of `kind` into an empty folder and, on PostgreSQL, an empty database. */
export async function restoreFormerData(
  kind: DatabaseKind,
  { dataFolder, databaseUrl }: TestDatabase,
): Promise<void> {
  writeFileSync(join(dataFolder, 'pepper'), knowledge[kind].pepper, { mode: 0o600 })
  if (kind === 'SQLite') {
    const file = gunzipSync(readFileSync(join(fixture, 'portal.sqlite.gz')))
    writeFileSync(join(dataFolder, 'portal.sqlite'), file, { mode: 0o600 })
    const sqlite = new DatabaseSync(join(dataFolder, 'portal.sqlite'))
    sqlite.exec(changes)
    sqlite.close()
    return
  }
  const postgres = new PostgresClient({ connectionString: databaseUrl })
  await postgres.connect()
  try {
    await postgres.query(readFileSync(join(fixture, 'portal.postgres.sql'), 'utf8'))
    await postgres.query(changes)
  } finally {
    await postgres.end()
  }
}
