/**
 * Long lists by windows: any rows of any order, search and filter, from what is kept on this computer.
 * The keys of a list are read into memory when it is first asked for. What changes in it meanwhile is
 * read behind; until that is done rows stand where they stood, and then the page is told.
 */
import { success, type Result } from '../../../shared/contract/result.ts'
import { searchQuestionOf } from '../../../shared/credit/search-text.ts'
import type { Freshness } from '../../../shared/contract/route.ts'
import type { Edit } from '../../../shared/contract/offline/outbox.ts'
import { readList } from '../../store/list-fillings.ts'
import { countRows, readRowsByName, type RowRange } from '../../store/list-index.ts'
import { findRows, type Place } from '../../store/lists.ts'
import type { Db } from '../../store/schema.ts'
import type { PersonStore } from '../../store/store.ts'
import type { Keepers } from '../keepers.ts'
import type { List } from '../list.ts'
import type { Lists } from '../lists.ts'
import type { ColumnKind, KeyQuery } from './list-keys.ts'
import { idsOf, readSnapshot, rowsOf, type Snapshot } from './snapshot.ts'

/** A list that is shown in windows: its rows are written with an index (`RowIndex`). */
export type WindowedList<Item> = {
  readonly list: List<Item>
  /** The columns of its rows' keys behind the text that is searched, in order. */
  readonly columns: Readonly<Record<string, ColumnKind>>
}

export type ShownWindow<Item> = {
  readonly window: {
    readonly items: Item[]
    readonly total: number
    readonly kept: number
    readonly isWhole: boolean
  }
  readonly freshness: Freshness
}

/** The ids before and after a row; null at the ends, and both where it is not among them. */
export type Neighbours = { readonly previous: string | null; readonly next: string | null }

export type ListParts<Item> = {
  readonly total: number
  readonly items: AsyncIterable<Item[]>
}

export type Windows = {
  /** What is kept of those rows, at once; where nothing of the list is here, from the portal. */
  readonly read: <Item>(
    windowed: WindowedList<Item>,
    query: KeyQuery,
    range: RowRange,
  ) => Promise<Result<ShownWindow<Item>>>
  readonly neighbours: (
    windowed: WindowedList<unknown>,
    query: KeyQuery,
    id: string,
  ) => Promise<Result<Neighbours>>
  /** All rows of a query as it is now; reading on fails where the store is closed meanwhile. */
  readonly parts: <Item>(
    windowed: WindowedList<Item>,
    query: KeyQuery,
  ) => Promise<Result<ListParts<Item>>>
  /**
   * The rows of a list are other ones.
   * @param added as many were added, and more are to come; null where anything may have changed
   */
  readonly touch: (list: string, added: number | null) => void
  /** Another person, or another session: nothing of the former stays in memory. */
  readonly reset: () => void
}

type Entry = {
  readonly db: Db
  readonly windowed: WindowedList<unknown>
  revision: number
  /** Rows that were added since the snapshot. */
  added: number
  snapshot: Snapshot | null
  building: Promise<Snapshot> | null
}

/** Rows that are read at once for an export. */
const mostAtOnce = 500
/** Shorter lists are read again before they are shown, in less time than anybody notices. */
const shortList = 10_000
/** As far as rows are counted in the store, while the keys of a longer list are being read. */
const nearRows = 1_000

/**
 * @param options.lists opens lists, and follows the portal behind
 * @param options.waiting edits that the portal does not have yet
 * @param options.onChanged told of a list that is shown otherwise from now on
 */
