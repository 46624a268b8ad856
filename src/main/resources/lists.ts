/** Lists kept whole as rows: pages are read from this computer, and the portal is followed behind. */
import type { Edit } from '../../shared/contract/offline/outbox.ts'
import { failure, success, type Result } from '../../shared/contract/result.ts'
import type { Freshness } from '../../shared/contract/route.ts'
import type { PortalClient } from '../portal-client/portal-client.ts'
import { readList, removeList, writeList, type KeptList } from '../store/list-fillings.ts'
import {
  allRows,
  findRows,
  positionSchema,
  putRows,
  readRows,
  removeRows,
  updateRows,
  type Position,
  type Row,
} from '../store/lists.ts'
import { parseJson, type Db } from '../store/schema.ts'
import { removeNewsOf } from '../store/news.ts'
import type { PersonStore } from '../store/store.ts'
import type { Due } from './changes.ts'
import { keyOf } from './documents.ts'
import { freshnessOf, isNoLongerTheirs } from './freshness.ts'
import type { Keepers } from './keepers.ts'
import type { List } from './list.ts'
import type { ListFilling, ListSource } from './list-filling.ts'
import type { Refresh, Refreshed, Refreshes } from './refreshes.ts'
import type { Credentials } from './resource.ts'

export type ShownPage<Item> = {
  readonly page: { readonly items: Item[]; readonly nextCursor: string | null }
  readonly freshness: Freshness
}

export type ShownRow<Item> = { readonly item: Item; readonly freshness: Freshness }

export type OpenList = { readonly kept: KeptList; readonly freshness: Freshness }

export type Lists = {
  /**
   * A page from this computer; where nothing of the list is here, or no more of it yet, from the portal.
   * `invalid_request` for a cursor that no page bore.
   */
  readonly readPage: <Item>(
    person: PersonStore,
    list: List<Item>,
    cursor: string | null,
  ) => Promise<Result<ShownPage<Item>>>
  /** What is kept of the list, once the first rows of it are here; the portal is followed behind. */
  readonly open: (person: PersonStore, list: List<unknown>) => Promise<Result<OpenList>>
  /** One row as it is kept; null where it is not here. Asks nobody. */
  readonly findRow: <Item>(
    person: PersonStore,
    list: List<Item>,
    id: string,
  ) => Promise<ShownRow<Item> | null>
  /** Asks the portal in its turn. */
  readonly refresh: (person: PersonStore, list: List<unknown>) => void
  /** Brings in what `GET /v1/changes` tells of a list. */
  readonly bringIn: (person: PersonStore, list: List<unknown>, due: Due) => Promise<Result<null>>
  /** The portal has `edit`, and gave this `answer`: the rows are what they are after it. */
  readonly absorb: (db: Db, list: List<unknown>, edit: Edit, answer: unknown) => Promise<void>
  /** The portal has removed what these rows tell of; all but `except` where no ids are given. */
  readonly removeRows: (
    person: PersonStore,
    list: List<unknown>,
    which: { readonly ids: readonly string[] } | { readonly except: (row: Row) => boolean },
  ) => Promise<void>
  /** It is as the portal has it, as `GET /v1/changes` told. */
  readonly confirm: (person: PersonStore, list: List<unknown>) => Promise<void>
}

/** As many rows as a page shows. */
const pageSize = 50

/**
 * @param options.follow learns by `GET /v1/changes` what is another, and brings it in
 * @param options.onRows as of `createListFilling`
 */
