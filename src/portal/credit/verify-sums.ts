/** Compares the sums that are kept with those that the facts come to. */
import { sql } from 'kysely'
import type { Db } from '../platform/db/open.ts'
import type { FigureTableName } from './figure-periods.ts'
import type { Scope } from './scopes.ts'
import { figureColumns, type SumChanges } from './sum-changes.ts'

/** Something that is kept and is not what the facts come to. */
export type Difference = {
  /** A policy, or policies that somebody sees together. */
  readonly policies: readonly string[]
  /** Null for a sum. */
  readonly buyer: string | null
  /** The name of the column. */
  readonly figure: string
  readonly currency: string | null
  /** The day of a sum, or what it is called by of several (`2026-11-2`, `2026-11`, `2026`). */
  readonly day: string | null
  readonly kept: string
  readonly recomputed: string
}

export type Tell = (difference: Difference) => void

type Row = Readonly<Record<string, string>>

type Table = {
  readonly name: FigureTableName | 'scope_days'
  readonly period: 'period' | 'day'
  readonly columns: readonly string[]
  readonly hasCurrency: boolean
}

const sums = { period: 'period', columns: figureColumns, hasCurrency: true } as const
const scopeDayTable: Table = {
  name: 'scope_days',
  period: 'day',
  columns: ['buyers', 'latest_fact_at'],
  hasCurrency: false,
}

/** Tells what differs, sum by sum; a sum of which nothing is kept is one of zero. */
export async function compareSums(
  db: Db,
  { figures, scopeDays }: ReturnType<SumChanges['rows']>,
  scopes: readonly Scope[],
  tell: Tell,
): Promise<void> {
  const policiesOf = new Map(scopes.map(({ id, policies }) => [id, policies]))
  const compare = async (
    table: Table,
    recomputed: readonly Readonly<Record<string, unknown>>[],
  ) => {
    const kept = byName(table, await readKept(db, table))
    const should = byName(
      table,
      recomputed.map((row) =>
        Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value)])),
      ),
    )
    for (const name of new Set([...kept.keys(), ...should.keys()])) {
      const [is, ought] = [kept.get(name), should.get(name)]
      const row = is ?? ought
      if (row === undefined) continue
      const scopeId = row['scope_id'] ?? ''
      for (const column of table.columns) {
        const values = [is?.[column] ?? '0', ought?.[column] ?? '0'] as const
        if (values[0] === values[1]) continue
        tell({
          policies: policiesOf.get(scopeId) ?? [scopeId],
          buyer: null,
          figure: `${table.name}.${column}`,
          currency: row['currency'] ?? null,
          day: row[table.period] ?? null,
          kept: values[0],
          recomputed: values[1],
        })
      }
    }
  }
  for (const { table, rows } of figures) {
    // oxlint-disable-next-line no-await-in-loop -- one table after the other, each as large as memory allows
    await compare({ ...sums, name: table }, rows)
  }
  await compare(scopeDayTable, scopeDays)
}

async function readKept(db: Db, { name, period, columns, hasCurrency }: Table): Promise<Row[]> {
  const keys = ['scope_id', period, ...(hasCurrency ? ['currency'] : [])]
  const amounts = columns.map(
    (column) => sql`cast(${sql.ref(column)} as text) as ${sql.ref(column)}`,
  )
  const selected = sql.join([...keys.map((key) => sql.ref(key)), ...amounts])
  const { rows } = await sql<Row>`select ${selected} from ${sql.table(name)}`.execute(db)
  return rows
}

function byName({ period }: Table, rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(
    rows.map((row) => [JSON.stringify([row['scope_id'], row[period], row['currency'] ?? '']), row]),
  )
}
