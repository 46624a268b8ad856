/** Inserting many rows: in statements of a few lengths, each compiled once. */
import { sql, type RawBuilder } from 'kysely'
import type { Db } from './open.ts'
import { prepareList, type Slots } from './prepare.ts'
import type { Tables } from './schema.ts'

type Value = string | number | bigint | null
type Row = Readonly<Record<string, Value>>

/** Rows of one statement: databases take only so many values, and gain little by more. */
const batch = 64

/**
 * Prepares to insert rows into `table`.
 * @param columns the names of all that a row has
 * @param then what follows the rows, such as what is done about those that are there
 */
export function prepareInsert<Of extends Row>(
  table: keyof Tables,
  columns: readonly (keyof Of & string)[],
  then: RawBuilder<unknown> = sql``,
): (db: Db, rows: readonly Of[]) => Promise<void> {
  const names = sql.join(columns.map((column) => sql.ref(column)))
  const insert = prepareList<Of, Row, unknown>((_, items) => {
    const rows = items.map((item) => sql`(${sql.join(valuesOf(item, columns))})`)
    return sql`insert into ${sql.table(table)} (${names}) values ${sql.join(rows)} ${then}`
  })
  return async (db, rows) => {
    for (let start = 0; start < rows.length;) {
      const length = statementLength(rows.length - start)
      // oxlint-disable-next-line no-await-in-loop -- one transaction, one statement at a time
      await insert(db, rows.slice(start, start + length), {})
      start += length
    }
  }
}

function valuesOf<Of>(item: Slots<Of>, columns: readonly (keyof Of & string)[]) {
  return columns.map((column) => item[column])
}

/** The greatest power of two that is left to insert: so there are only a few statements to compile. */
function statementLength(left: number): number {
  return left >= batch ? batch : 2 ** Math.floor(Math.log2(left))
}
