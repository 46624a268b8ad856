/**
 * Rates of currencies from the files of the European Central Bank: its history, newest first, and the file
 * of one day. Columns are found by their names, as they come, go and move.
 */
import { parse } from 'csv-parse/sync'
import { Big } from 'big.js'
import { sql } from 'kysely'
import { inTransaction } from '../platform/changes/log.ts'
import type { PlatformContext } from '../platform/context.ts'
import { prepareInsert } from '../platform/db/insert-many.ts'
import type { Db } from '../platform/db/open.ts'
import { CommandError } from '../platform/problem-error.ts'
import { noteRates } from './concerned.ts'

const source = 'ECB'

export type ReadRate = {
  readonly currency: string
  readonly rate_on: string
  readonly rate: string
  readonly source: string
}

const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

/**
 * The rates in the text of a file.
 * @throws CommandError which lines cannot be read, each with its number and why
 */
export function readRatesFile(text: string): readonly ReadRate[] {
  const lines = linesOf(text)
  const [header, ...days] = lines
  const names = header?.cells.map((cell) => cell.toUpperCase()) ?? []
  const dateAt = names.indexOf('DATE')
  if (header === undefined || dateAt < 0) {
    throw new CommandError('The first line names no column Date: this is no file of rates.')
  }
  const problems = namesProblems(header.line, names, dateAt)
  const rates = days.flatMap(({ cells, line }) => {
    const on = dayIn(cells[dateAt] ?? '')
    if (on === null) {
      problems.push(`Line ${line}: “${cells[dateAt] ?? ''}” is no date.`)
      return []
    }
    if (cells.length < names.length && cells.length !== withoutTrailing(names).length) {
      problems.push(
        `Line ${line}: it has ${cells.length} columns, the first line has ${names.length}.`,
      )
      return []
    }
    return cells.flatMap((cell, index): ReadRate[] => {
      const currency = names[index] ?? ''
      if (index === dateAt || cell === '' || cell.toUpperCase() === 'N/A') return []
      const rate = rateIn(cell)
      if (rate !== null && currency !== '') return [{ currency, rate_on: on, rate, source }]
      problems.push(
        `Line ${line}: “${cell}” is no rate${currency === '' ? '' : ` of ${currency}`}.`,
      )
      return []
    })
  })
  const known = new Map<string, string>()
  for (const { currency, rate_on, rate } of rates) {
    const name = `${currency} on ${rate_on}`
    const other = known.get(name)
    if (other !== undefined && other !== rate)
      problems.push(`${name} stands there twice: ${other} and ${rate}.`)
    known.set(name, rate)
  }
  if (problems.length > 0) {
    throw new CommandError([...problems, 'Nothing was written.'].join('\n'))
  }
  return rates
}

type Line = { readonly cells: readonly string[]; readonly line: number }

/** @throws CommandError where quotes do not match */
function linesOf(text: string): readonly Line[] {
  const lines: Line[] = []
  try {
    parse(text, {
      bom: true,
      trim: true,
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (cells: readonly string[], { lines: line }) => {
        lines.push({ cells, line })
        return null
      },
    })
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new CommandError(`This is no file of rates: ${why}. Nothing was written.`)
  }
  return lines
}

function namesProblems(line: number, names: readonly string[], dateAt: number): string[] {
  return names.flatMap((name, index) => {
    if (index === dateAt || name === '' || /^[A-Z]{3}$/.test(name)) {
      return name !== '' && names.indexOf(name) !== index
        ? [`Line ${line}: ${name} is named twice.`]
        : []
    }
    return [`Line ${line}: “${name}” is no currency.`]
  })
}

/** A comma behind the last name makes one more column, of nothing. */
function withoutTrailing(names: readonly string[]): readonly string[] {
  return names.at(-1) === '' ? names.slice(0, -1) : names
}

/** `2026-11-29`, or `29 November 2026` as the file of one day has it. */
function dayIn(text: string): string | null {
  const [, written = '', name = '', year = ''] = /^(\d{1,2}) (\p{L}+) (\d{4})$/u.exec(text) ?? []
  const month = monthNames.indexOf(name.toLowerCase()) + 1
  const iso =
    month === 0 ? text : `${year}-${String(month).padStart(2, '0')}-${written.padStart(2, '0')}`
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(iso) && !Number.isNaN(Date.parse(iso))
  return isDay && new Date(iso).toISOString().startsWith(iso) ? iso : null
}

function rateIn(text: string): string | null {
  return /^\d{1,12}(\.\d{1,12})?$/.test(text) && new Big(text).gt(0) ? text : null
}

const write = prepareInsert<ReadRate>(
  'currency_rates',
  ['currency', 'rate_on', 'rate', 'source'],
  sql`on conflict (currency, rate_on) do update set rate = excluded.rate, source = excluded.source`,
)

/**
 * Writes rates, in the place of those of the same currencies and days, all or none.
 * @returns how many are other than they were
 */
export async function writeRates(db: Db, rates: readonly ReadRate[]): Promise<number> {
  return db.transaction().execute((transaction) => writeOthers(transaction, rates))
}

/**
 * As `writeRates`; where any is another than it was, whoever sees amounts is told to read them again.
 * @returns how many are
 */
export function importRates(
  context: Pick<PlatformContext, 'db' | 'now'>,
  rates: readonly ReadRate[],
): Promise<number> {
  return inTransaction(context, async (transaction) => {
    const written = await writeOthers(transaction, rates)
    if (written > 0) await noteRates(transaction, context)
    return written
  })
}

async function writeOthers(db: Db, rates: readonly ReadRate[]): Promise<number> {
  const rows = await db.selectFrom('currency_rates').selectAll().execute()
  const kept = new Map(rows.map((row) => [`${row.currency} ${row.rate_on}`, row]))
  const others = rates.filter(({ currency, rate_on, rate, source: of }) => {
    const is = kept.get(`${currency} ${rate_on}`)
    return is?.rate !== rate || is.source !== of
  })
  await write(db, others)
  return others.length
}
