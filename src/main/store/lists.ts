/**
 * A list of the portal's, kept whole as rows. A new filling stands beside the one that is read and
 * takes its place when it is whole; all that takes long is done in parts, so that main's thread is
 * never held for long.
 */
import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import { foldTyped } from '../../shared/rules/typed-text.ts'
import type { Connection } from './library.ts'
import type { Store } from './store.ts'

/** What is written in one transaction: at about 10 ms each, nobody waits for main. */
const rowsAtATime = 500

export type ListState = {
  /** When the portal gave it, in ms since 1970. */
  readonly fetchedAt: number
  readonly etag: string | null
  /** Where the portal's list goes on; null where all of it is here. */
  readonly cursor: string | null
}

export type ListPage<Data> = {
  readonly items: readonly Data[]
  /** To be asked for next; null at the end. */
  readonly next: number | null
}

/** A filling of the list that is not read yet. */
export type Filling<Data> = {
  /** Adds what comes next in the list's order. */
  readonly add: (items: readonly Data[]) => Promise<void>
  /** It is whole, and read from now on; the former one is removed. */
  readonly finish: (state: ListState) => Promise<void>
}

export type List<Data> = {
  /** Of the filling that is read; null where there is none, or `owner`'s store is not open. */
  readonly state: (owner: string) => Promise<ListState | null>
  /** Begins anew beside what is read, removing what a filling left that never ended. */
  readonly fill: (owner: string) => Promise<Filling<Data>>
  /** In the list's order. @param from `next` of the page before */
  readonly page: (
    owner: string,
    options: { readonly from: number | null; readonly limit: number },
  ) => Promise<ListPage<Data> | null>
  readonly get: (owner: string, id: string) => Promise<Data | null>
  /** In the list's order, those in whose searched texts `text` occurs, whatever its case or accents. */
  readonly search: (owner: string, text: string, limit: number) => Promise<readonly Data[] | null>
  /** Replaces those that are there, where they stand; the others come before all, the first first. */
  readonly put: (owner: string, items: readonly Data[]) => Promise<void>
  readonly remove: (owner: string, ids: readonly string[]) => Promise<void>
  readonly count: (owner: string) => Promise<number | null>
}

/** Without case and accents, as rows are searched. */
export function folded(text: string): string {
  return foldTyped(text).normalize('NFKD').replaceAll(/\p{M}/gu, '')
}

/**
 * The list `name` in the store of whoever is asked for.
 * @param options.searched the texts that a search looks at
 */
