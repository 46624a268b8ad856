/**
 * Lists of the portal as rows in a person's store. A list that is filled anew stands beside the one
 * that is read until it is whole; then it takes its place at once.
 */
import { setImmediate as breathe } from 'node:timers/promises'
import { z } from 'zod'
import { idSchema } from '../../shared/contract/common.ts'
import { parseJson, type Db } from './kept-answers.ts'
import type { Row } from './list.ts'

/** The filling of a list that is read now. */
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

/** As many rows as are written or removed at once: main answers the page between. */
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

/** A number for a filling that no row bears yet: what a crash left half-filled is never continued. */
export async function nextFilling(db: Db, list: string): Promise<number> {
  const { last } = await db
    .selectFrom('rows')
    .select((row) => row.fn.max('filling').as('last'))
    .where('list', '=', list)
    .executeTakeFirstOrThrow()
  return (last ?? 0) + 1
}

type Place = { readonly list: string; readonly filling: number }

/** Adds rows; one that is there already keeps its place and takes the new content. */
export async function writeRows(
  db: Db,
  place: Place,
  rows: readonly Row[],
  firstPosition: number,
): Promise<void> {
  if (rows.length === 0) return
  const values = rows.map(({ id, item }, index) => ({
    ...place,
    id,
    position: firstPosition + index,
    fold: '',
    data: JSON.stringify(item),
  }))
  await db
    .insertInto('rows')
    .values(values)
    .onConflict((conflict) =>
      conflict
        .columns(['list', 'filling', 'id'])
        .doUpdateSet((row) => ({ data: row.ref('excluded.data') })),
    )
    .execute()
}

/** Where the list begins and ends; null where it has no rows. */
export async function bounds(
  db: Db,
  { list, filling }: Place,
): Promise<{ readonly first: number; readonly last: number } | null> {
  const { first, last } = await db
    .selectFrom('rows')
    .select((row) => [row.fn.min('position').as('first'), row.fn.max('position').as('last')])
    .where('list', '=', list)
    .where('filling', '=', filling)
    .executeTakeFirstOrThrow()
  return first === null || last === null ? null : { first, last }
}

/** At most `limit` rows from behind `after` on. */
export async function readRows(
  db: Db,
  place: Place,
  after: Position | null,
  limit: number,
): Promise<KeptPage> {
  const query = db
    .selectFrom('rows')
    .select(['id', 'position', 'data'])
    .where('list', '=', place.list)
    .where('filling', '=', place.filling)
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

/** Every row that is here, in no order. */
export async function allRows(db: Db, { list, filling }: Place): Promise<Row[]> {
  const rows = await db
    .selectFrom('rows')
    .select(['id', 'data'])
    .where('list', '=', list)
    .where('filling', '=', filling)
    .execute()
  return rows.map(({ id, data }) => ({ id, item: parseJson(data) }))
}

/** Gives rows that are here another content. Whether any of them had another. */
export async function updateRows(
  db: Db,
  { list, filling }: Place,
  rows: readonly Row[],
): Promise<boolean> {
  let changed = false
  for (const { id, item } of rows) {
    const data = JSON.stringify(item)
    // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
    const { numUpdatedRows } = await db
      .updateTable('rows')
      .set({ data })
      .where('list', '=', list)
      .where('filling', '=', filling)
      .where('id', '=', id)
      .where('data', '!=', data)
      .executeTakeFirst()
    changed ||= numUpdatedRows > 0n
  }
  return changed
}

/** Where a row stands now: a list that was filled anew has counted anew. */
async function positionNow(db: Db, { list, filling }: Place, [former, id]: Position) {
  const row = await db
    .selectFrom('rows')
    .select('position')
    .where('list', '=', list)
    .where('filling', '=', filling)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.position ?? former
}

/** The rows of these ids that are here, as the portal gave them. */
export async function findRows(
  db: Db,
  { list, filling }: Place,
  ids: readonly string[],
): Promise<Row[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('rows')
    .select(['id', 'data'])
    .where('list', '=', list)
    .where('filling', '=', filling)
    .where('id', 'in', ids)
    .execute()
  return rows.map(({ id, data }) => ({ id, item: parseJson(data) }))
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

/** Removes the fillings of the list that are not read, a few rows at a time. */
export async function removeOtherFillings(db: Db, { list, filling }: Place): Promise<void> {
  const others = await db
    .selectFrom('rows')
    .select('filling')
    .distinct()
    .where('list', '=', list)
    .where('filling', '!=', filling)
    .execute()
  for (const other of others) {
    // oxlint-disable-next-line no-await-in-loop -- main answers the page between
    while ((await removeSome(db, { list, filling: other.filling })) > 0) await breathe()
  }
}

async function removeSome(db: Db, { list, filling }: Place): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('rows')
    .where('list', '=', list)
    .where('filling', '=', filling)
    .where('id', 'in', (row) =>
      row
        .selectFrom('rows')
        .select('id')
        .where('list', '=', list)
        .where('filling', '=', filling)
        .limit(mostAtOnce),
    )
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

/** Nothing of the list stays: it is no longer this person's. */
export async function removeList(db: Db, list: string): Promise<void> {
  await db.deleteFrom('lists').where('list', '=', list).execute()
  await removeOtherFillings(db, { list, filling: 0 })
}
