import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Db } from '../../../src/portal/platform/db/open.ts'
import { startPortal, type TestPortal } from '../support/portal.ts'

let it: TestPortal
beforeAll(async () => {
  it = await startPortal('SQLite')
})
afterAll(() => it.stop())

/** What a pragma is set to. The answer comes with the statement, so each question is a new one. */
async function read(db: Db, pragma: string): Promise<unknown> {
  asked += 1
  const statement = sql.raw(`pragma ${pragma} -- ${asked}`)
  const { rows } = await sql<Record<string, unknown>>`${statement}`.execute(db)
  return Object.values(rows[0] ?? {})[0]
}
let asked = 0

test('SQLite keeps its references, and does not wait for the disk on the main thread', async () => {
  const { db } = it.portal.context
  expect(await read(db, 'journal_mode')).toBe('wal')
  // NORMAL: checkpoints alone.
  expect(await read(db, 'synchronous')).toBe(1)
  expect(await read(db, 'foreign_keys')).toBe(1)
})

test('any number that open a new file at the same moment all get it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'portal-opened-'))
  const files = Array.from({ length: 80 }, (_, round) => join(folder, `${round}.sqlite`))
  const threads = 3
  const workerData = { files, threads, arrivals: new Int32Array(new SharedArrayBuffer(4)) }
  const child = new URL('../support/open-sqlite-child.ts', import.meta.url)
  const ends = Array.from({ length: threads }, () =>
    once(new Worker(child, { workerData }), 'exit'),
  )
  expect(await Promise.all(ends)).toEqual(ends.map(() => [0]))
  await rm(folder, { recursive: true })
})
