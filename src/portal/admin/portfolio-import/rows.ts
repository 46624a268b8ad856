/** The rows of a portfolio as a file holds them, or what is wrong with them: all of it at once. */
import type { AlertReason } from '../../../shared/contract/credit/alerts.ts'
import { isolate } from '../../../shared/rules/isolate.ts'
import { CommandError } from '../../platform/problem-error.ts'
import { decimalSignIn } from '../../../shared/tables/amounts.ts'
import {
  amountIn,
  conditionsIn,
  countryIn,
  currencyIn,
  dayIn,
  idIn,
  initiatorIn,
  nameIn,
  reasonIn,
  wholeIn,
  type Reading,
} from './cells.ts'
import { columnKeys, keyOfHeader, type ColumnKey } from './columns.ts'
import { dayOrderIn } from '../../../shared/tables/days.ts'
import { emptyCell, isBlank, shownIn, type Cell, type Row } from '../../../shared/tables/cells.ts'
import type { Conventions } from '../../../shared/tables/values.ts'
import type { Table } from './csv-table.ts'

/** A limit of a buyer under a policy, at one point of its life. Days are ISO 8601, amounts decimals. */
export type PortfolioRow = {
  readonly place: number
  readonly policyId: string
  readonly buyerId: string | null
  readonly name: string
  readonly country: string
  readonly registrationNumber: string | null
  readonly town: string | null
  readonly rating: number | null
  readonly ratedOn: string | null
  readonly applied: string
  readonly appliedOn: string
  /** Null while nothing is decided. */
  readonly granted: string | null
  readonly decidedOn: string | null
  readonly effectiveOn: string | null
  readonly endsOn: string | null
  /** Null for the policy's. */
  readonly currency: string | null
  readonly paymentTermsDays: number | null
  readonly initiatedBy: 'customer' | 'insurer'
  readonly reason: AlertReason | null
  readonly conditions: string | null
}

/** What is wrong with a row. */
export type RowProblem = {
  readonly place: number
  /** Null where it is of the row as a whole. */
  readonly column: ColumnKey | null
  readonly reason: string
}

export type ReadRows = {
  readonly rows: readonly PortfolioRow[]
  readonly problems: readonly RowProblem[]
  /** What the file calls each column that it has. */
  readonly names: ReadonlyMap<ColumnKey, string>
  /** Columns that mean nothing here, as the file calls them. */
  readonly ignored: readonly string[]
  /** What nothing in the file tells, and a row needs. */
  readonly undecided: ReadonlySet<'dates' | 'decimals'>
}

const required = ['policy', 'name', 'country', 'applied'] as const

/** What is said of the file: now, or of one with the same columns before. */
export type Answers = { readonly told: Conventions; readonly kept: Conventions }

/**
 * Reads the rows of `table`. Of its amounts and days counts what is said now, else what the file itself
 * tells, else what was said before.
 * @throws CommandError where a column is missing, or is there twice
 */
export function readRows(table: Table, { told, kept }: Answers): ReadRows {
  const columns = columnsOf(table.header)
  const amounts = decimalSignIn(textsOf(table, columns, ['applied', 'granted']))
  const conventions = {
    decimalSign: told.decimalSign ?? amounts ?? kept.decimalSign,
    dayOrder: told.dayOrder ?? dayOrderIn(textsOf(table, columns, days)) ?? kept.dayOrder,
  }
  const problems: RowProblem[] = table.broken.map(({ place, reason }) => {
    return { place, column: null, reason: `The row cannot be taken apart: ${reason}.` }
  })
  const undecided = new Set<'dates' | 'decimals'>()
  const rows = table.rows.flatMap((row) => {
    const reader = readerOf(row, columns, problems, undecided)
    const last = row.cells.findLastIndex((cell) => !isBlank(cell))
    if (last >= table.header.cells.length) {
      problems.push({ place: row.place, column: null, reason: tooManyCells })
      return []
    }
    const read = readRow(row, reader, conventions)
    return read === null ? [] : [read]
  })
  const ignored = table.header.cells
    .map(shownIn)
    .filter((name) => name.trim() !== '' && keyOfHeader(name) === null)
  const names = new Map([...columns].map(([key, { name }]) => [key, name]))
  return { rows, problems, names, ignored, undecided }
}

const tooManyCells =
  'It has more cells than the first row has columns: a text with the separator in it needs quotation marks.'

const days = ['rated_on', 'applied_on', 'decided_on', 'effective_on', 'ends_on'] as const

/** Where each column stands, and what the file calls it. */
type Columns = ReadonlyMap<ColumnKey, { readonly at: number; readonly name: string }>

