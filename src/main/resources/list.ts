/** How a list is declared that is kept whole, as rows: its pages are read from this computer. */
import type { z } from 'zod'
import type { EndpointName } from '../../shared/contract/endpoints.ts'
import type { Edit, EditKind } from '../../shared/contract/offline/outbox.ts'
import { success, type Result } from '../../shared/contract/result.ts'
import type { PortalClient } from '../portal-client/portal-client.ts'
import type { Row, WrittenRow } from '../store/lists.ts'
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

/** A list that screens show in pages, newest first. */
export type List<Item> = {
  /** Under which it is kept, and told of in `resource.changed` and by `GET /v1/changes`. */
  readonly name: string
  readonly endpoint: EndpointName
  /** From when on it is asked for again. */
  readonly maxAgeMs: number
  /** Whether `GET /v1/changes` tells all that can change in it; else it is read anew when too old. */
  readonly isFollowed: boolean
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
}): List<Item> {
  const { name, endpoint, schema, maxAgeMs, isFollowed, askPage, askRow, layOver, foldOf } = options

  function rowOf(item: Item): WrittenRow {
    return { id: item.id, fold: foldOf?.(item) ?? '', item }
  }

  function show(kept: readonly unknown[], edits: readonly Edit[]): Item[] {
    const items = kept.flatMap((row) => {
      const parsed = schema.safeParse(row)
      return parsed.success ? [parsed.data] : []
    })
    return layOver === undefined ? items : items.map((item) => edits.reduce(layOver.lay, item))
  }

  return {
    name,
    endpoint,
    maxAgeMs,
    isFollowed,
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
    edits: layOver?.edits ?? [],
    touched(edit) {
      if (layOver?.edits.includes(edit.kind) !== true) return 'none'
      return 'id' in edit ? { id: edit.id } : 'all'
    },
  }
}

/** As many as the portal gives at once. */
const pageSize = 200
