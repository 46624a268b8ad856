/** Tables in XLSX files: the one module that knows the library behind them. */
import { unzipSync, type UnzipFileInfo } from 'fflate'
import { readXlsx, type Cell as SheetCell, type CellValue, type Sheet } from 'hucre/xlsx'
import { CommandError } from '../../platform/problem-error.ts'
import { emptyCell, isBlank, type Cell, type Row } from '../../../shared/tables/cells.ts'
import type { Table } from './csv-table.ts'

const marks = {
  /** How every ZIP file begins, which an XLSX file is. */
  zip: [0x50, 0x4b, 0x03, 0x04],
  /** How workbooks of before 2007 begin, and those of today behind a password. */
  compound: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
} as const

const beginsWith = (bytes: Uint8Array, mark: readonly number[]) =>
  mark.every((byte, at) => bytes[at] === byte)

/** Whether `bytes` are those of a spreadsheet of any kind, and not of a text. */
export function isSpreadsheet(bytes: Uint8Array): boolean {
  return beginsWith(bytes, marks.zip) || beginsWith(bytes, marks.compound)
}

/**
 * The table on the first sheet that is not hidden; its first row that is not empty is the header.
 * @throws CommandError where the file is no XLSX, damaged, protected by a password, or empty, and where
 * it would unpack to more than any portfolio
 */
export async function readXlsxTable(bytes: Uint8Array): Promise<Table> {
  if (beginsWith(bytes, marks.compound)) {
    throw new CommandError(
      'The workbook is of an old kind (XLS), or a password protects it: save it as XLSX, without a password.',
    )
  }
  const [sheet, ...others] = await sheetsIn(bytes)
  if (sheet === undefined)
    throw new CommandError('All sheets of the workbook are hidden: show one.')
  const { rows: lines, cells: details } = sheet
  const rows: Row[] = lines.flatMap((values, index) => {
    const cells = values.map((value, column) => cellOf(value, details?.get(`${index},${column}`)))
    return cells.every(isBlank) ? [] : [{ place: index + 1, cells }]
  })
  const [header, ...rest] = rows
  if (header === undefined) throw new CommandError('The first sheet holds no table: it is empty.')
  const unread = others.filter(({ rows: some }) => some.length > 0).map(({ name }) => name)
  return { placeName: 'row', header, rows: rest, broken: [], unread }
}

async function sheetsIn(bytes: Uint8Array): Promise<readonly Sheet[]> {
  try {
    assertReasonable(bytes)
    const { sheets } = await readXlsx(bytes, {
      sheets: ({ hidden, veryHidden }) => hidden !== true && veryHidden !== true,
      readStyles: true,
    })
    return sheets
  } catch (error) {
    if (error instanceof CommandError) throw error
    const why = error instanceof Error ? error.message : String(error)
    throw new CommandError(`The spreadsheet cannot be read (${why}): save it anew as XLSX.`)
  }
}

const megabyte = 1024 * 1024
/** More than a million rows take, unpacked. */
const mostUnpacked = 512 * megabyte

/**
 * Refuses what is small and would unpack to more than there is memory for. What a file claims is the most
 * that the library unpacks.
 * @throws CommandError
 */
function assertReasonable(bytes: Uint8Array): void {
  let claimed = 0
  unzipSync(bytes, {
    filter: (file) => {
      claimed += claimOf(file)
      return false
    },
  })
  if (claimed <= mostUnpacked) return
  throw new CommandError(
    `The spreadsheet would unpack to more than ${mostUnpacked / megabyte} MB: save the portfolio alone, or as CSV.`,
  )
}

/** How long nothing is, once packed. */
const packedNothing = 2

/** In bytes; what claims to be nothing and is something may be anything. */
function claimOf({ size, originalSize }: UnzipFileInfo): number {
  return originalSize === 0 && size > packedNothing ? Infinity : originalSize
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
