/** What is kept of a ledger beside its rows: where it came from, what its columns are, what was made of it. */
import { longestCell, mostTableColumns } from '../../../../shared/contract/servnet/opened-tables.ts'
import { setImmediate as breathe } from 'node:timers/promises'
import { sql } from 'kysely'
import { z } from 'zod'
import {
  ledgerFieldSchema,
  ledgerFields,
  ledgerProblemSchema,
  neededLedgerFields,
  type LedgerField,
} from '../../../../shared/contract/servnet/exposure.ts'
import {
  ageBands,
  reportingStateSchema,
} from '../../../../shared/contract/servnet/ledger-customers.ts'
import { dayOf } from '../../../../shared/credit/days.ts'
import { decimalSigns } from '../../../../shared/tables/amounts.ts'
import { isBlank, shownIn, type Cell, type Row } from '../../../../shared/tables/cells.ts'
import { dayOrders } from '../../../../shared/tables/days.ts'
import { shapeOf } from '../../../../shared/tables/headers.ts'
import { parseJson, type Db } from '../../../store/schema.ts'
import type { TableSummary } from '../../../tables/table-messages.ts'
import type { TableShape } from '../../credit/table-shapes.ts'
import { bandOfField, isAged } from './ledger-ages.ts'
import { guessLedgerColumns } from './ledger-columns.ts'

const sumSchema = z.object({ amount: z.string(), missing: z.number() })
const partSchema = sumSchema.extend({ customers: z.number() })

const sumsSchema = z.object({
  parts: z.object({
    owed: partSchema,
    covered: partSchema,
    over: partSchema,
    refused: partSchema,
    unknown: partSchema,
    noRate: partSchema,
  }),
  ages: z.record(z.enum(ageBands), sumSchema),
  reporting: z.record(reportingStateSchema, z.number()),
  toMatch: z.number(),
  converted: z.number(),
})

const headSchema = z.object({
  path: z.string(),
  openedAt: z.string(),
  sheet: z.string().nullable(),
  sheets: z.array(z.string()),
  isMixed: z.boolean(),
  broken: z.array(z.number()),
  hasHeader: z.boolean(),
  /** The texts of its first row, whatever that is. */
  header: z.array(z.string()),
  /** Of each column something that stands in it. */
  samples: z.array(z.string()),
  columns: z.array(ledgerFieldSchema.nullable()),
  isKnown: z.boolean(),
  decimalSign: z.enum(decimalSigns).nullable(),
  dayOrder: z.enum(dayOrders).nullable(),
  currency: z.string().nullable(),
  policyId: z.string().nullable(),
  /** The day on which its ages were counted, where the person has said it. */
  agedOn: z.string().nullable().default(null),
  /** Under which its rows are kept, the first one among them; and how many these are. */
  rows: z.object({ generation: z.number(), count: z.number() }),
  /** What its rows say; null while a needed column is missing. */
  accounts: z
    .object({
      generation: z.number(),
      /** Of amounts whose line says none. */
      currency: z.string(),
      questions: z.array(
        z.object({ kind: z.enum(['decimalSign', 'dayOrder']), sample: z.string() }),
      ),
      problems: z.array(ledgerProblemSchema),
      wrongLines: z.number(),
    })
    .nullable(),
  /** How its customers stand; null while something is asked. */
  standings: z
    .object({
      generation: z.number(),
      asOf: z.string(),
      currency: z.string(),
      ratesOf: z.string().nullable(),
      isWhole: z.boolean(),
      sums: sumsSchema,
    })
    .nullable(),
})
export type LedgerHead = z.infer<typeof headSchema>

/** For which tables what is answered is remembered. */
export const shapeKind = 'ledger'

/**
 * What begins with a ledger that was read.
 * @param begun its first rows
 * @param remembered what was said of tables with the same columns before
 */
export function headOf(
  about: Pick<LedgerHead, 'path' | 'openedAt' | 'rows'>,
  { sheet, sheets, encoding, broken }: TableSummary,
  begun: readonly Row[],
  remembered: TableShape | null,
): LedgerHead {
  const header = headerOf(begun)
  const width = Math.max(0, ...begun.map(({ cells }) => cells.length))
  const guessed = guessLedgerColumns(header)
  const hasHeader = remembered !== null || guessed.some((field) => field !== null)
  const columns = remembered === null ? guessed : remembered.columns.map(fieldOrNull)
  const below = hasHeader ? begun.slice(1) : begun
  return {
    ...about,
    sheet,
    sheets: [...sheets],
    isMixed: encoding === 'mixed',
    broken: broken.map(({ place }) => place),
    hasHeader,
    header,
    samples: Array.from({ length: Math.min(width, mostTableColumns) }, (_, at) =>
      sampleIn(below, at),
    ),
    columns: Array.from(
      { length: Math.min(width, mostTableColumns) },
      (_, at) => columns[at] ?? null,
    ),
    isKnown: remembered !== null,
    decimalSign: remembered?.decimalSign ?? null,
    dayOrder: remembered?.dayOrder ?? null,
    currency: null,
    policyId: null,
    agedOn: null,
    accounts: null,
    standings: null,
  }
}

