/**
 * Lists in pages. A cursor is the position of the last row that was shown: the values that the list
 * is ordered by, so that a page stays where it is while others write. Nobody but the portal reads it.
 */
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import { z } from 'zod'
import { ProblemError } from './problem-error.ts'
import { idSchema } from '../../shared/contract/common.ts'

export type Page<Item> = { items: Item[]; nextCursor: string | null }

/**
 * A page of `limit` items at most.
 * @param rows of the query, which asks for one more than `limit`: so it shows whether more follow
 * @param positionOf the values by which a row is ordered
 */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  itemOf: (row: Row) => Item,
  positionOf: (row: Row) => readonly (string | number | null)[],
): Page<Item> {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const hasMore = rows.length > shown.length && last !== undefined
  return {
    items: shown.map(itemOf),
    nextCursor: hasMore ? encodeCursor(positionOf(last)) : null,
  }
}

function encodeCursor(position: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url')
}

/**
 * The position that `cursor` stands for.
 * @param schema of the position; it must refuse what the database cannot compare with its columns
 * @throws ProblemError `invalid_request` for a cursor that no page of this list bore
 */
export function decodeCursor<Position>(cursor: string, schema: z.ZodType<Position>): Position {
  const position = schema.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString()))
  if (position.success) return position.data
  throw new ProblemError('invalid_request', { errors: [{ pointer: '/cursor', code: 'invalid' }] })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The time, in milliseconds, and the id. */
export const positionSchema = z.tuple([z.int().nonnegative(), idSchema])
type TimePosition = z.infer<typeof positionSchema>

/**
 * What is listed behind `position`.
 * @param columns those that the list is ordered by
 */
export function isBehind<Database, Table extends keyof Database>(
  row: ExpressionBuilder<Database, Table>,
  columns: { readonly at: Expression<number>; readonly id: Expression<string> },
  [at, id]: TimePosition,
): Expression<SqlBool> {
  return row.or([
    row(columns.at, '<', at),
    row.and([row(columns.at, '=', at), row(columns.id, '<', id)]),
  ])
}
