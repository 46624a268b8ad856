/** A ledger out of its file, and what its rows say once it is known what its columns are. */
import { failure, success, type Result } from '../../../../shared/contract/result.ts'
import { mostLedgerLines } from '../../../../shared/contract/servnet/exposure.ts'
import type { Row } from '../../../../shared/tables/cells.ts'
import type { Db } from '../../../store/schema.ts'
import type { PersonStore } from '../../../store/store.ts'
import { unpackRows, type PackedRows } from '../../../tables/packed-rows.ts'
import type { TableReader } from '../../../tables/table-reader.ts'
import type { TableShape } from '../../credit/table-shapes.ts'
import { writeAccounts, type Account } from './ledger-accounts.ts'
import { knownHeaders } from './ledger-columns.ts'
import { agedOnOf, headOf, missingIn, shapeOfRows, type LedgerHead } from './ledger-head.ts'
import { createLines, type Lines, type LinesRead, type ReadBy } from './ledger-lines.ts'

/** Where a ledger is kept: in the store of whose it is. */
export type LedgerStore = Pick<PersonStore, 'db' | 'transaction'>

/** More rows than a ledger may have: nothing further is read. */
class TooManyRows extends Error {
  override readonly name = 'TooManyRows'
}

/**
 * Keeps the rows of a file, beside those of the present ledger; a failure (`table_…`, `ledger_…`) says why there are none.
 * @param options.generation under which
 * @param options.remembered what was said of tables with such columns before
 * @throws what SQLite says
 */
export async function readLedger(
  { db }: LedgerStore,
  tables: TableReader,
  options: {
    readonly path: string
    readonly sheet: string | null
    readonly generation: number
    readonly openedAt: string
    readonly remembered: (shape: string) => Promise<TableShape | null>
  },
): Promise<Result<LedgerHead>> {
  const { path, sheet, generation, openedAt } = options
  let begun: readonly Row[] = []
  let [count, part] = [0, 0]
  async function take(rows: PackedRows): Promise<void> {
    if (part === 0) begun = unpackRows(rows.text)
    count += rows.count
    // Beside the lines, one that names the columns.
    if (count > mostLedgerLines + 1) throw new TooManyRows()
    await db.insertInto('ledger_parts').values({ generation, part, rows: rows.text }).execute()
    part += 1
  }
  const task = {
    source: { kind: 'file', path },
    options: { sheet, knownHeaders, mostRows: null },
  } as const
  try {
    const read = await tables.read(task, take)
    if (!read.ok) return read
    const remembered = await options.remembered(shapeOfRows(begun))
    const rows = { generation, count }
    const head = headOf({ path, openedAt, rows }, read.data, begun, remembered)
    return linesOf(head) === 0 ? failure({ code: 'table_empty' }) : success(head)
  } catch (error) {
    if (!(error instanceof TooManyRows)) throw error
    return failure({ code: 'ledger_too_many_lines', params: { max: mostLedgerLines } })
  }
}

/** How many lines a ledger has. */
export function linesOf({ rows, hasHeader }: LedgerHead): number {
  return Math.max(0, rows.count - (hasHeader ? 1 : 0))
}

/** What came of it, and the accounts themselves: none while something is asked. */
export type ReadLines = Pick<LedgerHead, 'accounts'> & { readonly all: readonly Account[] }

/**
 * Puts the rows of a ledger together as accounts, which are kept; null while a needed column is missing. What
 * is asked stops nothing but that.
 * @param options.currency of amounts whose line says none
 */
export async function readLines(
  person: LedgerStore,
  head: LedgerHead,
  options: { readonly generation: number; readonly currency: string },
): Promise<ReadLines> {
  if (missingIn(head).length > 0) return { accounts: null, all: [] }
  const { generation } = options
  const by = readBy(head, options.currency)
  const { questions, problems, wrongLines, accounts } = await linesRead(person.db, head, by)
  const all = questions.length === 0 ? await accounts() : []
  await writeAccounts(person, generation, all)
  const { currency } = by
  return {
    accounts: {
      generation,
      currency,
      questions: [...questions],
      problems: [...problems],
      wrongLines,
    },
    all,
  }
}

function readBy(head: LedgerHead, usual: string): ReadBy {
  const { columns, decimalSign, dayOrder, currency } = head
  return {
    columns,
    answered: { decimalSign, dayOrder },
    currency: currency ?? usual,
    agedOn: agedOnOf(head),
  }
}

/** By what the first rows tell of amounts and days; again where all of them tell another thing. */
async function linesRead(db: Db, head: LedgerHead, by: ReadBy): Promise<LinesRead> {
  const first = (await takeKept(db, head, createLines(by))).end()
  if (first.kind === 'read') return first
  const again = (await takeKept(db, head, createLines(by, first.conventions))).end()
  if (again.kind === 'again') throw new Error('what is known has changed while it was read')
  return again
}

async function takeKept(db: Db, head: LedgerHead, lines: Lines): Promise<Lines> {
  for await (const rows of linesIn(db, head)) await lines.take(rows)
  return lines
}

/** The lines in portions, the first first; no more is in memory than one. */
async function* linesIn(db: Db, { rows, hasHeader }: LedgerHead): AsyncGenerator<Row[]> {
  const { generation } = rows
  for (let part = 0; ; part += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const kept = await db
      .selectFrom('ledger_parts')
      .select('rows')
      .where('generation', '=', generation)
      .where('part', '=', part)
      .executeTakeFirst()
    if (kept === undefined) return
    const all = unpackRows(kept.rows)
    yield part === 0 && hasHeader ? all.slice(1) : all
  }
}
