/**
 * Queries built and compiled once. Building one costs Kysely several times what SQLite takes to
 * answer it, so what every request and every sign-in asks is prepared.
 */
import {
  sql,
  type Compilable,
  type CompiledQuery,
  type DialectAdapter,
  type Expression,
  type RawBuilder,
} from 'kysely'
import type { Db } from './open.ts'

type Value = string | number | null
type Values = Readonly<Record<string, Value>>

/** What stands in a query for each of its values; to be used as a value only. */
export type Slots<Of> = { readonly [Name in keyof Of]: Expression<Of[Name]> }

/**
 * Prepares the query that `build` makes: it is built once for each database, with slots, and each
 * run puts its values into them. Runs in a transaction where it is given one.
 */
export function prepare<Of extends Values, Row>(
  build: (db: Db, slots: Slots<Of>) => Compilable<Row> | RawBuilder<Row>,
): (db: Db, values: Of) => Promise<Row[]> {
  const built = new WeakMap<DialectAdapter, CompiledQuery<Row>>()
  return async (db, values) => {
    const executor = db.getExecutor()
    const { adapter } = executor
    const query = built.get(adapter) ?? build(db, slotsOf<Of>()).compile(db)
    built.set(adapter, query)
    const { rows } = await executor.provideConnection((connection) =>
      connection.executeQuery<Row>({ ...query, parameters: fill(query, values) }),
    )
    return rows
  }
}

/** No constant of a query begins so. */
const mark = '\0'

function slotsOf<Of>(): Slots<Of>
function slotsOf(): object {
  return new Proxy({}, { get: (_, name) => sql`${mark + String(name)}` })
}

function fill({ parameters }: CompiledQuery, values: Values): unknown[] {
  return parameters.map((parameter) =>
    typeof parameter === 'string' && parameter.startsWith(mark)
      ? values[parameter.slice(1)]
      : parameter,
  )
}
