/**
 * Rows of a table as one text: so they come from the thread that reads them, and so they are kept. One text is
 * handed over in no time, a thousand objects are not.
 */
import { longestCell } from '../../shared/contract/servnet/opened-tables.ts'
import { assertNever } from '../../shared/assert-never.ts'
import { emptyCell, type Cell, type Row } from '../../shared/tables/cells.ts'

export type PackedRows = { readonly text: string; readonly count: number }

/** Longer texts are cut: what no column can mean is said to be too long all the same. */
export function packRows(rows: readonly Row[]): PackedRows {
  const written = rows.map(({ place, cells }) => [place, ...cells.map(writtenCell)])
  return { text: JSON.stringify(written), count: rows.length }
}

/** What of `text` are rows. */
export function unpackRows(text: string): Row[] {
  const rows: unknown = JSON.parse(text)
  return Array.isArray(rows) ? rows.map(rowOf) : []
}

/** Texts and numbers as they are. */
type Written =
  | string
  | number
  | { readonly number: number; readonly format: string }
  | { readonly day: string }
  | { readonly other: string }

function writtenCell(cell: Cell): Written {
  switch (cell.kind) {
    case 'text':
      return cell.text.slice(0, longestCell)
    case 'number':
      return cell.format === null ? cell.value : { number: cell.value, format: cell.format }
    case 'day':
      return { day: cell.day }
    case 'other':
      return { other: cell.shown.slice(0, longestCell) }
    default:
      return assertNever(cell)
  }
}

function rowOf(kept: unknown): Row {
  const row: readonly unknown[] = Array.isArray(kept) ? kept : []
  const [place, ...cells] = row
  return { place: typeof place === 'number' ? place : 0, cells: cells.map(cellOf) }
}

function cellOf(kept: unknown): Cell {
  if (typeof kept === 'string') return kept === '' ? emptyCell : { kind: 'text', text: kept }
  if (typeof kept === 'number') return { kind: 'number', value: kept, format: null }
  if (typeof kept !== 'object' || kept === null) return emptyCell
  if ('number' in kept && 'format' in kept) return numberOf(kept.number, kept.format)
  if ('day' in kept && typeof kept.day === 'string') return { kind: 'day', day: kept.day }
  if ('other' in kept && typeof kept.other === 'string') return { kind: 'other', shown: kept.other }
  return emptyCell
}

function numberOf(value: unknown, format: unknown): Cell {
  if (typeof value !== 'number' || typeof format !== 'string') return emptyCell
  return { kind: 'number', value, format }
}
