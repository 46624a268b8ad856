/** A table out of a file or a text, row by row: what the reading thread does. */
import { open, readFile, stat } from 'node:fs/promises'
import type { Row } from '../../shared/tables/cells.ts'
import { csvRows } from './csv-rows.ts'
import {
  TableError,
  type BrokenRow,
  type ReadingOptions,
  type TableSource,
  type TableSummary,
} from './table-messages.ts'
import { openTextFile } from './text-file.ts'
import { isWorkbook, openWorkbook } from './xlsx-rows.ts'

/** In MB; a workbook is held in memory as a whole, a text is not. */
const largest = { workbook: 64, text: 512 } as const
const megabyte = 1024 * 1024

/** As many of the broken ones as anybody would look at. */
const mostBroken = 100

type Opened = Pick<TableSummary, 'sheet' | 'sheets' | 'encoding'> & {
  readonly rows: AsyncIterable<Row>
}

/**
 * Reads the table in `source`, and hands its rows to `take` in parts; the first row may name the columns.
 * No more is read than is taken.
 * @throws TableError where there is none
 */
export async function readTable(
  source: TableSource,
  options: ReadingOptions,
  take: (rows: readonly Row[]) => Promise<void>,
): Promise<TableSummary> {
  const broken: BrokenRow[] = []
  const { rows, ...about } = await openSource(source, options, (row) => {
    if (broken.length < mostBroken) broken.push(row)
  })
  const most = options.mostRows ?? Infinity
  let count = 0
  let part: Row[] = []
  for await (const row of rows) {
    count += 1
    if (count > most) break
    part.push(row)
    if (part.length < atOnce) continue
    await take(part)
    part = []
  }
  if (part.length > 0) await take(part)
  if (count === 0) throw new TableError('table_empty')
  return { ...about, broken, isCut: count > most }
}

const atOnce = 4_000

async function openSource(
  source: TableSource,
  { sheet, mostRows, knownHeaders }: ReadingOptions,
  onBroken: (row: BrokenRow) => void,
): Promise<Opened> {
  const known = new Set(knownHeaders)
  if (source.kind === 'text') {
    const rows = csvRows(only(source.text), known, onBroken)
    return { sheet: null, sheets: [], encoding: null, rows }
  }
  const { path } = source
  const start = await guarded(() => startOf(path))
  if (isWorkbook(start)) {
    const bytes = await guarded(() => readFile(path))
    // The first row may be names.
    return { ...(await openWorkbook(bytes, sheet, mostRows)), encoding: null }
  }
  const { encoding, text } = await guarded(() => openTextFile(path))
  return { sheet: null, sheets: [], encoding, rows: csvRows(text, known, onBroken) }
}

async function* only(text: string): AsyncGenerator<string> {
  yield text
}

async function guarded<Data>(work: () => Promise<Data>): Promise<Data> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof TableError ? error : new TableError('table_unreadable')
  }
}

/** @throws TableError for what is larger than any table */
async function startOf(path: string): Promise<Uint8Array> {
  const { size } = await stat(path)
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(8), 0, 8, 0)
    const start = buffer.subarray(0, bytesRead)
    const max = isWorkbook(start) ? largest.workbook : largest.text
    if (size > max * megabyte) throw new TableError('table_too_large', { max })
    return start
  } finally {
    await file.close()
  }
}
