/**
 * What facts change in the sums that figures are read from, gathered and then written as additions: two
 * who write at the same time add both.
 */
import { sql } from 'kysely'
import { monthOf } from '../../shared/credit/days.ts'
import type { Db } from '../platform/db/open.ts'
import { prepareInsert } from '../platform/db/insert-many.ts'
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
export type DayRow = SumRow & { readonly day: string }
export type MonthRow = SumRow & { readonly month: string }
export type ScopeDayRow = {
  readonly scope_id: string
  readonly day: string
  buyers: number
  latest_fact_at: number
}
export type RiseRow = {
  readonly policy_id: string
  readonly month: string
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
  readonly #days = new Map<string, DayRow>()
  readonly #scopeDays = new Map<string, ScopeDayRow>()
  /** 1 for a rise that there is from now on, -1 for one that is no more. */
  readonly #rises = new Map<string, { readonly row: RiseRow; count: number }>()

  add(scopeId: string, currency: string, day: string, column: FigureColumn, amount: bigint): void {
    const name = nameOf(scopeId, day, currency)
    let row = this.#days.get(name)
    if (row === undefined) {
      row = { scope_id: scopeId, currency, day, ...noSums() }
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
    const name = nameOf(row.policy_id, row.month, row.buyer_id, String(row.rise))
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
      days: sorted(days, ({ scope_id, day, currency }) => nameOf(scope_id, day, currency)),
      months: sorted(monthsOf(days), ({ scope_id, month, currency }) =>
        nameOf(scope_id, month, currency),
      ),
      scopeDays: sorted(factsWithScopes(scopes, facts), ({ scope_id, day }) =>
        nameOf(scope_id, day),
      ),
      rises: [...this.#rises.values()],
    }
  }

  /** Writes all that changed, within the transaction of the facts. */
  async write(db: Db, scopes: readonly Scope[]): Promise<void> {
    const { days, months, scopeDays, rises } = this.rows(scopes)
    await addDays(db, days)
    await addMonths(db, months)
    await addScopeDays(db, scopeDays)
    for (const { row, count } of rises) {
      if (count >= 0) continue
      // oxlint-disable-next-line no-await-in-loop -- one transaction, one statement at a time
      await db
        .deleteFrom('rating_rises')
        .where('policy_id', '=', row.policy_id)
        .where('month', '=', row.month)
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
function withScopes(scopes: readonly Scope[], rows: readonly DayRow[]): DayRow[] {
  const sums = new SumTable<DayRow>(({ scope_id, day, currency }) =>
    nameOf(scope_id, day, currency),
  )
  const holding = scopesByPolicy(scopes)
  for (const row of rows) {
    for (const { id } of holding.get(row.scope_id) ?? []) sums.add({ ...row, scope_id: id })
  }
  return [...rows, ...sums.rows()]
}

function monthsOf(days: readonly DayRow[]): MonthRow[] {
  const sums = new SumTable<MonthRow>(({ scope_id, month, currency }) =>
    nameOf(scope_id, month, currency),
  )
  for (const { day, ...row } of days) sums.add({ ...row, month: monthOf(day) })
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

/** Rows added up by a name. */
class SumTable<Row extends Sums> {
  readonly #rows = new Map<string, Row>()
  readonly #nameOf: (row: Row) => string

  constructor(naming: (row: Row) => string) {
    this.#nameOf = naming
  }

  add(row: Row): void {
    const name = this.#nameOf(row)
    const known: Sums | undefined = this.#rows.get(name)
    if (known === undefined) {
      this.#rows.set(name, { ...row })
      return
    }
    for (const column of figureColumns) known[column] += row[column]
  }

  rows(): Row[] {
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

const addDays = prepareInsert<DayRow>(
  'figure_days',
  ['scope_id', 'day', 'currency', ...figureColumns],
  sql`on conflict (scope_id, day, currency) do update set ${added('figure_days')}`,
)

const addMonths = prepareInsert<MonthRow>(
  'figure_months',
  ['scope_id', 'month', 'currency', ...figureColumns],
  sql`on conflict (scope_id, month, currency) do update set ${added('figure_months')}`,
)

const addScopeDays = prepareInsert<ScopeDayRow>(
  'scope_days',
  ['scope_id', 'day', 'buyers', 'latest_fact_at'],
  sql`on conflict (scope_id, day) do update set
    buyers = scope_days.buyers + excluded.buyers,
    latest_fact_at = case when excluded.latest_fact_at > scope_days.latest_fact_at
      then excluded.latest_fact_at else scope_days.latest_fact_at end`,
)

const addRises = prepareInsert<RiseRow>('rating_rises', ['policy_id', 'month', 'rise', 'buyer_id'])