/** @throws CommandError where a column is missing, or is there twice */
function columnsOf(header: Row): Columns {
  const columns = new Map<ColumnKey, { at: number; name: string }>()
  for (const [at, cell] of header.cells.entries()) {
    const name = shownIn(cell).trim()
    const key = keyOfHeader(name)
    if (key === null) continue
    const twin = columns.get(key)
    if (twin !== undefined) {
      throw new CommandError(
        `Two columns are both ${key}: ${isolate(twin.name)} and ${isolate(name)}. Take one of them out.`,
      )
    }
    columns.set(key, { at, name })
  }
  const missing = required.filter((key) => !columns.has(key))
  if (missing.length === 0) return columns
  throw new CommandError(
    `The first row must name the columns, and has none that is called ${missing.join(', ')}. ` +
      `Known are ${columnKeys.join(', ')}, and the same in six languages.`,
  )
}

/** The texts of some columns: what a spreadsheet knows to be a number or a day needs no guessing. */
function* textsOf(table: Table, columns: Columns, keys: readonly ColumnKey[]): Iterable<string> {
  const places = keys.flatMap((key) => columns.get(key)?.at ?? [])
  for (const { cells } of table.rows) {
    for (const at of places) {
      const cell = cells[at]
      if (cell?.kind === 'text') yield cell.text
    }
  }
}

type Reader = {
  /** The value of a cell; null where it is empty, or wrong, which is noted. */
  readonly optional: <Value>(key: ColumnKey, of: (cell: Cell) => Reading<Value>) => Value | null
  /** The same, and notes where it is empty. */
  readonly needed: <Value>(key: ColumnKey, of: (cell: Cell) => Reading<Value>) => Value | null
  readonly refuse: (key: ColumnKey, reason: string) => void
  /** Whether anything of the row was refused. */
  readonly isRefused: () => boolean
}

function readerOf(
  { place, cells }: Row,
  columns: Columns,
  problems: RowProblem[],
  undecided: Set<'dates' | 'decimals'>,
): Reader {
  let refused = 0
  const cellOf = (key: ColumnKey): Cell => cells[columns.get(key)?.at ?? -1] ?? emptyCell
  const refuse = (key: ColumnKey, reason: string): void => {
    refused += 1
    problems.push({ place, column: key, reason })
  }
  const optional: Reader['optional'] = (key, of) => {
    const cell = cellOf(key)
    if (isBlank(cell)) return null
    const reading = of(cell)
    if (reading.kind === 'read') return reading.value
    const shown = JSON.stringify(isolate(shownIn(cell)))
    if (reading.kind === 'wrong') refuse(key, `${shown} ${reading.reason}.`)
    else {
      const isDay = days.some((day) => day === key)
      undecided.add(isDay ? 'dates' : 'decimals')
      refuse(key, `${shown} can be read in two ways.`)
    }
    return null
  }
  const needed: Reader['needed'] = (key, of) => {
    if (isBlank(cellOf(key))) refuse(key, 'It is empty, and must not be.')
    return optional(key, of)
  }
  return { optional, needed, refuse, isRefused: () => refused > 0 }
}

const worstRating = 100
const longestTerms = 720

function readRow(
  { place }: Row,
  { optional, needed, refuse, isRefused }: Reader,
  conventions: Conventions,
): PortfolioRow | null {
  const amount = (cell: Cell) => amountIn(cell, conventions)
  const day = (cell: Cell) => dayIn(cell, conventions)
  const policyId = needed('policy', idIn)
  const name = needed('name', nameIn)
  const country = needed('country', countryIn)
  const applied = needed('applied', amount)
  const granted = optional('granted', amount)
  const decidedOn = granted === null ? optional('decided_on', day) : needed('decided_on', day)
  const appliedOn = optional('applied_on', day) ?? decidedOn
  const row = {
    place,
    buyerId: optional('buyer_id', idIn),
    registrationNumber: optional('registration_number', idIn),
    town: optional('town', nameIn),
    rating: optional('rating', (cell) => wholeIn(cell, 1, worstRating)),
    ratedOn: optional('rated_on', day),
    granted,
    decidedOn,
    effectiveOn: optional('effective_on', day),
    endsOn: optional('ends_on', day),
    currency: optional('currency', currencyIn),
    paymentTermsDays: optional('payment_terms_days', (cell) => wholeIn(cell, 0, longestTerms)),
    initiatedBy: optional('initiated_by', initiatorIn) ?? 'customer',
    reason: optional('reason', reasonIn),
    conditions: optional('conditions', conditionsIn),
  } as const
  if (granted === null && decidedOn !== null && !isRefused()) {
    refuse('granted', 'It is empty, though the row has the day of a decision.')
  }
  if (isRefused()) return null
  if (appliedOn === null) refuse('applied_on', 'It is empty, and so is the day of the decision.')
  if (policyId === null || name === null || country === null) return null
  if (applied === null || appliedOn === null) return null
  return { ...row, policyId, name, country, applied, appliedOn }
}
