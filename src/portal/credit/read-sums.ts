/**
 * The sums that figures are made of, read by the longest periods that a range of days consists of: how many
 * rows that takes depends on the days, not on the buyers. Sums leave the database as text.
 */
import { sql } from 'kysely'
import { addMonths } from '../../shared/credit/days.ts'
import type { FigureColumns } from '../platform/db/credit-schema.ts'
import type { Db } from '../platform/db/open.ts'
import { prepareList, type Slots } from '../platform/db/prepare.ts'
import { periodsOf, periodsUntil, type Periods } from './figure-periods.ts'

/** Sums in minor units, by currency. */
export type Amounts = ReadonlyMap<string, bigint>
/** Those of a column that was asked for. */
export type Sums<Column extends keyof FigureColumns> = (column: Column) => Amounts

type Days = { readonly from: string; readonly to: string }
type Scope = { readonly id: string }
type Row = Readonly<Record<string, string>>

/** A query of the sums of `columns` over `periods`, of which only the tables count here, by `keys`. */
function prepareSums(
  columns: readonly string[],
  keys: readonly ('scope_id' | 'currency')[],
  periods: Periods,
) {
  const groups = sql.join(keys.map((key) => sql.ref(key)))
  const names = sql.join([...keys, ...columns].map((name) => sql.ref(name)))
  const sums = sumsOf(columns)
  return prepareList<Scope, Bounds, Row>((_, scopes, of) => {
    const ids = idsOf(scopes)
    const parts = periods.map(
      ({ table }, index) => sql`select ${names} from ${sql.table(table)}
        where scope_id in (${ids})
          and period > ${of[aboveOf(index)]} and period < ${of[belowOf(index)]}`,
    )
    return sql<Row>`select ${groups}, ${sums}
      from (${sql.join(parts, sql` union all `)}) as parts group by ${groups}`
  })
}

/** Between what the periods of each part are. */
type Bounds = Readonly<Record<string, string>>

const aboveOf = (index: number) => `above${index}`
const belowOf = (index: number) => `below${index}`

function boundsOf(periods: Periods): Bounds {
  return Object.fromEntries(
    periods.flatMap(({ above, below }, index) => [
      [aboveOf(index), above],
      [belowOf(index), below],
    ]),
  )
}

const idsOf = (scopes: readonly Slots<Scope>[]) => sql.join(scopes.map(({ id }) => id))

const sumsOf = (columns: readonly string[]) =>
  sql.join(
    columns.map((column) => sql`cast(sum(${sql.ref(column)}) as text) as ${sql.ref(column)}`),
  )

/** Any days: they make no difference to which tables are read. */
const anyDay = '2000-01-01'

/** Reads what changed in `columns` of all scopes together, over a range of days. */
export function createReadChanges<Column extends keyof FigureColumns>(columns: readonly Column[]) {
  const query = prepareSums(columns, ['currency'], periodsOf({ from: anyDay, to: anyDay }))
  return async (db: Db, scopes: readonly string[], days: Days): Promise<Sums<Column>> => {
    if (scopes.length === 0) return toSums([])
    return toSums(await query(db, scopes.map(itemOf), boundsOf(periodsOf(days))))
  }
}

/** Reads how `columns` of all scopes together stand at the end of a day. */
export function createReadLevels<Column extends keyof FigureColumns>(columns: readonly Column[]) {
  const query = prepareSums(columns, ['currency'], periodsUntil(anyDay))
  return async (db: Db, scopes: readonly string[], day: string): Promise<Sums<Column>> => {
    if (scopes.length === 0) return toSums([])
    return toSums(await query(db, scopes.map(itemOf), boundsOf(periodsUntil(day))))
  }
}

/** As `createReadLevels`, of each scope by itself; one of which nothing is kept is left out. */
export function createReadLevelsByScope<Column extends keyof FigureColumns>(
  columns: readonly Column[],
) {
  const query = prepareSums(columns, ['scope_id', 'currency'], periodsUntil(anyDay))
  return async (
    db: Db,
    scopes: readonly string[],
    day: string,
  ): Promise<ReadonlyMap<string, Sums<Column>>> => {
    if (scopes.length === 0) return new Map()
    const rows = await query(db, scopes.map(itemOf), boundsOf(periodsUntil(day)))
    const byScope = Map.groupBy(rows, ({ scope_id: id = '' }) => id)
    return new Map(Array.from(byScope, ([id, ofScope]) => [id, toSums(ofScope)]))
  }
}

const itemOf = (id: string): Scope => ({ id })

function toSums<Column extends keyof FigureColumns>(rows: readonly Row[]): Sums<Column> {
  return (column) =>
    new Map(rows.map(({ currency = '', ...row }) => [currency, BigInt(row[column] ?? 0)]))
}

export type MonthEnd = { readonly applied: Amounts; readonly accepted: Amounts }

type Months = { readonly first: string; readonly last: string }

const findMonthly = prepareList<Scope, Months, Row>((_, scopes, { first, last }) => {
  const bucket = sql`case when period < ${first} then '' else period end`
  return sql<Row>`select bucket, currency, ${sumsOf(['applied', 'accepted'])} from (
    select ${bucket} as bucket, currency, applied, accepted from figure_months
      where scope_id in (${idsOf(scopes)}) and period <= ${last}
  ) as parts group by bucket, currency`
})

/**
 * What was applied for and accepted, of latest decisions, as at the end of each of the months from `first`
 * to `last`.
 */
export async function readMonthEnds(
  db: Db,
  scopes: readonly string[],
  { first, last }: Months,
): Promise<ReadonlyMap<string, MonthEnd>> {
  const rows = scopes.length === 0 ? [] : await findMonthly(db, scopes.map(itemOf), { first, last })
  const ends = new Map<string, MonthEnd>()
  const applied = new Map<string, bigint>()
  const accepted = new Map<string, bigint>()
  const addMonth = (bucket: string): void => {
    for (const row of rows) {
      if (row['bucket'] !== bucket) continue
      const currency = row['currency'] ?? ''
      applied.set(currency, (applied.get(currency) ?? 0n) + BigInt(row['applied'] ?? 0))
      accepted.set(currency, (accepted.get(currency) ?? 0n) + BigInt(row['accepted'] ?? 0))
    }
  }
  addMonth('')
  for (let month = first; month <= last; month = addMonths(month, 1)) {
    addMonth(month)
    ends.set(month, { applied: new Map(applied), accepted: new Map(accepted) })
  }
  return ends
}

const findCounts = prepareList<Scope, { to: string }, { buyers: string; latest: string }>(
  (_, scopes, { to }) =>
    sql`select cast(coalesce(sum(buyers), 0) as text) as buyers,
      cast(coalesce(max(latest_fact_at), 0) as text) as latest
      from scope_days where scope_id in (${idsOf(scopes)}) and day <= ${to}`,
)

/**
 * How many buyers have a limit in force at the end of `to`, one under several scopes as often; and the
 * time of the latest fact by then, null where there is none.
 */
export async function readCounts(
  db: Db,
  scopes: readonly string[],
  to: string,
): Promise<{ readonly buyers: number; readonly latestFactAt: number | null }> {
  const [row] = scopes.length === 0 ? [] : await findCounts(db, scopes.map(itemOf), { to })
  const latest = Number(row?.latest ?? 0)
  return { buyers: Number(row?.buyers ?? 0), latestFactAt: latest === 0 ? null : latest }
}
