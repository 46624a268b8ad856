/** How many connections to PostgreSQL there are, for whom, and what becomes of those that break off. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { migrate } from '../../../src/portal/platform/db/migrate.ts'
import { openDatabase, type Db } from '../../../src/portal/platform/db/open.ts'
import { countAttempts, readCounts } from '../../../src/portal/platform/throttle/throttle.ts'
import { createDatabase, postgresUrl, type TestDatabase } from '../support/databases.ts'

const hour = 3_600_000
const rule = { free: 9, firstDelay: hour, longestDelay: hour, forgetAfter: hour }
const charge = { key: 'somebody', rule }
const now = Date.parse('2026-11-29T12:00:00Z')

const failures = async (of: Db) => (await readCounts(of, [charge])).failuresOf(charge, now)

describe.runIf(postgresUrl !== undefined)('connections to PostgreSQL', () => {
  let place: TestDatabase
  let db: Db
  beforeAll(async () => {
    place = await createDatabase('PostgreSQL')
    db = (await openDatabase(place)).db
    await migrate(db, '')
  })
  afterAll(async () => {
    await db.destroy()
    await place.remove()
  })

  const others = sql`from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`
  const countOthers = async (): Promise<number> => {
    const { rows } = await sql<{ count: number }>`select count(*) as count ${others}`.execute(db)
    return rows[0]?.count ?? 0
  }

  test('reads at once share one', async () => {
    const reads = await Promise.all(Array.from({ length: 50 }, () => failures(db)))
    expect(new Set(reads)).toEqual(new Set([0]))
    expect(await countOthers()).toBe(1)
  })

  test('a transaction reads over its own, and sees what it wrote', async () => {
    const undone = new Error('undone')
    const counting = db.transaction().execute(async (transaction) => {
      await countAttempts(transaction, [charge], now)
      expect(await failures(transaction)).toBe(1)
      expect(await failures(db)).toBe(0)
      throw undone
    })
    await expect(counting).rejects.toBe(undone)
    expect(await failures(db)).toBe(0)
  })

  test('one that breaks off is replaced, for those who read and those who write', async () => {
    await failures(db)
    await sql`select pg_terminate_backend(pid) ${others}`.execute(db)
    const works = () =>
      failures(db).then(
        () => true,
        () => false,
      )
    await expect.poll(works).toBe(true)
    expect(await countAttempts(db, [charge], now)).toEqual([1])
    expect(await failures(db)).toBe(1)
  })

  test('a read that fails leaves those around it alone', async () => {
    // PostgreSQL keeps no text with such a character.
    const failing = readCounts(db, [{ ...charge, key: '\0' }])
    const reads = [failures(db), failing, failures(db)].map((read) =>
      read.then(
        () => true,
        () => false,
      ),
    )
    expect(await Promise.all(reads)).toEqual([true, false, true])
  })
})
