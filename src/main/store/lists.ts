/**
 * Lists of the portal, kept whole as rows in a person's store. A list that is filled anew stands
 * beside the one that is read and takes its place when it is whole. What takes long is done in parts,
 * with main's thread free in between.
 */
import { setImmediate as breathe } from 'node:timers/promises'
import { sql } from 'kysely'
import { z } from 'zod'
import { idSchema } from '../../shared/contract/common.ts'
import { foldLetters } from '../../shared/rules/typed-text.ts'
import { parseJson, type Db } from './schema.ts'

/** A row as the portal gave it. */
export type Row = { readonly id: string; readonly item: unknown }

/** A row as it is written: `fold` is what a search looks at, by `foldLetters`; empty is never found. */
export type WrittenRow = Row & { readonly fold: string }

/** What is read of a list. */
export type KeptList = {
  readonly filling: number
  /** Where the portal's list goes on; null where all of it is here. */
  readonly cursor: string | null
  /** By this computer's clock, in milliseconds since 1970. */
  readonly fetchedAt: number
}

export type KeptPage = {
  readonly items: readonly unknown[]
  /** The last of them; null where there are none. */
  readonly last: Position | null
  /** Whether more rows are here. */
  readonly hasMore: boolean
}

/** The last row that was shown: where it stood, and which it is. */
export const positionSchema = z.tuple([z.int(), idSchema])
export type Position = z.infer<typeof positionSchema>

/** The rows of one filling of a list. */
export type Place = { readonly list: string; readonly filling: number }

/** A filling of a list that is not read yet. */
export type Filling = {
  /** Adds what comes next in the list's order. */
  readonly add: (rows: readonly WrittenRow[]) => Promise<void>
  /** It is whole, and read from now on; the former one is removed. */
  readonly finish: (fetchedAt: number) => Promise<void>
}

/** As many rows as are written or removed at once: at about 10 ms each, nobody waits for main. */
const mostAtOnce = 500

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
    async add(rows) {
      await writeRows(db, place, rows, position)
      position += rows.length
    },
    async finish(fetchedAt) {
      await writeList(db, list, { filling: place.filling, cursor: null, fetchedAt })
      await removeOtherFillings(db, place)
    },
  }
}

/** Adds rows behind all others. */
export async function appendRows(db: Db, place: Place, rows: readonly WrittenRow[]): Promise<void> {
  const { last } = await bounds(db, place)
  await writeRows(db, place, rows, last === null ? 0 : last + 1)
}

/** Replaces those that are here, where they stand; the others come before all, the first first. */
export async function putRows(db: Db, place: Place, rows: readonly WrittenRow[]): Promise<void> {
  const { first } = await bounds(db, place)
  await writeRows(db, place, rows, (first ?? 0) - rows.length)
}

/** Adds rows; one that is there already keeps its place and takes the new content. */
async function writeRows(
  db: Db,
  place: Place,
  rows: readonly WrittenRow[],
  firstPosition: number,
): Promise<void> {
  for (let start = 0; start < rows.length; start += mostAtOnce) {
    // oxlint-disable-next-line no-await-in-loop -- main answers the page between
    if (start > 0) await breathe()
    const values = rows.slice(start, start + mostAtOnce).map(({ id, fold, item }, index) => ({
      ...place,
      id,
      position: firstPosition + start + index,
      fold,
      data: JSON.stringify(item),
    }))
    // oxlint-disable-next-line no-await-in-loop -- as above
    await db
      .insertInto('rows')
      .values(values)
      .onConflict((conflict) =>
        conflict.columns(['list', 'filling', 'id']).doUpdateSet((row) => ({
          fold: row.ref('excluded.fold'),
          data: row.ref('excluded.data'),
        })),
      )
      .execute()
  }
}

const rowsIn = (db: Db, { list, filling }: Place) =>
  db.selectFrom('rows').where('list', '=', list).where('filling', '=', filling)

/** The positions where the list begins and ends; null where it has no rows. */
export async function bounds(db: Db, place: Place) {
  return rowsIn(db, place)
    .select((row) => [
      row.fn.min<number | null>('position').as('first'),
      row.fn.max<number | null>('position').as('last'),
    ])
    .executeTakeFirstOrThrow()
}

/** At most `limit` rows from behind `after` on, in the list's order. */
export async function readRows(
  db: Db,
  place: Place,
  after: Position | null,
  limit: number,
): Promise<KeptPage> {
  const query = rowsIn(db, place)
    .select(['id', 'position', 'data'])
    .orderBy('position')
    .limit(limit + 1)
  const from = after === null ? null : await positionNow(db, place, after)
  const rows = await (from === null ? query : query.where('position', '>', from)).execute()
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map(({ data }) => parseJson(data)),
    last: last === undefined ? null : [last.position, last.id],
    hasMore: rows.length > shown.length,
  }
}

/** Where a row stands now: a list that was filled anew has counted anew. */
async function positionNow(db: Db, place: Place, [former, id]: Position) {
  const row = await rowsIn(db, place).select('position').where('id', '=', id).executeTakeFirst()
  return row?.position ?? former
}

/**
 * At most `limit` rows in whose searched text `text` occurs, whatever its case or accents, in the
 * list's order. The texts alone are searched, in their own index; only what is found is then read.
 */
export async function searchRows(
  db: Db,
  { list, filling }: Place,
  text: string,
  limit: number,
): Promise<Row[]> {
  const { rows } = await sql<{ id: string; data: string }>`
    select id, data from rows where rowid in (
      select rowid from rows indexed by rows_in_order
      where list = ${list} and filling = ${filling} and instr(fold, ${foldLetters(text)}) > 0
      order by position limit ${limit}
    ) order by position`.execute(db)
  return rows.map(rowOf)
}

/** Every row that is here, in no order. */
export async function allRows(db: Db, place: Place): Promise<Row[]> {
  const rows = await rowsIn(db, place).select(['id', 'data']).execute()
  return rows.map(rowOf)
}

/** The rows of these ids that are here. */
export async function findRows(db: Db, place: Place, ids: readonly string[]): Promise<Row[]> {
  if (ids.length === 0) return []
  const rows = await rowsIn(db, place).select(['id', 'data']).where('id', 'in', ids).execute()
  return rows.map(rowOf)
}

function rowOf({ id, data }: { readonly id: string; readonly data: string }): Row {
  return { id, item: parseJson(data) }
}

/** Gives rows that are here another content; those that are not stay away. */
export async function updateRows(
  db: Db,
  { list, filling }: Place,
  rows: readonly WrittenRow[],
): Promise<void> {
  for (const { id, fold, item } of rows) {
    const data = JSON.stringify(item)
    // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
    await db
      .updateTable('rows')
      .set({ fold, data })
      .where('list', '=', list)
      .where('filling', '=', filling)
      .where('id', '=', id)
      .where('data', '!=', data)
      .execute()
  }
}

/** What the portal no longer has for this person. */
export async function removeRows(
  db: Db,
  { list, filling }: Place,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return
  await db
    .deleteFrom('rows')
    .where('list', '=', list)
    .where('filling', '=', filling)
    .where('id', 'in', ids)
    .execute()
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

async function removeSome(db: Db, { list, filling }: Place): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    delete from rows where rowid in (
      select rowid from rows where list = ${list} and filling <> ${filling} limit ${mostAtOnce}
    )`.execute(db)
  return Number(numAffectedRows)
}