export function createLists(options: {
  readonly client: PortalClient
  readonly refreshes: Refreshes
  readonly filling: ListFilling
  readonly inRows: Keepers['inRows']
  readonly authorized: <Data>(
    call: (credentials: Credentials) => Promise<Result<Data>>,
  ) => Promise<Result<Data>>
  readonly follow: (person: PersonStore) => Promise<Result<null>>
  readonly waiting: (owner: string) => Promise<readonly Edit[]>
  readonly mayAsk: () => boolean
  readonly onShown: (key: string) => void
  readonly onRows: (list: string, added: number | null) => void
}): Lists {
  const { client, refreshes, filling, inRows, authorized, follow, waiting } = options
  const { mayAsk, onShown, onRows } = options

  function sourceOf({ askPage, askRow, ...list }: List<unknown>): ListSource {
    return {
      ...list,
      page: (cursor) => authorized((credentials) => askPage(client, credentials, cursor)),
      row: askRow && ((id) => authorized((credentials) => askRow(client, credentials, id))),
    }
  }

  async function ask(person: PersonStore, list: List<unknown>): Promise<Result<Refreshed>> {
    const kept = await readList(person.db, list.name)
    if (kept === null || kept.cursor !== null) {
      const step = await filling.step(person.db, sourceOf(list))
      const result = await understood(person, list, step)
      if (!result.ok) return result
      const { hasMore } = result.data
      return success({ answer: null, hasMore, changed: kept !== null && !hasMore })
    }
    // What changed is told by whoever brings it in.
    const result = list.isFollowed
      ? await follow(person)
      : await understood(person, list, await filling.refill(person.db, sourceOf(list)))
    if (!result.ok) return result
    return success({ answer: null, hasMore: false, changed: !list.isFollowed })
  }

  /**
   * In the store as it is by then: it may have been closed meanwhile, or another file have taken its
   * place, also where the same refresh is repeated later.
   */
  function askAs({ owner }: PersonStore, list: List<unknown>): Refresh {
    return () =>
      inRows(async (person) =>
        person.owner === owner ? ask(person, list) : failure({ code: 'unauthenticated' }),
      )
  }

  /** What a refusal means for what is kept. */
  async function understood<Data>(
    { db }: PersonStore,
    { name, news }: List<unknown>,
    result: Result<Data>,
  ): Promise<Result<Data>> {
    if (result.ok || !isNoLongerTheirs(result.error)) return result
    await removeList(db, name)
    if (news !== null) await removeNewsOf(db, news.kind)
    onRows(name, null)
    return result
  }

  function freshness(person: PersonStore, list: List<unknown>, kept: KeptList): Freshness {
    const key = keyFor(person, list)
    const state = refreshes.state(key)
    const shown = freshnessOf(kept.fetchedAt, list.maxAgeMs, state, mayAsk())
    if (shown.refreshing) onShown(key)
    return shown
  }

  function refresh(person: PersonStore, list: List<unknown>): void {
    refreshes.inTurn(keyFor(person, list), askAs(person, list))
  }

  function refreshWhereDue(person: PersonStore, list: List<unknown>, kept: KeptList): void {
    const { ageMs, failed } = refreshes.state(keyFor(person, list))
    const isDue = kept.cursor !== null || ageMs === null || ageMs > list.maxAgeMs || failed
    if (isDue) refresh(person, list)
  }

  /** The list with a page's rows in it, as far as the portal has any. */
  async function rowsFrom(person: PersonStore, list: List<unknown>, after: Position | null) {
    const { db } = person
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop -- each page of the portal's names the next
      const kept = await readList(db, list.name)
      const place = kept && { list: list.name, filling: kept.filling }
      // oxlint-disable-next-line no-await-in-loop -- as above
      const rows = place && (await readRows(db, place, after, pageSize))
      if (kept !== null && rows !== null) {
        const isWhole = kept.cursor === null || rows.hasMore || rows.items.length === pageSize
        if (isWhole) return success({ kept, rows })
      }
      // oxlint-disable-next-line no-await-in-loop -- as above
      const step = await refreshes.atOnce(keyFor(person, list), askAs(person, list))
      if (step.ok) continue
      // Those that are here are shown; asking for more of them is then tried again.
      if (kept !== null && rows !== null && rows.items.length > 0) return success({ kept, rows })
      onShown(keyFor(person, list))
      return step
    }
  }

  return {
    async readPage(person, list, cursor) {
      const after = cursor === null ? null : decodeCursor(cursor)
      if (after === 'foreign') return failure({ code: 'invalid_request' })
      const found = await rowsFrom(person, list, after)
      if (!found.ok) return found
      const { kept, rows } = found.data
      refreshWhereDue(person, list, kept)
      const items = list.show(rows.items, await waiting(person.owner))
      const hasMore = rows.hasMore || kept.cursor !== null
      const nextCursor = hasMore && rows.last !== null ? encodeCursor(rows.last) : null
      return success({ page: { items, nextCursor }, freshness: freshness(person, list, kept) })
    },
    async open(person, list) {
      const here = await readList(person.db, list.name)
      const first = here ?? (await refreshes.atOnce(keyFor(person, list), askAs(person, list)))
      if ('ok' in first && !first.ok) {
        onShown(keyFor(person, list))
        return first
      }
      const kept = here ?? (await readList(person.db, list.name))
      if (kept === null) return failure({ code: 'unexpected' })
      refreshWhereDue(person, list, kept)
      return success({ kept, freshness: freshness(person, list, kept) })
    },
    async findRow(person, list, id) {
      const { db } = person
      const kept = await readList(db, list.name)
      if (kept === null) return null
      const rows = await findRows(db, { list: list.name, filling: kept.filling }, [id])
      const edits = await waiting(person.owner)
      const [item] = list.show(
        rows.map((row) => row.item),
        edits,
      )
      if (item === undefined) return null
      refreshWhereDue(person, list, kept)
      return { item, freshness: freshness(person, list, kept) }
    },
    refresh,
    async bringIn(person, list, due) {
      const { db } = person
      const source = sourceOf(list)
      const kept = await readList(db, list.name)
      if (kept === null) {
        const first = await understood(person, list, await filling.step(db, source))
        if (first.ok && first.data.hasMore) refresh(person, list)
        return first.ok ? success(null) : first
      }
      const work =
        due.kind === 'all' ? filling.refill(db, source) : filling.bringIn(db, source, due)
      return understood(person, list, await work)
    },
    async absorb(db, list, edit, answer) {
      const answered = list.answered(edit, answer)
      const touched = list.touched(edit)
      const kept = await readList(db, list.name)
      if (kept === null) return
      const place = { list: list.name, filling: kept.filling }
      if (answered !== null) {
        const [former = null] = await findRows(db, place, [answered.id])
        const row = answered.revise(former)
        if (row !== null) await putRows(db, place, [row])
      }
      if (touched !== 'none') {
        const rows =
          touched === 'all' ? await allRows(db, place) : await findRows(db, place, [touched.id])
        await updateRows(db, place, list.revise(rows, edit))
      }
      if (answered !== null || touched !== 'none') onRows(list.name, null)
    },
    async removeRows({ db }, list, which) {
      const kept = await readList(db, list.name)
      if (kept === null) return
      const place = { list: list.name, filling: kept.filling }
      const ids =
        'ids' in which
          ? which.ids
          : (await allRows(db, place)).filter((row) => !which.except(row)).map(({ id }) => id)
      await removeRows(db, place, ids)
      onRows(list.name, null)
    },
    async confirm(person, list) {
      const kept = await readList(person.db, list.name)
      // What was interrupted goes on.
      if (kept !== null && kept.cursor !== null) refresh(person, list)
      if (kept === null || kept.cursor !== null) return
      await writeList(person.db, list.name, { ...kept, fetchedAt: Date.now() })
      refreshes.confirm(keyFor(person, list))
    },
  }
}

function keyFor({ owner }: PersonStore, { name }: List<unknown>): string {
  return keyOf(name, '', owner)
}

function encodeCursor(position: Position): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url')
}

function decodeCursor(cursor: string): Position | 'foreign' {
  const parsed = positionSchema.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString()))
  return parsed.success ? parsed.data : 'foreign'
}
