/** Fills a list's rows from the portal, page after page, and brings in what is told to have changed. */
import { Mutex } from 'async-mutex'
import { failure, success, type AppError, type Result } from '../../shared/contract/result.ts'
import { emptyPlace, fillList, readList, writeList, type KeptList } from '../store/list-fillings.ts'
import {
  appendRows,
  bounds,
  findRows,
  putRows,
  removeRows,
  type WrittenRow,
} from '../store/lists.ts'
import type { Db } from '../store/schema.ts'
import type { List, RowPage } from './list.ts'
import { noteChangedRows, noteRefilledRows } from './list-news.ts'

/** Asks the portal as who is signed in. */
export type ListSource = Pick<List<unknown>, 'name' | 'isNewestFirst' | 'news'> & {
  readonly page: (cursor: string | null) => Promise<Result<RowPage>>
  readonly row: ((id: string) => Promise<Result<WrittenRow>>) | null
}

/** What the portal tells of a list: ids that are new or other than before, ids that are gone. */
export type ListChanges = { readonly ids: readonly string[]; readonly deleted: readonly string[] }

export type ListFilling = {
  /** The first page where nothing is here, else the next one that is not. Whether more are to come. */
  readonly step: (db: Db, source: ListSource) => Promise<Result<{ readonly hasMore: boolean }>>
  /** Reads all of it beside what is read, and puts it in its place once it is whole. */
  readonly refill: (db: Db, source: ListSource) => Promise<Result<null>>
  /** Brings in what changed, and only that; where that cannot be told, as `refill`. */
  readonly bringIn: (db: Db, source: ListSource, changes: ListChanges) => Promise<Result<null>>
}

/** More than any list of one person has, at 200 a page: one that goes on never ends. */
const mostPages = 5_000
const mostRows = mostPages * 200
/** Beyond these, and beyond as many as it has pages, it is cheaper to read the list anew. */
const mostSingleRows = 20
const pageSize = 200
/** As far as new rows are looked for from the top, before the list is read anew. */
const mostNewPages = 5

/**
 * One at a time for each list of a person: what a filling has read before a change would hide that
 * change.
 * @param options.isCurrent whether what is asked for is still wanted: the session may be over
 * @param options.onRows told of a list whose rows are other ones than before: how many were added
 * where more are to come, null where anything may have changed
 */
