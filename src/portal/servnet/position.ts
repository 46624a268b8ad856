/** Where a row stands in Serv@Net's lists, which are ordered by a time and then by id, newest first. */
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import { z } from 'zod'
import { idSchema } from '../../shared/contract/common.ts'

/** The time, in milliseconds, and the id. */
export const positionSchema = z.tuple([z.int().nonnegative(), idSchema])
type Position = z.infer<typeof positionSchema>

/**
 * What is listed behind `position`.
 * @param columns those that the list is ordered by
 */
export function isBehind<Database, Table extends keyof Database>(
  row: ExpressionBuilder<Database, Table>,
  columns: { readonly at: Expression<number>; readonly id: Expression<string> },
  [at, id]: Position,
): Expression<SqlBool> {
  return row.or([
    row(columns.at, '<', at),
    row.and([row(columns.at, '=', at), row(columns.id, '<', id)]),
  ])
}
