/** What was new when the portal told of it, as it lies in a person's store: newest first, bounded. */
import { randomUUID } from 'node:crypto'
import { parseJson, type Db } from './schema.ts'

/** What something new is about; what is new again of the same takes its place. */
export type NewsSubject = { readonly kind: string; readonly subject: string }

export type NewsRow = NewsSubject & {
  readonly id: string
  /** By the portal's clock, RFC 3339 in UTC. */
  readonly at: string
  readonly item: unknown
  readonly isTicked: boolean
}

/** More than anybody reads; the oldest go. */
const mostNews = 200

/** Adds what is new, not ticked. */
export async function writeNews(
  db: Db,
  rows: readonly Pick<NewsRow, 'kind' | 'subject' | 'at' | 'item'>[],
): Promise<void> {
  for (const { kind, subject, at, item } of rows) {
    const values = { id: randomUUID(), at, item: JSON.stringify(item), ticked_at: null }
    // oxlint-disable-next-line no-await-in-loop -- one transaction, one statement at a time
    await db
      .insertInto('news')
      .values({ kind, subject, ...values })
      .onConflict((conflict) => conflict.columns(['kind', 'subject']).doUpdateSet(values))
      .execute()
  }
  const kept = db
    .selectFrom('news')
    .select('id')
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(mostNews)
  await db.deleteFrom('news').where('id', 'not in', kept).execute()
}

/** Newest first. */
export async function readNews(db: Db): Promise<NewsRow[]> {
  const rows = await db
    .selectFrom('news')
    .selectAll()
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(mostNews)
    .execute()
  return rows.map(({ item, ticked_at: tickedAt, ...row }) => ({
    ...row,
    item: parseJson(item),
    isTicked: tickedAt !== null,
  }))
}

/** Ticks those given off; all where none are given. @param now in ms since 1970 */
export async function tickNews(db: Db, ids: readonly string[] | null, now: number): Promise<void> {
  const query = db.updateTable('news').set({ ticked_at: now }).where('ticked_at', 'is', null)
  await (ids === null ? query : query.where('id', 'in', ids)).execute()
}

/** What it was about is no longer there, or no longer this person's. */
export async function removeNews(db: Db, kind: string, subjects: readonly string[]): Promise<void> {
  if (subjects.length === 0) return
  const query = db.deleteFrom('news').where('kind', '=', kind)
  await query.where('subject', 'in', subjects).execute()
}

/** Nothing of this kind is told this person any more. */
export async function removeNewsOf(db: Db, kind: string): Promise<void> {
  await db.deleteFrom('news').where('kind', '=', kind).execute()
}

/** Of what `list` has no row of any more, in the filling that is read from now on. */
export async function removeNewsWithoutRow(
  db: Db,
  kind: string,
  place: { readonly list: string; readonly filling: number },
): Promise<void> {
  await db
    .deleteFrom('news')
    .where('kind', '=', kind)
    .where('subject', 'not in', (query) =>
      query
        .selectFrom('rows')
        .select('id')
        .where('list', '=', place.list)
        .where('filling', '=', place.filling),
    )
    .execute()
}
