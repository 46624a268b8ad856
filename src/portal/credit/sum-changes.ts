/**
 * What facts change in the sums that figures are read from, gathered and then written as additions: two
 * who write at the same time add both.
 */
import { sql } from 'kysely'
import type { Db } from '../platform/db/open.ts'
import { prepareInsert } from '../platform/db/insert-many.ts'
import { figureTables, type FigureTableName } from './figure-periods.ts'
import type { FigureColumn } from './pair-sums.ts'
import type { Scope } from './scopes.ts'

export const figureColumns = [
  'applied',
  'accepted',
  'decisions',
  'pending_applications',
  'pending',
  'cld',
  'rated_cld',
  'weighted_cld',
  'future_deductions',
  'decided_zero',
  'decided_not_covered',
  'decided_covered',
  'decided_full',
  'deductions',
  'customer_cuts',
  'ended_temporary',
] as const satisfies readonly FigureColumn[]

type Sums = Record<FigureColumn, bigint>
type SumRow = Sums & { readonly scope_id: string; readonly currency: string }
type PeriodRow = SumRow & { readonly period: string }
export type ScopeDayRow = {
  readonly scope_id: string
  readonly day: string
  buyers: number
  latest_fact_at: number
}
export type RiseRow = {
  readonly policy_id: string
  readonly span: string
  readonly rise: number
  readonly buyer_id: string
}

const noSums = (): Sums => ({
  applied: 0n,
  accepted: 0n,
  decisions: 0n,
  pending_applications: 0n,
  pending: 0n,
  cld: 0n,
  rated_cld: 0n,
  weighted_cld: 0n,
  future_deductions: 0n,
  decided_zero: 0n,
  decided_not_covered: 0n,
  decided_covered: 0n,
  decided_full: 0n,
  deductions: 0n,
  customer_cuts: 0n,
  ended_temporary: 0n,
})

const nameOf = (...parts: readonly string[]) => parts.join('\u0000')

/** Changes of sums; of scopes of several policies, only what is counted by buyers is added by itself. */
export class SumChanges {
  readonly #days = new Map<string, PeriodRow>()
  readonly #scopeDays = new Map<string, ScopeDayRow>()
  /** 1 for a rise that there is from now on, -1 for one that is no more. */
  readonly #rises = new Map<string, { readonly row: RiseRow; count: number }>()

  add(scopeId: string, currency: string, day: string, column: FigureColumn, amount: bigint): void {
    const name = nameOf(scopeId, day, currency)
    let row = this.#days.get(name)
    if (row === undefined) {
      row = { scope_id: scopeId, currency, period: day, ...noSums() }
      this.#days.set(name, row)
    }
    row[column] += amount
  }

  addBuyers(scopeId: string, day: string, count: number): void {
    this.#scopeDay(scopeId, day).buyers += count
  }

  noteFact(scopeId: string, day: string, at: number): void {
    const row = this.#scopeDay(scopeId, day)
    row.latest_fact_at = Math.max(row.latest_fact_at, at)
  }

  addRise(row: RiseRow, count: 1 | -1): void {
    const name = nameOf(row.policy_id, row.span, row.buyer_id, String(row.rise))
    const known = this.#rises.get(name)
    if (known === undefined) this.#rises.set(name, { row, count })
    else known.count += count
  }

