import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { startPortal } from './support/portal.ts'

test('SQLite reaches the disk before it acknowledges, and keeps its references', async () => {
  const it = await startPortal('SQLite')
  const { db } = it.portal.context
  const pragma = async (name: string) => {
    const { rows } = await sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(db)
    return Object.values(rows[0] ?? {})[0]
  }
  expect(await pragma('journal_mode')).toBe('wal')
  const full = 2
  expect(await pragma('synchronous')).toBe(full)
  expect(await pragma('foreign_keys')).toBe(1)
  await it.stop()
})
