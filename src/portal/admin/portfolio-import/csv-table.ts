/** Tables in text files: `;`, `,` or tab between cells, quotes around those that hold any of it. */
import { CsvError } from 'csv-parse'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { CommandError } from '../../platform/problem-error.ts'
import { keyOfHeader } from './columns.ts'
import type { Row } from '../../../shared/tables/cells.ts'

/** A table as a file holds it, before anybody says what its columns mean. */
export type Table = {
  /** How its places are called. */
  readonly placeName: 'line' | 'row'
  readonly header: Row
  readonly rows: readonly Row[]
  /** Rows that nobody could take apart, with why. */
  readonly broken: readonly { readonly place: number; readonly reason: string }[]
  /** Sheets of a workbook that are not read, by their names. */
  readonly unread: readonly string[]
}

const separators = [';', ',', '\t'] as const

const parsedSchema = z.array(
  z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }),
)

/** What spreadsheets write and read as a first line; it says the separator, and is no header. */
const separatorLine = /^sep=(.)(?:\n|$)/i

/**
 * The table in `text`; its first row that is not empty is the header.
 * @throws CommandError where there is none
 */
export function readCsv(text: string): Table {
  // One kind of line end, as the parser would count two of another one within quotation marks.
  const lines = text.replaceAll(/\r\n?/g, '\n')
  const told = separatorLine.exec(lines)
  // Its line end stays, so that lines are counted as in the file.
  const body = told === null ? lines : lines.slice('sep=?'.length)
  const separator = told?.[1] ?? likelySeparator(body)
  const broken: { place: number; reason: string }[] = []
  const rows: Row[] = []
  let before = 0
  for (const { record, end } of recordsOf(body, separator)) {
    if (record instanceof CsvError) broken.push({ place: before + 1, reason: reasonOf(record) })
    else if (record.some((cell) => cell.trim() !== '')) {
      rows.push({ place: before + 1, cells: record.map((cell) => ({ kind: 'text', text: cell })) })
    }
    before = end
  }
  const [header, ...rest] = rows
  if (header === undefined) throw new CommandError('The file holds no table: it is empty.')
  return { placeName: 'line', header, rows: rest, broken, unread: [] }
}

type Piece = { readonly record: readonly string[] | CsvError; readonly end: number }

/** All records in their order, each with the line it ends on; one that is broken as the error it is. */
function recordsOf(text: string, separator: string): Piece[] {
  const skipped: Piece[] = []
  const parsed: unknown = parse(text, {
    delimiter: separator,
    info: true,
    relax_column_count: true,
    // `Tubes 5" BV`, as people type it into an unquoted cell.
    relax_quotes: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      if (error !== undefined) skipped.push({ record: error, end: lineOf(error) })
      return undefined
    },
  })
  const read = parsedSchema
    .parse(parsed)
    .map(({ record, info }): Piece => ({ record, end: info.lines }))
  return [...read, ...skipped].toSorted((one, other) => one.end - other.end)
}

/** The parser's errors carry the line on which they were found. */
const lineSchema = z.object({ lines: z.number() })

function lineOf(error: CsvError): number {
  return lineSchema.parse(error).lines
}

function reasonOf({ code }: CsvError): string {
  return code === 'CSV_QUOTE_NOT_CLOSED'
    ? 'a quotation mark opens here and is never closed'
    : 'a quotation mark closes within the cell: one that belongs to the text is written twice'
}

/** That which most columns of the first line are known with. */
function likelySeparator(text: string): string {
  const known = separators.map((separator) => {
    const [first] = recordsOf(text.slice(0, firstLines), separator)
    const names = first === undefined || first.record instanceof CsvError ? [] : first.record
    const columns = names.filter((name) => keyOfHeader(name) !== null).length
    return { separator, columns }
  })
  return known.reduce((best, one) => (one.columns > best.columns ? one : best)).separator
}

/** Of a file, as much as its header surely stands in. */
const firstLines = 16_384