export function createWindows(options: {
  readonly lists: Pick<Lists, 'open'>
  readonly inRows: Keepers['inRows']
  readonly waiting: (owner: string) => Promise<readonly Edit[]>
  readonly onChanged: (list: string) => void
  readonly onMistake: (error: unknown) => void
}): Windows {
  const { lists, inRows, waiting, onChanged, onMistake } = options
  const entries = new Map<string, Entry>()

  function entryOf(db: Db, windowed: WindowedList<unknown>): Entry {
    const present = entries.get(windowed.list.name)
    if (present?.db === db) return present
    const entry: Entry = { db, windowed, revision: 0, added: 0, snapshot: null, building: null }
    entries.set(windowed.list.name, entry)
    return entry
  }

  /** As it is now, or joins what has begun since. */
  async function build(entry: Entry): Promise<Snapshot> {
    const { revision } = entry
    const former = await entry.building
    if (former !== null && former.revision >= revision) return former
    entry.building ??= snapshotOf(entry).finally(() => {
      entry.building = null
    })
    return entry.building
  }

  async function snapshotOf(entry: Entry): Promise<Snapshot> {
    const { revision, db, windowed } = entry
    entry.added = 0
    const place = await placeOf(db, windowed.list.name)
    entry.snapshot = await readSnapshot(db, place, windowed.columns, revision)
    return entry.snapshot
  }

  /** Behind what is shown, as long as there is something to tell; ends with the store. */
  async function rebuild(entry: Entry): Promise<void> {
    const { name } = entry.windowed.list
    const isCurrent = () => entries.get(name) === entry
    try {
      while (isCurrent() && isDue(entry)) {
        // oxlint-disable-next-line no-await-in-loop -- what came meanwhile comes after it
        await build(entry)
        if (isCurrent()) onChanged(name)
      }
    } catch (error) {
      if (isCurrent()) onMistake(error)
    }
  }

  async function openList(person: PersonStore, windowed: WindowedList<unknown>) {
    const opened = await lists.open(person, windowed.list)
    if (!opened.ok) return opened
    const { kept, freshness } = opened.data
    const place = { list: windowed.list.name, filling: kept.filling }
    return success({ kept, freshness, place, entry: entryOf(person.db, windowed) })
  }

  async function open(person: PersonStore, windowed: WindowedList<unknown>) {
    const opened = await openList(person, windowed)
    if (!opened.ok) return opened
    const { entry } = opened.data
    const present = entry.snapshot
    const isShown =
      present !== null && (present.revision === entry.revision || present.keys.count > shortList)
    const snapshot = isShown ? present : await build(entry)
    return success({ ...opened.data, snapshot })
  }

  /**
   * The first look at a long list after a start: the beginning of it by name, while its keys are read
   * behind. Null for anything else.
   */
  async function beginning(
    db: Db,
    { entry, place }: { readonly entry: Entry; readonly place: Place },
    { search, equals, within, sort, descending }: KeyQuery,
    range: RowRange,
  ) {
    const isWhole = equals.length === 0 && within === undefined && isNothing(search)
    const isPlain = sort === null && isWhole
    if (entry.snapshot !== null || !isPlain || range.offset > nearRows) return null
    const total = await countRows(db, place)
    if (total <= shortList) return null
    void build(entry).catch((error: unknown) => {
      if (entries.get(place.list) === entry) onMistake(error)
    })
    return { total, rows: await readRowsByName(db, place, { ...range, descending }) }
  }

  async function itemsAt<Item>(
    { db, owner }: PersonStore,
    { list }: WindowedList<Item>,
    place: Place,
    ids: readonly string[],
  ): Promise<Item[]> {
    const rows = await findRows(db, place, ids)
    const byId = new Map(rows.map(({ id, item }) => [id, item]))
    // One that was removed since is left out.
    const kept = ids.flatMap((id) => (byId.has(id) ? [byId.get(id)] : []))
    return list.show(kept, await waiting(owner))
  }

  return {
    read: (windowed, query, { offset, limit }) =>
      inRows(async (person) => {
        const list = await openList(person, windowed)
        if (!list.ok) return list
        const first = await beginning(person.db, list.data, query, { offset, limit })
        if (first !== null) {
          const items = windowed.list.show(first.rows.map(itemOf), await waiting(person.owner))
          const { kept, freshness } = list.data
          const { total } = first
          const window = { items, total, kept: total, isWhole: kept.cursor === null }
          return success({ window, freshness })
        }
        const opened = await open(person, windowed)
        if (!opened.ok) return opened
        const { kept, freshness, place, snapshot } = opened.data
        const rows = await rowsOf(snapshot, query)
        const ids = idsOf(snapshot, rows.subarray(offset, offset + limit))
        const items = await itemsAt(person, windowed, place, ids)
        const isWhole = kept.cursor === null
        const window = { items, total: rows.length, kept: await countOf(snapshot, query), isWhole }
        return success({ window, freshness })
      }),
    neighbours: (windowed, query, id) =>
      inRows(async (person) => {
        const opened = await open(person, windowed)
        if (!opened.ok) return opened
        const { snapshot } = opened.data
        const rows = await rowsOf(snapshot, query)
        const at = rows.indexOf(snapshot.keys.rowOf(id))
        if (at === -1) return success({ previous: null, next: null })
        const [previous = null] = at === 0 ? [] : idsOf(snapshot, rows.subarray(at - 1, at))
        const [next = null] = idsOf(snapshot, rows.subarray(at + 1, at + 2))
        return success({ previous, next })
      }),
    parts: (windowed, query) =>
      inRows(async (person) => {
        const opened = await open(person, windowed)
        if (!opened.ok) return opened
        const { place, snapshot } = opened.data
        const rows = await rowsOf(snapshot, query)
        async function* items() {
          for (let at = 0; at < rows.length; at += mostAtOnce) {
            const ids = idsOf(snapshot, rows.subarray(at, at + mostAtOnce))
            // A list that was read anew meanwhile has its rows elsewhere.
            // oxlint-disable-next-line no-await-in-loop -- as many as are read at once
            const present = await placeOf(person.db, place.list)
            // oxlint-disable-next-line no-await-in-loop -- as above
            yield await itemsAt(person, windowed, present ?? place, ids)
          }
        }
        return success({ total: rows.length, items: items() })
      }),
    touch(name, added) {
      const entry = entries.get(name)
      if (entry === undefined) return
      entry.revision += 1
      entry.added = added === null ? Number.POSITIVE_INFINITY : entry.added + added
      if (isDue(entry) && entry.building === null) void rebuild(entry)
    },
    reset: () => entries.clear(),
  }
}

async function placeOf(db: Db, list: string): Promise<Place | null> {
  const kept = await readList(db, list)
  return kept && { list, filling: kept.filling }
}

/** How many rows the list is of, whatever was asked of them. */
async function countOf(snapshot: Snapshot, { within }: KeyQuery): Promise<number> {
  if (within === undefined) return snapshot.keys.count
  const all = { search: searchQuestionOf(''), equals: [], within, sort: null, descending: false }
  return (await rowsOf(snapshot, all)).length
}

const itemOf = ({ item }: { readonly item: unknown }) => item

const isNothing = ({ words, numbers }: KeyQuery['search']) =>
  words.length === 0 && numbers.length === 0

/** Rows that still come are counted anew only now and then. */
function isDue({ snapshot, revision, added }: Entry): boolean {
  return snapshot !== null && snapshot.revision < revision && added * 4 >= snapshot.keys.count
}