function headerOf([first]: readonly Row[]): string[] {
  const cells = first?.cells.slice(0, mostTableColumns) ?? []
  return cells.map((cell) => (isBlank(cell) ? '' : shown(cell)))
}

const shown = (cell: Cell) => shownIn(cell).slice(0, longestCell)

function sampleIn(rows: readonly Row[], at: number): string {
  const cell = rows.map(({ cells }) => cells[at]).find((one) => one && !isBlank(one))
  return cell === undefined ? '' : shown(cell)
}

function fieldOrNull(field: string | null): LedgerField | null {
  return ledgerFields.find((one) => one === field) ?? null
}

/** By what a ledger is known again. */
export const shapeOfRows = (begun: readonly Row[]) => shapeOf(headerOf(begun))

/** By what this one is. */
export const shapeOfHead = ({ header }: LedgerHead) => shapeOf(header)

/** With another meaning of a column; whichever other one had that has none, but of ages there may be several. */
export function withColumn(
  columns: LedgerHead['columns'],
  at: number,
  field: LedgerField | null,
): LedgerHead['columns'] {
  return columns.map((one, index) => {
    if (index === at) return field
    return one === field && bandOfField(field) === null ? null : one
  })
}

/** The day on which its ages were counted; null where it says due dates. */
export function agedOnOf({ columns, agedOn, openedAt }: LedgerHead): string | null {
  return isAged(columns) ? (agedOn ?? dayOf(Date.parse(openedAt))) : null
}

/** Needed columns that none is said to be. */
export function missingIn({ columns }: LedgerHead): LedgerField[] {
  return neededLedgerFields.filter((field) => {
    if (field !== 'name' && isAged(columns)) return false
    // A customer is known by its number, too.
    const known: readonly LedgerField[] = field === 'name' ? ['name', 'customerNumber'] : [field]
    return !known.some((one) => columns.includes(one))
  })
}

/** Null where no ledger is kept, or none that this version can read. */
export async function readHead(db: Db): Promise<LedgerHead | null> {
  const row = await db.selectFrom('ledger').select('content').executeTakeFirst()
  const parsed = row === undefined ? null : headSchema.safeParse(parseJson(row.content))
  return parsed?.success === true ? parsed.data : null
}

/** Makes it the ledger, in place of the one before; what of that is kept nowhere else is overwritten. */
export async function writeHead(db: Db, head: LedgerHead): Promise<void> {
  await sql`pragma secure_delete = on`.execute(db)
  const content = JSON.stringify(head)
  await db
    .insertInto('ledger')
    .values({ id: 1, content })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ content }))
    .execute()
  await removeAllBut(db, head)
}

/** Removes what a former ledger, or a reading that came to nothing, has left; null for all. */
export async function removeAllBut(db: Db, head: LedgerHead | null): Promise<void> {
  await removeOthers(db, 'ledger_parts', head?.rows.generation)
  await removeOthers(db, 'ledger_accounts', head?.accounts?.generation)
  await removeOthers(db, 'ledger_customers', head?.standings?.generation)
}

/** Nothing of any ledger stays, nor what was said of its customers: not in the file, and in no journal of it. */
export async function eraseLedger(db: Db): Promise<void> {
  await sql`pragma secure_delete = on`.execute(db)
  await db.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('ledger').execute()
    await transaction.deleteFrom('ledger_matches').execute()
    await removeAllBut(transaction, null)
  })
  await sql`pragma wal_checkpoint(truncate)`.execute(db)
}

/** In portions, with main's thread free in between. */
async function removeOthers(
  db: Db,
  table: 'ledger_parts' | 'ledger_accounts' | 'ledger_customers',
  generation = 0,
): Promise<void> {
  const most = table === 'ledger_parts' ? mostParts : mostRows
  for (let removed = most; removed === most;) {
    // oxlint-disable-next-line no-await-in-loop -- as many as are removed at once
    const { numAffectedRows = 0n } = await sql`delete from ${sql.table(table)} where rowid in (
      select rowid from ${sql.table(table)} where generation <> ${generation} limit ${most}
    )`.execute(db)
    removed = Number(numAffectedRows)
    // oxlint-disable-next-line no-await-in-loop -- as above
    await breathe()
  }
}

const mostParts = 10
const mostRows = 500
