/**
 * Carrying what a person would miss from one store to another: from memory to the file that takes
 * its place, from a file that cannot be written to memory, from a damaged file to a new one. Lists and
 * fetched documents are not among it: the portal gives them again.
 */
import type { Opened } from './database.ts'
import type { Connection } from './library.ts'
import { inTransaction } from './migrate.ts'
import type { StoreTables } from './schema.ts'

type Carried = Exclude<keyof StoreTables, 'lists' | 'rows' | 'fetched_documents'>
type Row = Readonly<Record<string, unknown>>
export type CarriedRows = ReadonlyMap<Carried, readonly Row[]>

/** Where both have a row, which one counts; `sequence` is the receiving store's own. */
const merges: Readonly<Record<Carried, string>> = {
  documents: newer('name', 'written_at', 'content'),
  answers: newer('resource, params', 'fetched_at', 'data', 'etag'),
  outbox: 'on conflict (id) do nothing',
  batches: 'on conflict do nothing',
  batch_rows: 'on conflict do nothing',
  secrets: 'on conflict (name) do update set content = excluded.content',
  facts: 'on conflict (name) do update set value = excluded.value',
  notes: newer('buyer_id', 'written_at', 'content'),
  news: 'on conflict do nothing',
  attachments: 'on conflict do nothing',
}

function newer(key: string, time: string, ...columns: string[]): string {
  const set = [time, ...columns].map((column) => `${column} = excluded.${column}`).join(', ')
  return `on conflict (${key}) do update set ${set} where excluded.${time} >= ${time}`
}

const carried: readonly Carried[] = [
  'documents',
  'answers',
  'outbox',
  'batches',
  'batch_rows',
  'secrets',
  'facts',
  'notes',
  'news',
  'attachments',
]

/** What can be read of it: of a damaged file, what comes before the damage and what comes after. */
export function readRows(from: Connection): CarriedRows {
  return new Map(carried.map((table) => [table, rowsOf(from, table)]))
}

function rowsOf(from: Connection, table: Carried): Row[] {
  const rows = new Map<unknown, Row>()
  for (const order of ['asc', 'desc']) {
    try {
      const statement = from.prepare(`select rowid as at, * from ${table} order by rowid ${order}`)
      for (const row of statement.iterate([])) {
        if (!isRow(row)) break
        const { at, ...columns } = row
        // From the other end, it has come to where the first way ended.
        if (rows.has(at)) break
        rows.set(at, columns)
      }
      if (order === 'asc') break
    } catch {
      // Damage: the other end is tried, and then this is all there is.
    }
  }
  return [...rows.entries()].toSorted(([one], [other]) => Number(one) - Number(other)).map(rowOf)
}

const rowOf = ([, row]: readonly [unknown, Row]) => row

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null
}

/**
 * Writes `rows` into `to`, all or none.
 * @param how `replace`: they are what `to` held, as it is now; `merge`: they come to it
 * @throws what SQLite says
 */
export function writeRows(to: Connection, rows: CarriedRows, how: 'replace' | 'merge'): void {
  inTransaction(to, () => {
    for (const [table, ofTable] of rows) {
      if (how === 'replace') to.exec(`delete from ${table}`)
      for (const row of ofTable) insert(to, table, how === 'merge' ? withoutSequence(row) : row)
    }
  })
}

function withoutSequence({ sequence: _sequence, ...row }: Row): Row {
  return row
}

function insert(to: Connection, table: Carried, row: Row): void {
  const columns = Object.keys(row)
  const marks = columns.map(() => '?').join(', ')
  const sql = `insert into ${table} (${columns.join(', ')}) values (${marks}) ${merges[table]}`
  to.prepare(sql).run(Object.values(row))
}

/**
 * Goes on in `file`, with what is in `memory`, and closes that.
 * @throws what SQLite says; all is then as it was
 */
export function carryOver(memory: Opened, file: Opened): void {
  const replaces = memory.kept.kind === 'memory' && memory.kept.replaces
  writeRows(file.connection, readRows(memory.connection), replaces ? 'replace' : 'merge')
  memory.connection.close()
}
