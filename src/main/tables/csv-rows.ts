/** Tables in texts: `;`, `,` or tab between cells, quotes around those that hold any of it. */
import { Readable } from 'node:stream'
import { parse, type CsvError, type Options } from 'csv-parse'
import { parse as parseAtOnce } from 'csv-parse/sync'
import type { Row } from '../../shared/tables/cells.ts'
import { foldHeader } from '../../shared/tables/headers.ts'
import { TableError, type BrokenRow } from './table-messages.ts'

const separators = ['\t', ';', ','] as const

/** What spreadsheets write and read as a first line; it says the separator, and is no row. */
const separatorLine = /^sep=(.)(?:\n|$)/i

/** Of a text, as much as its first rows surely stand in. */
const startLength = 16_384

/** So much that somebody forgot to close a quotation mark, and not a row. */
const longestRow = 256 * 1024

const base = {
  relax_column_count: true,
  // `Tubes 5" BV`, as people type it into an unquoted cell.
  relax_quotes: true,
  skip_records_with_error: true,
} satisfies Options

/**
 * The rows of a text that are not empty; `place` is the line on which one begins.
 * @param known names of columns, as `foldHeader` makes them
 * @param onBroken told of each row that cannot be taken apart
 * @throws TableError `table_not_a_table` for what is no text
 */
export async function* csvRows(
  text: AsyncIterable<string>,
  known: ReadonlySet<string>,
  onBroken: (row: BrokenRow) => void,
): AsyncGenerator<Row> {
  const parts = withOneLineEnd(text)[Symbol.asyncIterator]()
  const start = await startOf(parts)
  if (isBinary(start)) throw new TableError('table_not_a_table')
  const told = separatorLine.exec(start)
  const delimiter = told?.[1] ?? likelySeparator(start, known)
  // Its line end stays, so that lines are counted as in the file.
  const first = told === null ? start : start.slice('sep=?'.length)
  // Where each begins: the parser is ahead of what is taken from it.
  const places: number[] = []
  let lines = 0
  const parser = Readable.from(rest(first, parts)).pipe(
    parse({
      ...base,
      delimiter,
      max_record_size: longestRow,
      on_record: (record, context) => {
        places.push(lines + 1)
        lines = context.lines
        return record
      },
      on_skip: (error) => {
        if (error === undefined) return undefined
        onBroken(brokenRowOf(error, lines + 1))
        lines = Number(error['lines'])
        return undefined
      },
    }),
  )
  const records: AsyncIterable<readonly string[]> = parser
  for await (const record of records) {
    const place = places.shift() ?? 0
    if (record.some((cell) => cell.trim() !== '')) {
      yield { place, cells: record.map((cell) => ({ kind: 'text', text: cell })) }
    }
  }
}

function brokenRowOf(error: CsvError, place: number): BrokenRow {
  const isOpen = error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE'
  return { place, reason: isOpen ? 'quote_open' : 'quote_inside' }
}

async function startOf(parts: AsyncIterator<string>): Promise<string> {
  let start = ''
  while (start.length < startLength) {
    // oxlint-disable-next-line no-await-in-loop -- one part after the other
    const next = await parts.next()
    if (next.done === true) break
    start += next.value
  }
  return start
}

async function* rest(first: string, parts: AsyncIterator<string>): AsyncGenerator<string> {
  if (first !== '') yield first
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- one part after the other
    const next = await parts.next()
    if (next.done === true) return
    yield next.value
  }
}

/** The parser would count two of another kind within quotation marks. */
async function* withOneLineEnd(text: AsyncIterable<string>): AsyncGenerator<string> {
  let held = ''
  for await (const part of text) {
    const whole = held + part
    // Perhaps the first half of a line end.
    held = whole.endsWith('\r') ? '\r' : ''
    const sure = held === '' ? whole : whole.slice(0, -1)
    if (sure !== '') yield sure.replaceAll(/\r\n?/g, '\n')
  }
  if (held !== '') yield '\n'
}

/** Pictures and documents have characters that no text has. */
function isBinary(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- those are what it is told by
  return /[\u0000-\u0008\u000e-\u001a]/.test(text) || text.startsWith('%PDF-')
}

/** That by which most columns of the first row are known; else that which makes most columns. */
function likelySeparator(start: string, known: ReadonlySet<string>): string {
  const tried = separators.map((separator) => {
    const names = firstRow(start, separator)
    const columns = names.filter((name) => known.has(foldHeader(name))).length
    return { separator, columns, width: names.length }
  })
  const best = tried.reduce((one, other) =>
    other.columns > one.columns || (other.columns === one.columns && other.width > one.width)
      ? other
      : one,
  )
  return best.separator
}

function firstRow(start: string, delimiter: string): readonly string[] {
  const rows: unknown = parseAtOnce(start, { ...base, delimiter, to: 1, skip_empty_lines: true })
  const first: unknown = Array.isArray(rows) ? rows[0] : undefined
  return Array.isArray(first) ? first.map(String) : []
}
