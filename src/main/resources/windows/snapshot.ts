/** The keys of a list as of one moment, read from the store, and what was asked of them. */
import { readKeys, type KeyedRow } from '../../store/list-index.ts'
import type { Place } from '../../store/lists.ts'
import type { Db } from '../../store/schema.ts'
import { buildListKeys, type ColumnKind, type KeyQuery, type ListKeys } from './list-keys.ts'
import { createPace } from './pace.ts'

export type Snapshot = {
  readonly keys: ListKeys
  /** Which change of the list they came after. */
  readonly revision: number
  readonly queries: Map<string, Promise<Uint32Array>>
}

/** Rows of which the keys are read at once. */
const keysAtOnce = 1_000
/** A page and one beside it, the rows behind a row, an export. */
const mostQueries = 4

/**
 * As the list is now.
 * @param place null where nothing of it is here
 * @param columns of the keys of its rows behind the text that is searched, in order
 */
export async function readSnapshot(
  db: Db,
  place: Place | null,
  columns: Readonly<Record<string, ColumnKind>>,
  revision: number,
): Promise<Snapshot> {
  const pace = createPace()
  const builder = buildListKeys(columns)
  let last: KeyedRow | null = null
  for (let isWhole = place === null; !isWhole;) {
    // oxlint-disable-next-line no-await-in-loop -- each portion begins behind the former
    const rows: readonly KeyedRow[] = place ? await readKeys(db, place, last, keysAtOnce) : []
    for (const { id, keys } of rows) {
      const [text, ...values] = keys
      builder.add(id, typeof text === 'string' ? text : '', values)
    }
    last = rows.at(-1) ?? null
    isWhole = rows.length < keysAtOnce
    // oxlint-disable-next-line no-await-in-loop -- as above
    await pace()
  }
  return { keys: builder.finish(), revision, queries: new Map() }
}

/** The latest queries stay: pages ask for one window after the other of the same. */
export function rowsOf({ keys, queries }: Snapshot, query: KeyQuery): Promise<Uint32Array> {
  const text = JSON.stringify(query)
  const known = queries.get(text)
  if (known !== undefined) return known
  const rows = keys.select(query)
  queries.set(text, rows)
  const [oldest] = queries.keys()
  if (queries.size > mostQueries && oldest !== undefined) queries.delete(oldest)
  return rows
}

/** The ids of rows by their numbers. */
export function idsOf({ keys }: Pick<Snapshot, 'keys'>, rows: Uint32Array): string[] {
  return Array.from(rows, keys.idAt)
}