  #scopeDay(scopeId: string, day: string): ScopeDayRow {
    const name = nameOf(scopeId, day)
    const known = this.#scopeDays.get(name)
    if (known !== undefined) return known
    const row = { scope_id: scopeId, day, buyers: 0, latest_fact_at: 0 }
    this.#scopeDays.set(name, row)
    return row
  }

  /** All that changed, the sums of `scopes` with it; each list in one order for all who write. */
  rows(scopes: readonly Scope[]) {
    const days = withScopes(scopes, [...this.#days.values()].filter(isChange))
    const facts = [...this.#scopeDays.values()]
    return {
      figures: figureTables.map(({ table, length }) => ({
        table,
        rows: sorted(byPeriods(days, length), nameOfRow),
      })),
      scopeDays: sorted(factsWithScopes(scopes, facts), ({ scope_id, day }) =>
        nameOf(scope_id, day),
      ),
      rises: [...this.#rises.values()],
    }
  }

  /** Writes all that changed, within the transaction of the facts. */
  async write(db: Db, scopes: readonly Scope[]): Promise<void> {
    const { figures, scopeDays, rises } = this.rows(scopes)
    for (const { table, rows } of figures) {
      // oxlint-disable-next-line no-await-in-loop -- one transaction, one statement at a time
      await addFigures[table](db, rows)
    }
    await addScopeDays(db, scopeDays)
    for (const { row, count } of rises) {
      if (count >= 0) continue
      // oxlint-disable-next-line no-await-in-loop -- one transaction, one statement at a time
      await db
        .deleteFrom('rating_rises')
        .where('policy_id', '=', row.policy_id)
        .where('span', '=', row.span)
        .where('rise', '=', row.rise)
        .where('buyer_id', '=', row.buyer_id)
        .execute()
    }
    await addRises(
      db,
      rises.filter(({ count }) => count > 0).map(({ row }) => row),
    )
  }
}

const isChange = (row: Sums) => figureColumns.some((column) => row[column] !== 0n)

function sorted<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Row[] {
  const keyed = rows.map((row) => [keyOf(row), row] as const)
  return keyed.toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row)
}

/** `rows` of policies, and what they add to the scopes that hold these. */
function withScopes(scopes: readonly Scope[], rows: readonly PeriodRow[]): PeriodRow[] {
  const sums = new SumTable()
  const holding = scopesByPolicy(scopes)
  for (const row of rows) {
    for (const { id } of holding.get(row.scope_id) ?? []) sums.add({ ...row, scope_id: id })
  }
  return [...rows, ...sums.rows()]
}

/** `days` added up by the periods that so much of a day's text names. */
function byPeriods(days: readonly PeriodRow[], length: number): PeriodRow[] {
  const sums = new SumTable()
  for (const row of days) sums.add({ ...row, period: row.period.slice(0, length) })
  return sums.rows()
}

function factsWithScopes(scopes: readonly Scope[], rows: readonly ScopeDayRow[]): ScopeDayRow[] {
  const merged = new Map<string, ScopeDayRow>()
  const holding = scopesByPolicy(scopes)
  const put = (row: ScopeDayRow): void => {
    const name = nameOf(row.scope_id, row.day)
    const known = merged.get(name)
    if (known === undefined) {
      merged.set(name, { ...row })
      return
    }
    known.buyers += row.buyers
    known.latest_fact_at = Math.max(known.latest_fact_at, row.latest_fact_at)
  }
  for (const row of rows) {
    put(row)
    // Buyers of a scope are counted once, whatever number of its policies they are under.
    for (const { id } of holding.get(row.scope_id) ?? []) put({ ...row, scope_id: id, buyers: 0 })
  }
  return [...merged.values()].filter((row) => row.buyers !== 0 || row.latest_fact_at !== 0)
}

function scopesByPolicy(scopes: readonly Scope[]): ReadonlyMap<string, readonly Scope[]> {
  const holding = new Map<string, Scope[]>()
  for (const scope of scopes) {
    for (const policy of scope.policies) {
      holding.set(policy, [...(holding.get(policy) ?? []), scope])
    }
  }
  return holding
}

const nameOfRow = ({ scope_id, period, currency }: PeriodRow) => nameOf(scope_id, period, currency)

/** Rows added up, by scope, period and currency. */
class SumTable {
  readonly #rows = new Map<string, PeriodRow>()

  add(row: PeriodRow): void {
    const name = nameOfRow(row)
    const known = this.#rows.get(name)
    if (known === undefined) {
      this.#rows.set(name, { ...row })
      return
    }
    for (const column of figureColumns) known[column] += row[column]
  }

  rows(): PeriodRow[] {
    return [...this.#rows.values()]
  }
}

const added = (table: string) =>
  sql.join(
    figureColumns.map(
      (column) =>
        sql`${sql.ref(column)} = ${sql.ref(`${table}.${column}`)} + ${sql.ref(`excluded.${column}`)}`,
    ),
  )

const prepareAdding = (table: FigureTableName) =>
  prepareInsert<PeriodRow>(
    table,
    ['scope_id', 'period', 'currency', ...figureColumns],
    sql`on conflict (scope_id, period, currency) do update set ${added(table)}`,
  )

const addFigures = {
  figure_days: prepareAdding('figure_days'),
  figure_tens: prepareAdding('figure_tens'),
  figure_months: prepareAdding('figure_months'),
  figure_years: prepareAdding('figure_years'),
} as const satisfies Record<FigureTableName, unknown>

const addScopeDays = prepareInsert<ScopeDayRow>(
  'scope_days',
  ['scope_id', 'day', 'buyers', 'latest_fact_at'],
  sql`on conflict (scope_id, day) do update set
    buyers = scope_days.buyers + excluded.buyers,
    latest_fact_at = case when excluded.latest_fact_at > scope_days.latest_fact_at
      then excluded.latest_fact_at else scope_days.latest_fact_at end`,
)

const addRises = prepareInsert<RiseRow>('rating_rises', ['policy_id', 'span', 'rise', 'buyer_id'])
