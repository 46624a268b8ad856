/**
 * What long lists are found by: their order by name with what a search, a sort and a filter look at,
 * rows of one buyer, rows about which something is to be done.
 */
import { sql } from 'kysely'
import { rowOf, type Place, type Row } from './lists.ts'
import { parseJson, type Db } from './schema.ts'

/** Which of the rows of an order, by their number. */
export type RowRange = { readonly offset: number; readonly limit: number }

/** A row in the order by name. */
export type KeyedRow = {
  readonly nameKey: string
  readonly id: string
  /** As it was written; empty where that cannot be read. */
  readonly keys: readonly unknown[]
}

/**
 * At most `limit` rows by name, from behind `after` on; those without a name are not among them. The
 * rows themselves are not read.
 */
export async function readKeys(
  db: Db,
  { list, filling }: Place,
  after: Pick<KeyedRow, 'nameKey' | 'id'> | null,
  limit: number,
): Promise<KeyedRow[]> {
  const from = after === null ? sql`` : sql`and (name_key, id) > (${after.nameKey}, ${after.id})`
  const { rows } = await sql<{ name_key: string; id: string; keys: string }>`
    select name_key, id, keys from rows indexed by rows_by_name
    where list = ${list} and filling = ${filling} and name_key is not null ${from}
    order by name_key, id limit ${limit}`.execute(db)
  return rows.map(({ name_key: nameKey, id, keys }) => {
    const parsed = parseJson(keys)
    return { nameKey, id, keys: Array.isArray(parsed) ? parsed : [] }
  })
}

/** A row that was found by one of several texts. */
export type FoundId = { readonly text: string; readonly id: string }

/** All rows that are called as one of `nameKeys`: without a look at any other, or at the rows themselves. */
export async function findNamed(
  db: Db,
  { list, filling }: Place,
  nameKeys: readonly string[],
): Promise<readonly FoundId[]> {
  const { rows } = await sql<FoundId>`select name_key as text, id from rows indexed by rows_by_name
    where list = ${list} and filling = ${filling}
      and name_key in (select value from json_each(${JSON.stringify(nameKeys)}))`.execute(db)
  return rows
}

/** All rows about one of `subjects`. */
export async function findAbout(
  db: Db,
  { list, filling }: Place,
  subjects: readonly string[],
): Promise<readonly FoundId[]> {
  const { rows } =
    await sql<FoundId>`select subject as text, id from rows indexed by rows_by_subject
    where subject in (select value from json_each(${JSON.stringify(subjects)}))
      and list = ${list} and filling = ${filling}`.execute(db)
  return rows
}

/** How many rows there are. */
export async function countRows(db: Db, { list, filling }: Place): Promise<number> {
  // By the smallest of the indexes: the others are several times as long.
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from rows indexed by rows_in_order
    where list = ${list} and filling = ${filling}`.execute(db)
  return rows[0]?.count ?? 0
}

/** Rows in the order by name, or the other way round: `limit` of them behind the first `offset`. */
export async function readRowsByName(
  db: Db,
  { list, filling }: Place,
  { offset, limit, descending }: RowRange & { readonly descending: boolean },
): Promise<Row[]> {
  const direction = sql.raw(descending ? 'desc' : 'asc')
  const { rows } = await sql<{ id: string; data: string }>`
    select id, data from rows indexed by rows_by_name
    where list = ${list} and filling = ${filling} and name_key is not null
    order by name_key ${direction}, id ${direction} limit ${limit} offset ${offset}`.execute(db)
  return rows.map(rowOf)
}

/** At most `limit` rows about `subject`, in the list's order. */
export async function readRowsAbout(
  db: Db,
  { list, filling }: Place,
  subject: string,
  limit: number,
): Promise<Row[]> {
  const rows = await db
    .selectFrom('rows')
    .select(['id', 'data'])
    .where('subject', '=', subject)
    .where('list', '=', list)
    .where('filling', '=', filling)
    .orderBy('position')
    .limit(limit)
    .execute()
  return rows.map(rowOf)
}

/** At most `limit` rows that are due now, or from a day to another: the first first. */
export async function readRowsDue(
  db: Db,
  { list, filling }: Place,
  { from, to }: { readonly from: string; readonly to: string },
  limit: number,
): Promise<Row[]> {
  const rows = await db
    .selectFrom('rows')
    .select(['id', 'data'])
    .where('list', '=', list)
    .where('filling', '=', filling)
    .where((row) => row.or([row('due', '=', ''), row.between('due', from, to)]))
    .orderBy('due')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(rowOf)
}
