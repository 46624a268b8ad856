/**
 * Rows of the portal's lists in a person's store: written, read in the list's order, searched, changed.
 * What takes long is done in parts, with main's thread free in between.
 */
import { setImmediate as breathe } from 'node:timers/promises'
import { sql } from 'kysely'
import { z } from 'zod'
import { idSchema } from '../../shared/contract/common.ts'
import { foldLetters } from '../../shared/rules/typed-text.ts'
import { parseJson, type Db } from './schema.ts'

/** A row as the portal gave it. */
export type Row = { readonly id: string; readonly item: unknown }

/** By what rows of a long list are ordered and picked (`list-index.ts`). */
export type RowIndex = {
  readonly nameKey: string | null
  readonly keys: readonly unknown[]
  readonly subject: string | null
  readonly due: string | null
}

/** A row as it is written: `fold` is what a search looks at, by `foldLetters`; empty is never found. */
export type WrittenRow = Row & { readonly fold: string; readonly index?: RowIndex | undefined }

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

/** As many rows as are written or removed at once: at about 10 ms each, nobody waits for main. */
export const mostAtOnce = 500

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
export async function writeRows(
  db: Db,
  place: Place,
  rows: readonly WrittenRow[],
  firstPosition: number,
): Promise<void> {
  for (let start = 0; start < rows.length; start += mostAtOnce) {
    // oxlint-disable-next-line no-await-in-loop -- main answers the page between
    if (start > 0) await breathe()
    const values = rows.slice(start, start + mostAtOnce).map((row, at) => ({
      ...place,
      id: row.id,
      position: firstPosition + start + at,
      ...contentOf(row),
    }))
    // oxlint-disable-next-line no-await-in-loop -- as above
    await db
      .insertInto('rows')
      .values(values)
      .onConflict((conflict) =>
        conflict
          .columns(['list', 'filling', 'id'])
          .doUpdateSet((row) =>
            Object.fromEntries(content.map((column) => [column, row.ref(`excluded.${column}`)])),
          ),
      )
      .execute()
  }
}

const content = ['fold', 'data', 'name_key', 'keys', 'subject', 'due'] as const

/** What of a row is another once the portal has changed it. */
function contentOf({ fold, item, index }: WrittenRow) {
  return {
    fold,
    data: JSON.stringify(item),
    name_key: index?.nameKey ?? null,
    keys: index === undefined ? null : JSON.stringify(index.keys),
    subject: index?.subject ?? null,
    due: index?.due ?? null,
  }
}

const rowsIn = (db: Db, { list, filling }: Place) =>
  db.selectFrom('rows').where('list', '=', list).where('filling', '=', filling)

/** The positions where the list begins and ends; null where it has no rows. */
export async function bounds(db: Db, place: Place) {
  // One at a time: asked for both, SQLite would look at every row.
  const first = rowsIn(db, place).select((row) => row.fn.min<number | null>('position').as('at'))
  const last = rowsIn(db, place).select((row) => row.fn.max<number | null>('position').as('at'))
  return {
    first: (await first.executeTakeFirstOrThrow()).at,
    last: (await last.executeTakeFirstOrThrow()).at,
  }
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
  const rows = await rowsIn(db, place).select(['id', 'data']).where(isOneOf(ids)).execute()
  return rows.map(rowOf)
}

/** One text of SQL for however many there are. */
function isOneOf(ids: readonly string[]) {
  return sql<boolean>`id in (select value from json_each(${JSON.stringify(ids)}))`
}

/** A row as it was written; undefined in it where that is no JSON. */
export function rowOf({ id, data }: { readonly id: string; readonly data: string }): Row {
  return { id, item: parseJson(data) }
}

/** Gives rows that are here another content; those that are not stay away. */
export async function updateRows(
  db: Db,
  { list, filling }: Place,
  rows: readonly WrittenRow[],
): Promise<void> {
  for (const row of rows) {
    const values = contentOf(row)
    // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
    await db
      .updateTable('rows')
      .set(values)
      .where('list', '=', list)
      .where('filling', '=', filling)
      .where('id', '=', row.id)
      .where('data', '!=', values.data)
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
    .where(isOneOf(ids))
    .execute()
}
