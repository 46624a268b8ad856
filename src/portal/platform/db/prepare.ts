/**
 * Queries built and compiled once. Building one costs Kysely several times what SQLite takes to
 * answer it, and PostgreSQL parses and plans what it has no name for each time: so what every request
 * and every sign-in asks is prepared.
 */
import { hash } from 'node:crypto'
import {
  PostgresAdapter,
  sql,
  type Compilable,
  type CompiledQuery,
  type DialectAdapter,
  type Expression,
  type Kysely,
  type RawBuilder,
  type SelectQueryBuilder,
} from 'kysely'
import type { Tables } from './schema.ts'

/** As `open.ts` names it, which sends what is prepared here. */
type Db = Kysely<Tables>

type Value = string | number | bigint | null
type Values = Readonly<Record<string, Value>>

/** What stands in a query for each of its values; to be used as a value only. */
export type Slots<Of> = { readonly [Name in keyof Of]: Expression<Of[Name]> }

type Query<Row> = Compilable<Row> | RawBuilder<Row>

/**
 * Prepares the query that `build` makes: it is built once for each database, with slots, and each
 * run puts its values into them. Runs in a transaction where it is given one.
 */
export function prepare<Of extends Values, Row>(
  build: (db: Db, slots: Slots<Of>) => Query<Row>,
): (db: Db, values: Of) => Promise<Row[]> {
  const run = prepareList<Values, Of, Row>((db, _, slots) => build(db, slots))
  return (db, values) => run(db, [], values)
}

/** As `prepare`, of a query that takes a list of `Item`s besides: built once for each length. */
export function prepareList<Item extends Values, Of extends Values, Row>(
  build: (db: Db, items: readonly Slots<Item>[], slots: Slots<Of>) => Query<Row>,
): (db: Db, items: readonly Item[], values: Of) => Promise<Row[]> {
  const built = new WeakMap<DialectAdapter, Map<number, Built<Row>>>()
  return async (db, items, values) => {
    const executor = db.getExecutor()
    const { adapter } = executor
    const ofLengths = built.get(adapter) ?? new Map<number, Built<Row>>()
    built.set(adapter, ofLengths)
    let of = ofLengths.get(items.length)
    if (of === undefined) {
      const itemSlots = items.map((_, index) => slotsOf<Item>(index))
      of = readSlots(build(db, itemSlots, slotsOf<Of>(null)).compile(db))
      ofLengths.set(items.length, of)
      if (adapter instanceof PostgresAdapter) nameStatement(of.query.sql)
    }
    const { query, parameters } = of
    const filled = parameters.map((parameter) => parameter(values, items))
    const { rows } = await executor.provideConnection((connection) =>
      connection.executeQuery<Row>({ ...query, parameters: filled }),
    )
    return rows
  }
}

type Built<Row> = {
  readonly query: CompiledQuery<Row>
  readonly parameters: readonly Parameter[]
}
/** Picks what a parameter of a query is out of a run's values. */
type Parameter = (values: Values, items: readonly Values[]) => unknown

/** Stands for a value until the query is compiled. */
class Slot {
  readonly item: number | null
  readonly name: string
  constructor(item: number | null, name: string) {
    this.item = item
    this.name = name
  }
}

function slotsOf<Of>(item: number | null): Slots<Of>
function slotsOf(item: number | null): object {
  return new Proxy({}, { get: (_, name) => sql`${new Slot(item, String(name))}` })
}

function readSlots<Row>(query: CompiledQuery<Row>): Built<Row> {
  const parameters = query.parameters.map((parameter): Parameter => {
    if (!(parameter instanceof Slot)) return () => parameter
    const { item, name } = parameter
    return item === null ? (values) => values[name] : (_, items) => items[item]?.[name]
  })
  return { query, parameters }
}

const statementNames = new Map<string, string>()

const everyColumn = /(?:select|returning) \*|"\.\*/

/**
 * A statement of every column has no name: PostgreSQL refuses what it has kept of it once a later
 * version has added a column. A name says what it stands for: on a connection that a pooler shares out
 * it must be the same for every process, and another for every text.
 */
function nameStatement(text: string): void {
  if (!everyColumn.test(text)) statementNames.set(text, hash('sha256', text, 'base64url'))
}

/** The name under which a connection to PostgreSQL keeps `text`; undefined for what is not prepared. */
export function statementNameOf(text: string): string | undefined {
  return statementNames.get(text)
}

/**
 * `query`, within a transaction, and its rows for oneself until that ends. PostgreSQL is asked for
 * it; on SQLite a transaction has the whole database to itself, and there are no words for it. Either
 * writes less than a write that changes nothing.
 */
export function lockRows<Database, Table extends keyof Database, Row>(
  db: Db,
  query: SelectQueryBuilder<Database, Table, Row>,
): SelectQueryBuilder<Database, Table, Row> {
  return db.getExecutor().adapter instanceof PostgresAdapter ? query.forNoKeyUpdate() : query
}

/** `shared` by those who keep nothing from each other, only from who has it `alone`. */
export type Holding = 'shared' | 'alone'

const lockFunctions = {
  shared: 'pg_advisory_xact_lock_shared',
  alone: 'pg_advisory_xact_lock',
} as const satisfies Record<Holding, string>

/**
 * Holds what is no row and what `name` stands for, such as something that may come to be, until the
 * transaction `db` ends; waits for who holds it otherwise. On SQLite a transaction has the whole database
 * to itself. Two names that hash alike wait for each other, no more.
 */
export async function lockName(db: Db, name: string, how: Holding): Promise<void> {
  if (!(db.getExecutor().adapter instanceof PostgresAdapter)) return
  const lock = sql.raw(lockFunctions[how])
  await sql`select ${lock}(hashtextextended(${name}, 0))`.execute(db)
}