export function createList<Data>(options: {
  readonly store: Store
  readonly name: string
  readonly schema: z.ZodType<Data>
  readonly idOf: (item: Data) => string
  readonly searched: (item: Data) => readonly string[]
}): List<Data> {
  const { store, name, schema, idOf, searched } = options

  const foldOf = (item: Data) => folded(searched(item).join('\n'))

  /** What of `rows` is still of the shape that is known here; null where one is not. */
  function itemsOf(rows: readonly { readonly data: string }[]): Data[] | null {
    const items: Data[] = []
    for (const { data } of rows) {
      const parsed = schema.safeParse(JSON.parse(data))
      if (!parsed.success) return null
      items.push(parsed.data)
    }
    return items
  }

  /** Does `work` on the filling that is read; null where there is none. */
  async function onRead<Result>(
    owner: string,
    work: (connection: Connection, filling: number) => Result,
  ): Promise<Result | null> {
    return store.within(
      owner,
      ({ transaction }) =>
        transaction((connection) => {
          const row = listSchema.safeParse(connection.prepare(selectList).get([name]))
          return row.success && row.data.filling !== null
            ? work(connection, row.data.filling)
            : null
        }),
      { make: false },
    )
  }

  async function readRows(
    owner: string,
    sql: string,
    parameters: readonly unknown[],
  ): Promise<Row[] | null> {
    return onRead(owner, (connection, filling) =>
      rowsSchema.parse(connection.prepare(sql).all([name, filling, ...parameters])),
    )
  }

  /** Removes every filling but one, in parts. */
  async function removeOthers(owner: string, kept: number | null): Promise<void> {
    const removed = await store.within(owner, ({ transaction }) =>
      transaction((connection) => connection.prepare(deletePart).run([name, kept ?? -1]).changes),
    )
    if (removed === null || Number(removed) === 0) return
    await setImmediate()
    await removeOthers(owner, kept)
  }

  return {
    async state(owner) {
      return onRead(owner, (connection) => {
        const {
          fetched_at: fetchedAt,
          etag,
          cursor,
        } = listSchema.parse(connection.prepare(selectList).get([name]))
        return fetchedAt === null ? null : { fetchedAt, etag, cursor }
      })
    },

    async fill(owner) {
      const read = await onRead(owner, (_connection, filling) => filling)
      await removeOthers(owner, read)
      const filling = (read ?? 0) + 1
      let position = 0

      async function addPart(items: readonly Data[]): Promise<void> {
        const rows = items.map((item) => [idOf(item), foldOf(item), JSON.stringify(item)])
        const first = position
        position += rows.length
        await store.within(owner, ({ transaction }) =>
          transaction((connection) => {
            const insert = connection.prepare(insertRow)
            for (const [index, [id, fold, data]] of rows.entries()) {
              insert.run([name, filling, id, first + index, fold, data])
            }
          }),
        )
        await setImmediate()
      }

      return {
        async add(items) {
          for (let start = 0; start < items.length; start += rowsAtATime) {
            // oxlint-disable-next-line no-await-in-loop -- in order, and the thread is free between
            await addPart(items.slice(start, start + rowsAtATime))
          }
        },
        async finish({ fetchedAt, etag, cursor }) {
          await store.within(owner, ({ transaction }) =>
            transaction((connection) =>
              connection.prepare(upsertList).run([name, filling, cursor, etag, fetchedAt]),
            ),
          )
          await removeOthers(owner, filling)
        },
      }
    },

    async page(owner, { from, limit }) {
      const rows = await readRows(owner, selectPage, [from ?? Number.MIN_SAFE_INTEGER, limit + 1])
      const items = rows && itemsOf(rows.slice(0, limit))
      return items && { items, next: rows[limit]?.position ?? null }
    },

    async get(owner, id) {
      const rows = await readRows(owner, selectOne, [id])
      return (rows && itemsOf(rows))?.[0] ?? null
    },

    async search(owner, text, limit) {
      const rows = await readRows(owner, selectFound, [folded(text), limit])
      return rows && itemsOf(rows)
    },

    async put(owner, items) {
      await onRead(owner, (connection, filling) => {
        const { least } = leastSchema.parse(connection.prepare(selectLeast).get([name, filling]))
        const insert = connection.prepare(insertRow)
        const first = (least ?? 0) - items.length
        for (const [index, item] of items.entries()) {
          const data = JSON.stringify(item)
          insert.run([name, filling, idOf(item), first + index, foldOf(item), data])
        }
      })
    },

    async remove(owner, ids) {
      await onRead(owner, (connection, filling) => {
        const statement = connection.prepare(deleteOne)
        for (const id of ids) statement.run([name, filling, id])
      })
    },

    async count(owner) {
      return onRead(
        owner,
        (connection, filling) =>
          countSchema.parse(connection.prepare(selectCount).get([name, filling])).count,
      )
    },
  }
}

const listSchema = z.object({
  filling: z.number().nullable(),
  cursor: z.string().nullable(),
  etag: z.string().nullable(),
  fetched_at: z.number().nullable(),
})
const rowsSchema = z.array(z.object({ position: z.number(), data: z.string() }))
type Row = z.infer<typeof rowsSchema>[number]
const leastSchema = z.object({ least: z.number().nullable() })
const countSchema = z.object({ count: z.number() })

const selectList = 'select filling, cursor, etag, fetched_at from lists where list = ?'
const upsertList = `insert into lists (list, filling, cursor, etag, fetched_at) values (?, ?, ?, ?, ?)
  on conflict (list) do update set filling = excluded.filling, cursor = excluded.cursor,
  etag = excluded.etag, fetched_at = excluded.fetched_at`
const ofFilling = 'list = ? and filling = ?'
const selectPage = `select position, data from rows where ${ofFilling} and position >= ?
  order by position limit ?`
const selectOne = `select position, data from rows where ${ofFilling} and id = ?`
/** The names alone are searched, in their own index; only what is found is then read. */
const selectFound = `select position, data from rows where rowid in (
  select rowid from rows indexed by rows_in_order where ${ofFilling} and instr(fold, ?) > 0
  order by position limit ?) order by position`
const selectLeast = `select min(position) as least from rows where ${ofFilling}`
const selectCount = `select count(*) as count from rows where ${ofFilling}`
const insertRow = `insert into rows (list, filling, id, position, fold, data) values (?, ?, ?, ?, ?, ?)
  on conflict (list, filling, id) do update set fold = excluded.fold, data = excluded.data`
const deleteOne = `delete from rows where ${ofFilling} and id = ?`
const deletePart = `delete from rows where rowid in (
  select rowid from rows where list = ? and filling <> ? limit ${rowsAtATime})`
