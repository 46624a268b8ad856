import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Db } from '../../src/portal/db/open.ts'
import { startPortal, type TestPortal } from './support/portal.ts'

/** As SQLite numbers what a commit waits for. */
const [checkpointsOnly, full] = [1, 2]

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

test('SQLite reaches the disk before it acknowledges, and keeps its references', async () => {
  const { db } = it.portal.context
  expect(await read(db, 'journal_mode')).toBe('wal')
  expect(await read(db, 'synchronous')).toBe(full)
  expect(await read(db, 'foreign_keys')).toBe(1)
})

test('what is written ahead does not wait for the disk; what comes after it does', async () => {
  const { db, transactAhead } = it.portal.context
  const ahead = transactAhead(async (transaction) => {
    await transaction
      .insertInto('event_chains')
      .values({ chain: 'a', length: 0, head: '' })
      .execute()
    return read(transaction, 'synchronous')
  })
  const next = db.transaction().execute((transaction) => read(transaction, 'synchronous'))
  expect(await ahead).toBe(checkpointsOnly)
  expect(await next).toBe(full)
  const written = await db
    .selectFrom('event_chains')
    .where('chain', '=', 'a')
    .select('length')
    .execute()
  expect(written).toEqual([{ length: 0 }])
})

test('what fails ahead is undone, and nothing after it is written any later for it', async () => {
  const { db, transactAhead } = it.portal.context
  const failing = transactAhead(async (transaction) => {
    await transaction
      .insertInto('event_chains')
      .values({ chain: 'b', length: 0, head: '' })
      .execute()
    throw new Error('refused')
  })
  await expect(failing).rejects.toThrow('refused')
  expect(await read(db, 'synchronous')).toBe(full)
  expect(
    await db.selectFrom('event_chains').where('chain', '=', 'b').select('length').execute(),
  ).toEqual([])
})

test('any number that open a new file at the same moment all get it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'portal-opened-'))
  const files = Array.from({ length: 80 }, (_, round) => join(folder, `${round}.sqlite`))
  const threads = 3
  const workerData = { files, threads, arrivals: new Int32Array(new SharedArrayBuffer(4)) }
  const child = new URL('support/open-sqlite-child.ts', import.meta.url)
  const ends = Array.from({ length: threads }, () =>
    once(new Worker(child, { workerData }), 'exit'),
  )
  expect(await Promise.all(ends)).toEqual(ends.map(() => [0]))
  await rm(folder, { recursive: true })
})
