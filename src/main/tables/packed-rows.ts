/** The rows of a ledger as its table has them, kept in portions: they are read again without the file. */
import { longestCell } from '../../../../shared/contract/servnet/opened-tables.ts'
import { assertNever } from '../../../../shared/assert-never.ts'
import { emptyCell, type Cell, type Row } from '../../../../shared/tables/cells.ts'
import { parseJson, type Db } from '../../../store/schema.ts'

/** Keeps a portion of rows; the first of a ledger is 0. */
export async function writePart(
  db: Db,
  generation: number,
  part: number,
  rows: readonly Row[],
): Promise<void> {
  const text = JSON.stringify(rows.map(({ place, cells }) => [place, ...cells.map(written)]))
  await db.insertInto('ledger_parts').values({ generation, part, rows: text }).execute()
}

/** All portions, the first first; no more is in memory than one. */
export async function* readParts(db: Db, generation: number): AsyncGenerator<Row[]> {
  for (let part = 0; ; part += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const row = await db
      .selectFrom('ledger_parts')
      .select('rows')
      .where('generation', '=', generation)
      .where('part', '=', part)
      .executeTakeFirst()
    if (row === undefined) return
    const rows = parseJson(row.rows)
    yield Array.isArray(rows) ? rows.map(rowOf) : []
  }
}

/** A cell as it is kept: texts and numbers as they are. */
type Written = string | number | { readonly day: string } | { readonly other: string }

function written(cell: Cell): Written {
  switch (cell.kind) {
    case 'text':
      return cell.text.slice(0, longestCell)
    case 'number':
      return cell.value
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
  if ('day' in kept && typeof kept.day === 'string') return { kind: 'day', day: kept.day }
  if ('other' in kept && typeof kept.other === 'string') return { kind: 'other', shown: kept.other }
  return emptyCell
}
