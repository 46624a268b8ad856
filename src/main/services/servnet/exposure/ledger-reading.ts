/** A ledger out of its file, and what its rows say once it is known what its columns are. */
import { failure, success, type Result } from '../../../../shared/contract/result.ts'
import { mostLedgerLines } from '../../../../shared/contract/servnet/exposure.ts'
import type { Row } from '../../../../shared/tables/cells.ts'
import { createPace } from '../../../resources/windows/pace.ts'
import type { Db } from '../../../store/schema.ts'
import type { PersonStore } from '../../../store/store.ts'
import { unpackRows, type PackedRows } from '../../../tables/packed-rows.ts'
import type { TableReader } from '../../../tables/table-reader.ts'
import type { TableShape } from '../../credit/table-shapes.ts'
import { createGathering, writeAccounts, type Account } from './ledger-accounts.ts'
import { knownHeaders } from './ledger-columns.ts'
import { agedOnOf, headOf, missingIn, shapeOfRows, type LedgerHead } from './ledger-head.ts'
import { createConventions, createLineReader, type Question } from './ledger-values.ts'

/** Where a ledger is kept: in the store of whose it is. */
export type LedgerStore = Pick<PersonStore, 'db' | 'transaction'>

/** More rows than a ledger may have: nothing further is read. */
class TooManyRows extends Error {
  override readonly name = 'TooManyRows'
}

/**
 * Keeps the rows of a file, beside those of the present ledger; a failure (`table_…`) says why there are none.
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
    return failure({ code: 'table_too_many_rows', params: { max: mostLedgerLines } })
  }
}

/** How many lines a ledger has. */
export function linesOf({ rows, hasHeader }: LedgerHead): number {
  return Math.max(0, rows.count - (hasHeader ? 1 : 0))
}

/** As many lines as are named that were left out. */
const mostProblems = 100

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
  const { columns } = head
  const { db } = person
  const pace = createPace()
  const conventions = createConventions(columns)
  for await (const rows of linesIn(db, head)) {
    conventions.look(rows)
    await pace()
  }
  const found = conventions.found()
  const read = createLineReader({
    columns,
    conventions: {
      decimalSign: head.decimalSign ?? found.decimalSign,
      dayOrder: head.dayOrder ?? found.dayOrder,
    },
    currency: head.currency ?? options.currency,
    agedOn: agedOnOf(head),
  })
  const gathering = createGathering()
  const questions = new Map<Question['kind'], Question>()
  const problems: NonNullable<LedgerHead['accounts']>['problems'] = []
  let wrongLines = 0
  for await (const rows of linesIn(db, head)) {
    for (const row of rows) {
      const line = read(row)
      if (line.kind === 'lines') line.lines.forEach(gathering.add)
      else if (line.kind === 'wrong') {
        wrongLines += 1
        if (problems.length < mostProblems) problems.push(line.problem)
      } else if (!questions.has(line.question.kind)) {
        questions.set(line.question.kind, line.question)
      }
      // oxlint-disable-next-line no-await-in-loop -- main answers the page between
      await pace()
    }
  }
  const { generation } = options
  const currency = head.currency ?? options.currency
  const all = questions.size === 0 ? await gathering.accounts() : []
  await writeAccounts(person, generation, all)
  return {
    accounts: { generation, currency, questions: [...questions.values()], problems, wrongLines },
    all,
  }
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
