/**
 * Lists of the portal, kept whole. A list that is filled anew stands beside the one that is read and
 * takes its place when it is whole.
 */
import { setImmediate as breathe } from 'node:timers/promises'
import { sql } from 'kysely'
import { mostAtOnce, writeRows, type Place, type WrittenRow } from './lists.ts'
import type { Db } from './schema.ts'

/** What is read of a list. */
export type KeptList = {
  readonly filling: number
  /** Where the portal's list goes on; null where all of it is here. */
  readonly cursor: string | null
  /** By this computer's clock, in milliseconds since 1970. */
  readonly fetchedAt: number
}

/** A filling of a list that is not read yet. */
export type Filling = {
  /** Adds what comes next in the list's order. */
  readonly add: (rows: readonly WrittenRow[]) => Promise<void>
  readonly place: Place
  /**
   * It is whole, and read from now on; the former one is removed.
   * @param alongside done in the transaction in which it takes the former one's place
   */
  readonly finish: (
    fetchedAt: number,
    alongside?: (transaction: Db) => Promise<void>,
  ) => Promise<void>
}

/** Null where nothing of the list is here. */
export async function readList(db: Db, list: string): Promise<KeptList | null> {
  const row = await db
    .selectFrom('lists')
    .select(['filling', 'cursor', 'fetched_at'])
    .where('list', '=', list)
    .executeTakeFirst()
  if (row === undefined || row.filling === null || row.fetched_at === null) return null
  return { filling: row.filling, cursor: row.cursor, fetchedAt: row.fetched_at }
}

/** Makes `kept` what is read of the list. */
export async function writeList(db: Db, list: string, kept: KeptList): Promise<void> {
  const { filling, cursor, fetchedAt } = kept
  const values = { filling, cursor, etag: null, fetched_at: fetchedAt }
  await db
    .insertInto('lists')
    .values({ list, ...values })
    .onConflict((conflict) => conflict.column('list').doUpdateSet(values))
    .execute()
}

/** Where a new filling goes, beside what is read; what one left that never ended is removed. */
export async function emptyPlace(db: Db, list: string): Promise<Place> {
  const filling = (await readList(db, list))?.filling ?? 0
  await removeOtherFillings(db, { list, filling })
  return { list, filling: filling + 1 }
}

/** Fills the list anew beside what is read; one at a time for each list. */
export async function fillList(db: Db, list: string): Promise<Filling> {
  const place = await emptyPlace(db, list)
  let position = 0
  return {
    place,
    async add(rows) {
      await writeRows(db, place, rows, position)
      position += rows.length
    },
    async finish(fetchedAt, alongside) {
      await db.transaction().execute(async (transaction) => {
        await alongside?.(transaction)
        const { filling } = place
        await writeList(transaction, list, { filling, cursor: null, fetchedAt })
      })
      await removeOtherFillings(db, place)
    },
  }
}

/** Nothing of the list stays: it is no longer this person's. */
export async function removeList(db: Db, list: string): Promise<void> {
  await db.deleteFrom('lists').where('list', '=', list).execute()
  await removeOtherFillings(db, { list, filling: 0 })
}

/** Removes the fillings of the list that are not read, in parts. */
async function removeOtherFillings(db: Db, place: Place): Promise<void> {
  if ((await removeSome(db, place)) === 0) return
  await breathe()
  await removeOtherFillings(db, place)
}

/** Before and behind the filling that is read, so that its own rows are not looked through. */
async function removeSome(db: Db, { list, filling }: Place): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    delete from rows where rowid in (
      select rowid from rows where list = ${list} and filling < ${filling} union all
      select rowid from rows where list = ${list} and filling > ${filling} limit ${mostAtOnce}
    )`.execute(db)
  return Number(numAffectedRows)
}
