/** Tables in workbooks: with what main reads them, and what it refuses to unpack. */
// Its other entry declares a `require` of its own, and so does what main is built into: not one file may.
import { unzipSync, type UnzipFileInfo } from 'fflate/browser'
import { readXlsx, streamXlsxRows, type Cell as SheetCell, type CellValue } from 'hucre/xlsx'
import { emptyCell, isBlank, type Cell, type Row } from '../../shared/tables/cells.ts'
import { TableError } from './table-messages.ts'

const marks = {
  /** How every ZIP file begins, which an XLSX file is. */
  zip: [0x50, 0x4b, 0x03, 0x04],
  /** How workbooks of before 2007 begin, and those of today behind a password. */
  compound: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
} as const

/** Whether a file that begins so is a spreadsheet of any kind, and not a text. */
export function isWorkbook(start: Uint8Array): boolean {
  return beginsWith(start, marks.zip) || beginsWith(start, marks.compound)
}

function beginsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte)
}

export type Workbook = {
  readonly sheet: string
  readonly sheets: readonly string[]
  readonly rows: AsyncIterable<Row>
}

/**
 * @param sheet whose rows are read; null, and one that is not there, for the first
 * @param mostRows how many are wanted, with the formats of their numbers; null for all, without
 * @throws TableError `table_protected`, `table_too_large`, `table_damaged`, and `table_empty` where all its
 * sheets are hidden
 */
export async function openWorkbook(
  bytes: Uint8Array,
  sheet: string | null,
  mostRows: number | null,
): Promise<Workbook> {
  if (beginsWith(bytes, marks.compound)) throw new TableError('table_protected')
  const sheets = await guarded(() => visibleSheets(bytes))
  const [first] = sheets
  if (first === undefined) throw new TableError('table_empty')
  const chosen = sheet !== null && sheets.includes(sheet) ? sheet : first
  return { sheet: chosen, sheets, rows: rowsOf(bytes, chosen, mostRows) }
}

async function guarded<Data>(work: () => Promise<Data>): Promise<Data> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof TableError ? error : new TableError('table_damaged')
  }
}

async function visibleSheets(bytes: Uint8Array): Promise<string[]> {
  assertReasonable(bytes)
  const sheets: string[] = []
  await readXlsx(bytes, {
    sheets: ({ name, hidden, veryHidden }) => {
      if (hidden !== true && veryHidden !== true) sheets.push(name)
      return false
    },
  })
  return sheets
}

const megabyte = 1024 * 1024
/** More than a million rows take, unpacked. */
const mostUnpacked = 512

/**
 * Refuses what is small and would unpack to more than there is memory for.
 * @throws TableError
 */
function assertReasonable(bytes: Uint8Array): void {
  let claimed = 0
  unzipSync(bytes, {
    filter: (file) => {
      claimed += claimOf(file)
      return false
    },
  })
  if (claimed > mostUnpacked * megabyte) {
    throw new TableError('table_too_large', { max: mostUnpacked })
  }
}

/** How long nothing is, once packed. */
const packedNothing = 2

/** In bytes; what claims to be nothing and is something may be anything. */
function claimOf({ size, originalSize }: UnzipFileInfo): number {
  return originalSize === 0 && size > packedNothing ? Infinity : originalSize
}

async function* rowsOf(
  bytes: Uint8Array,
  sheet: string,
  mostRows: number | null,
): AsyncGenerator<Row> {
  const isShort = mostRows !== null && (await guarded(() => hasAtMost(bytes, sheet, mostRows)))
  yield* isShort ? formattedRows(bytes, sheet) : plainRows(bytes, sheet)
}

async function hasAtMost(bytes: Uint8Array, sheet: string, rows: number): Promise<boolean> {
  let count = 0
  for await (const { values } of streamXlsxRows(bytes, { sheet })) {
    if (values.some((value) => value !== null && value !== '')) count += 1
    if (count > rows) return false
  }
  return true
}

/** The library holds all of it at once for them. */
async function* formattedRows(bytes: Uint8Array, sheet: string): AsyncGenerator<Row> {
  const { sheets } = await guarded(() => readXlsx(bytes, { sheets: [sheet], readStyles: true }))
  const [read] = sheets
  if (read === undefined) throw new TableError('table_damaged')
  for (const [index, values] of read.rows.entries()) {
    const details = (column: number) => read.cells?.get(`${index},${column}`)
    const cells = values.map((value, column) => cellOf(value, details(column)))
    if (!cells.every(isBlank)) yield { place: index + 1, cells }
  }
}

async function* plainRows(bytes: Uint8Array, sheet: string): AsyncGenerator<Row> {
  try {
    for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
      const cells = values.map((value) => cellOf(value, undefined))
      if (!cells.every(isBlank)) yield { place: index + 1, cells }
    }
  } catch (error) {
    throw error instanceof TableError ? error : new TableError('table_damaged')
  }
}

function cellOf(value: CellValue, details: SheetCell | undefined): Cell {
  if (value === null) {
    const formula = details?.formula
    return formula === undefined ? emptyCell : { kind: 'other', shown: `=${formula}` }
  }
  if (details?.type === 'error') return { kind: 'other', shown: String(value) }
  if (typeof value === 'string') return { kind: 'text', text: value }
  if (typeof value === 'number') {
    return { kind: 'number', value, format: details?.style?.numFmt ?? null }
  }
  if (value instanceof Date) return { kind: 'day', day: value.toISOString().slice(0, 10) }
  return { kind: 'other', shown: value ? 'TRUE' : 'FALSE' }
}
