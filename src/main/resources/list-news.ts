/** What is new in a list when the portal tells of it, noted in the transaction that brings it in. */
import { sql } from 'kysely'
import type { KeptList } from '../store/list-fillings.ts'
import { findRows, type Place, type Row } from '../store/lists.ts'
import { removeNews, removeNewsWithoutRow, writeNews } from '../store/news.ts'
import { parseJson, type Db } from '../store/schema.ts'
import type { List, ListNews } from './list.ts'

type Source = Pick<List<unknown>, 'news'>

/** A list that was read anew may differ in all of it: nobody reads more. */
const mostNews = 200

/** Rows that are about to be put in the place of what is here, and ids that are about to go. */
export async function noteChangedRows(
  transaction: Db,
  { news }: Source,
  place: Place,
  changed: { readonly rows: readonly Row[]; readonly removed: readonly string[] },
): Promise<void> {
  if (news === null) return
  const ids = changed.rows.map(({ id }) => id)
  const kept = await findRows(transaction, place, ids)
  const before = new Map(kept.map(({ id, item }) => [id, item]))
  await note(
    transaction,
    news,
    changed.rows.map(({ id, item }) => ({ id, before: before.get(id) ?? null, after: item })),
  )
  await removeNews(transaction, news.kind, changed.removed)
}

/**
 * A filling that is about to take the place of the `former` one. Of one that was never whole nobody
 * can say what is new.
 */
export async function noteRefilledRows(
  transaction: Db,
  { news }: Source,
  former: KeptList | null,
  place: Place,
): Promise<void> {
  if (news === null) return
  if (former !== null && former.cursor === null) {
    const { rows } = await sql<{ id: string; before: string | null; after: string }>`
      select now.id, former.data as before, now.data as after from rows as now
      left join rows as former
        on former.list = now.list and former.filling = ${former.filling} and former.id = now.id
      where now.list = ${place.list} and now.filling = ${place.filling}
        and former.data is not now.data
      order by now.position limit ${mostNews}`.execute(transaction)
    const changes = rows.map(({ id, before, after }) => ({
      id,
      before: before === null ? null : parseJson(before),
      after: parseJson(after),
    }))
    await note(transaction, news, changes)
  }
  await removeNewsWithoutRow(transaction, news.kind, place)
}

type RowChange = { readonly id: string; readonly before: unknown; readonly after: unknown }

async function note(
  transaction: Db,
  { kind, of }: ListNews<unknown>,
  changes: readonly RowChange[],
): Promise<void> {
  const news = changes.flatMap(({ id, before, after }) => {
    const one = of(before, after)
    return one === null ? [] : [{ kind, subject: id, ...one }]
  })
  if (news.length > 0) await writeNews(transaction, news)
}