export function createListFilling(options: {
  readonly isCurrent: (db: Db) => Promise<boolean>
  readonly onRows: (list: string, added: number | null) => void
}): ListFilling {
  const { isCurrent, onRows } = options
  /** Of each store: what is under way for who was here before holds up nobody. */
  const mutexes = new WeakMap<Db, Map<string, Mutex>>()

  function inTurn<Data>(db: Db, { name }: ListSource, work: () => Promise<Data>): Promise<Data> {
    const ofStore = mutexes.get(db) ?? new Map<string, Mutex>()
    mutexes.set(db, ofStore)
    const mutex = ofStore.get(name) ?? new Mutex()
    ofStore.set(name, mutex)
    return mutex.runExclusive(work)
  }

  /** A page, unless it came too late. */
  async function pageOf(
    db: Db,
    source: ListSource,
    cursor: string | null,
  ): Promise<Result<RowPage>> {
    const page = await source.page(cursor)
    return page.ok && !(await isCurrent(db)) ? failure({ code: 'unauthenticated' }) : page
  }

  async function step(db: Db, source: ListSource): Promise<Result<{ readonly hasMore: boolean }>> {
    const kept = await readList(db, source.name)
    if (kept !== null && kept.cursor === null) return success({ hasMore: false })
    const page = await pageOf(db, source, kept?.cursor ?? null)
    if (page.ok) {
      const leadsOn = await isProgress(db, source.name, kept, page.data)
      if (leadsOn) {
        const added = await addPage(db, source.name, kept, page.data)
        onRows(source.name, added.ok && added.data.hasMore ? page.data.rows.length : null)
        return added
      }
    } else if (kept === null || !isCursorRefusal(page.error)) return page
    // The portal no longer knows where that was, or leads in circles.
    const refilled = await refill(db, source)
    return refilled.ok ? success({ hasMore: false }) : refilled
  }

  async function refill(db: Db, source: ListSource): Promise<Result<null>> {
    const former = await readList(db, source.name)
    const filling = await fillList(db, source.name)
    let cursor: string | null = null
    const seen = new Set<string>()
    for (let pages = 0; pages < mostPages; pages += 1) {
      // oxlint-disable-next-line no-await-in-loop -- each page names the next
      const page: Result<RowPage> = await pageOf(db, source, cursor)
      if (!page.ok) return page
      const { rows, nextCursor } = page.data
      // oxlint-disable-next-line no-await-in-loop -- as above
      await filling.add(rows)
      if (nextCursor === null) {
        // oxlint-disable-next-line no-await-in-loop -- the last one
        await filling.finish(Date.now(), (transaction) =>
          noteRefilledRows(transaction, source, former, filling.place),
        )
        onRows(source.name, null)
        return success(null)
      }
      const before = seen.size
      for (const { id } of rows) seen.add(id)
      // A page that brings nothing new and names another would be followed by its like.
      if (seen.size === before) break
      cursor = nextCursor
    }
    return failure({ code: 'portal_answer_invalid' })
  }

  /** Rows that were not here, which stand before all others; null where they do not. */
  async function newRows(
    db: Db,
    source: ListSource,
    kept: KeptList,
    wanted: ReadonlySet<string>,
  ): Promise<Result<WrittenRow[] | null>> {
    const place = { list: source.name, filling: kept.filling }
    const added: WrittenRow[] = []
    let cursor: string | null = null
    for (let pages = 0; pages < mostNewPages; pages += 1) {
      // oxlint-disable-next-line no-await-in-loop -- each page names the next
      const page: Result<RowPage> = await pageOf(db, source, cursor)
      if (!page.ok) return page
      const { rows, nextCursor } = page.data
      // oxlint-disable-next-line no-await-in-loop -- as above
      const found = await findRows(
        db,
        place,
        rows.map(({ id }) => id),
      )
      const here = new Set(found.map(({ id }) => id))
      const known = rows.findIndex(({ id }) => here.has(id))
      added.push(...(known === -1 ? rows : rows.slice(0, known)))
      cursor = nextCursor
      if (known === -1 && cursor !== null) continue
      const ids = new Set(added.map(({ id }) => id))
      return success([...wanted].every((id) => ids.has(id)) ? added : null)
    }
    return success(null)
  }

  /** Those of `ids` as the portal has them now; null where it is cheaper to ask for the whole list. */
  async function changedRows(
    db: Db,
    source: ListSource,
    { filling }: KeptList,
    ids: readonly string[],
  ): Promise<Result<{ readonly rows: WrittenRow[]; readonly gone: string[] } | null>> {
    const rows: WrittenRow[] = []
    const gone: string[] = []
    if (ids.length === 0) return success({ rows, gone })
    const { first, last } = await bounds(db, { list: source.name, filling })
    const pages = ((last ?? 0) - (first ?? 0)) / pageSize
    if (source.row === null || ids.length > Math.max(mostSingleRows, pages)) return success(null)
    for (const id of ids) {
      // oxlint-disable-next-line no-await-in-loop -- a few, and the portal is not to be crowded
      const row = await source.row(id)
      if (row.ok) rows.push(row.data)
      else if (row.error.code === 'not_found') gone.push(id)
      else return row
    }
    if (!(await isCurrent(db))) return failure({ code: 'unauthenticated' })
    return success({ rows, gone })
  }

  async function bringIn(
    db: Db,
    source: ListSource,
    { ids, deleted }: ListChanges,
  ): Promise<Result<null>> {
    const kept = await readList(db, source.name)
    if (kept === null) return success(null)
    const place = { list: source.name, filling: kept.filling }
    const here = await findRows(db, place, ids)
    const known = new Set(source.isNewestFirst ? here.map(({ id }) => id) : ids)
    const changed = await changedRows(db, source, kept, [...known])
    if (!changed.ok) return changed
    const unknown = new Set(ids.filter((id) => !known.has(id)))
    const added = unknown.size === 0 ? success([]) : await newRows(db, source, kept, unknown)
    if (!added.ok) return added
    if (changed.data === null || added.data === null) return refill(db, source)
    const { rows, gone } = changed.data
    const top = added.data
    const removed = [...deleted, ...gone]
    await db.transaction().execute(async (transaction) => {
      await noteChangedRows(transaction, source, place, { rows: [...top, ...rows], removed })
      await putRows(transaction, place, [...top, ...rows])
      await removeRows(transaction, place, removed)
      await writeList(transaction, source.name, { ...kept, fetchedAt: Date.now() })
    })
    onRows(source.name, null)
    return success(null)
  }

  return {
    step: (db, source) => inTurn(db, source, () => step(db, source)),
    refill: (db, source) => inTurn(db, source, () => refill(db, source)),
    bringIn: (db, source, changes) => inTurn(db, source, () => bringIn(db, source, changes)),
  }
}

/** Whether a page is the last one, or brings rows that were not here to a list that can have so many. */
async function isProgress(
  db: Db,
  list: string,
  kept: KeptList | null,
  { rows, nextCursor }: RowPage,
): Promise<boolean> {
  if (nextCursor === null || kept === null) return nextCursor === null || rows.length > 0
  const place = { list, filling: kept.filling }
  const ids = rows.map(({ id }) => id)
  const here = await findRows(db, place, ids)
  const { last } = await bounds(db, place)
  return here.length < rows.length && (last ?? 0) < mostRows
}

async function addPage(
  db: Db,
  list: string,
  kept: KeptList | null,
  page: RowPage,
): Promise<Result<{ readonly hasMore: boolean }>> {
  await db.transaction().execute(async (transaction) => {
    const place =
      kept === null ? await emptyPlace(transaction, list) : { list, filling: kept.filling }
    await appendRows(transaction, place, page.rows)
    const fetchedAt = kept?.fetchedAt ?? Date.now()
    const { filling } = place
    await writeList(transaction, list, { filling, cursor: page.nextCursor, fetchedAt })
  })
  return success({ hasMore: page.nextCursor !== null })
}

/** What the portal answers to a cursor that it did not make, or makes no longer. */
function isCursorRefusal({ code }: AppError): boolean {
  return code === 'invalid_request' || code === 'cursor_expired'
}
