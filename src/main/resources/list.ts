/** How a list is declared that is kept whole, as rows: its pages are read from this computer. */
import type { z } from 'zod'
import type { EndpointName } from '../../shared/contract/endpoints.ts'
import type { Edit, EditKind } from '../../shared/contract/offline/outbox.ts'
import { success, type Result } from '../../shared/contract/result.ts'
import type { PortalClient } from '../portal-client/portal-client.ts'
import type { Row, RowIndex, WrittenRow } from '../store/lists.ts'
import type { Credentials, LayOver } from './resource.ts'

/** A page of the portal's list; null goes on nowhere. */
export type RowPage = { readonly rows: readonly WrittenRow[]; readonly nextCursor: string | null }

/** Which rows an edit that the portal took has changed. */
export type TouchedRows = 'none' | 'all' | { readonly id: string }

/** A row that an answer to an edit is about; `GET /v1/changes` tells of it only later. */
export type Answered<Item, Written> = {
  readonly id: string
  /** Of what is kept of it, null where it is not here: what it is from now on; null where nothing is. */
  readonly revise: (kept: Item | null) => Written | null
}

/** What is told of a row that is new, or another than before. */
export type RowNews = {
  /** By the portal's clock, RFC 3339 in UTC. */
  readonly at: string
  /** As the contract describes it, but for its id and tick. */
  readonly item: Readonly<Record<string, unknown>>
}

/** How the rows of a list make news; `kind` is that of the list alone. */
export type ListNews<Item> = {
  readonly kind: string
  /** Null where the difference is no news; `before` is null for a row that was not here. */
  readonly of: (before: Item | null, after: Item) => RowNews | null
}

/** A list that screens show in pages, or in windows. */
export type List<Item> = {
  /** Under which it is kept, and told of in `resource.changed` and by `GET /v1/changes`. */
  readonly name: string
  readonly endpoint: EndpointName
  /** From when on it is asked for again. */
  readonly maxAgeMs: number
  /** Whether `GET /v1/changes` tells all that can change in it; else it is read anew when too old. */
  readonly isFollowed: boolean
  /** Whether the portal gives what is new first; else each new row is asked for by itself. */
  readonly isNewestFirst: boolean
  readonly askPage: (
    client: PortalClient,
    credentials: Credentials,
    cursor: string | null,
  ) => Promise<Result<RowPage>>
  /** One row of it; null where the portal has no such endpoint. */
  readonly askRow:
    | ((client: PortalClient, credentials: Credentials, id: string) => Promise<Result<WrittenRow>>)
    | null
  /** Rows as they are shown while `edits` wait; those that this version cannot read are left out. */
  readonly show: (kept: readonly unknown[], edits: readonly Edit[]) => Item[]
  /** Rows as they are kept once the portal has `edit`; those that cannot be read are left out. */
  readonly revise: (kept: readonly Row[], edit: Edit) => WrittenRow[]
  /** What the portal's `answer` to `edit` makes of a row; null where it is about none. */
  readonly answered: (edit: Edit, answer: unknown) => Answered<Row, WrittenRow> | null
  /** Of rows as they are kept; null where nobody is told of what is new in it. */
  readonly news: ListNews<unknown> | null
  /** The kinds of edits that show in it, and the rows in which one does. */
  readonly edits: readonly EditKind[]
  readonly touched: (edit: Edit) => TouchedRows
}

/**
 * @param options.schema of a row that is kept: also as former versions kept it
 * @param options.askPage the portal, for at most 200 rows at a cursor
 * @param options.layOver how edits that wait show in a row; one without an id shows in all of them
 * @param options.answered what the portal's answer to an edit makes of a row
 * @param options.foldOf what a search looks at, by `foldLetters`; without it none finds anything
 * @param options.indexOf by what rows are ordered and picked, of a list that is shown in windows
 * @param options.isNewestFirst true unless said otherwise; a list that is not must have `askRow`
 */
export function defineList<Item extends { readonly id: string }>(options: {
  readonly name: string
  readonly endpoint: EndpointName
  readonly schema: z.ZodType<Item>
  readonly maxAgeMs: number
  readonly isFollowed: boolean
  readonly askPage: (
    client: PortalClient,
    credentials: Credentials,
    query: { readonly limit: number; readonly cursor?: string },
  ) => Promise<Result<{ readonly items: readonly Item[]; readonly nextCursor: string | null }>>
  readonly askRow?: (
    client: PortalClient,
    credentials: Credentials,
    id: string,
  ) => Promise<Result<Item>>
  readonly layOver?: LayOver<Item>
  readonly answered?: (edit: Edit, answer: unknown) => Answered<Item, Item> | null
  readonly foldOf?: (item: Item) => string
  readonly indexOf?: (item: Item) => RowIndex
  readonly isNewestFirst?: boolean
  readonly news?: ListNews<Item>
}): List<Item> {
  const { name, endpoint, schema, maxAgeMs, isFollowed, askPage, askRow, layOver } = options
  const { foldOf, indexOf, isNewestFirst = true, news } = options

  function rowOf(item: Item): WrittenRow {
    return { id: item.id, fold: foldOf?.(item) ?? '', item, index: indexOf?.(item) }
  }

  function show(kept: readonly unknown[], edits: readonly Edit[]): Item[] {
    const items = kept.flatMap((row) => {
      const parsed = schema.safeParse(row)
      return parsed.success ? [parsed.data] : []
    })
    return layOver === undefined ? items : items.map((item) => edits.reduce(layOver.lay, item))
  }

  function newsOf(kept: unknown, now: unknown) {
    const [after] = show([now], [])
    const [before = null] = show(kept === null ? [] : [kept], [])
    return after === undefined || news === undefined ? null : news.of(before, after)
  }

  return {
    name,
    endpoint,
    maxAgeMs,
    isFollowed,
    isNewestFirst,
    async askPage(client, credentials, cursor) {
      const query = cursor === null ? { limit: pageSize } : { limit: pageSize, cursor }
      const page = await askPage(client, credentials, query)
      if (!page.ok) return page
      const { items, nextCursor } = page.data
      return success({ rows: items.map(rowOf), nextCursor })
    },
    askRow:
      askRow === undefined
        ? null
        : async (client, credentials, id) => {
            const item = await askRow(client, credentials, id)
            return item.ok ? success(rowOf(item.data)) : item
          },
    show,
    revise: (kept, edit) => kept.flatMap(({ item }) => show([item], [edit])).map(rowOf),
    answered(edit, answer) {
      const about = options.answered?.(edit, answer) ?? null
      if (about === null) return null
      return {
        id: about.id,
        revise(kept) {
          const [item = null] = kept === null ? [] : show([kept.item], [])
          const revised = about.revise(item)
          return revised === null ? null : rowOf(revised)
        },
      }
    },
    news: news === undefined ? null : { kind: news.kind, of: newsOf },
    edits: layOver?.edits ?? [],
    touched(edit) {
      if (layOver?.edits.includes(edit.kind) !== true) return 'none'
      return 'id' in edit ? { id: edit.id } : 'all'
    },
  }
}

/** As many as the portal gives at once. */
const pageSize = 200
