/** Tables in XLSX files: the one module that knows the library behind them. */
import { readXlsx, type Cell as SheetCell, type CellValue } from 'hucre/xlsx'
import { CommandError } from '../../platform/problem-error.ts'
import { emptyCell, isBlank, type Cell, type Row, type Table } from './table.ts'

/** How every ZIP file begins, which an XLSX file is. */
const zipMark = [0x50, 0x4b, 0x03, 0x04]

/** Whether `bytes` are those of a spreadsheet and not of a text. */
export function isXlsx(bytes: Uint8Array): boolean {
  return zipMark.every((byte, at) => bytes[at] === byte)
}

/**
 * The table on the first sheet that is not hidden; its first row that is not empty is the header.
 * @throws CommandError where the file is damaged, protected by a password, or empty
 */
export async function readXlsxTable(bytes: Uint8Array): Promise<Table> {
  const sheet = await firstSheet(bytes)
  const rows: Row[] = (sheet?.rows ?? []).flatMap((values, index) => {
    const cells = values.map((value, column) => {
      return cellOf(value, sheet?.cells?.get(`${index},${column}`))
    })
    return cells.every(isBlank) ? [] : [{ place: index + 1, cells }]
  })
  const [header, ...rest] = rows
  if (header === undefined) throw new CommandError('The first sheet holds no table: it is empty.')
  return { placeName: 'row', header, rows: rest, broken: [] }
}

async function firstSheet(bytes: Uint8Array) {
  try {
    const { sheets } = await readXlsx(bytes, {
      sheets: ({ hidden, veryHidden }) => hidden !== true && veryHidden !== true,
      readStyles: true,
    })
    return sheets[0]
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new CommandError(`The spreadsheet cannot be read (${why}): save it anew as XLSX.`)
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
