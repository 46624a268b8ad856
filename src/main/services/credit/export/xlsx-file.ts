/** Workbooks, written row by row: what is in memory does not grow with the table. */
import { writeXlsxStream } from 'hucre/xlsx'
import { assertNever } from '../../../../shared/assert-never.ts'
import { decimalsOf } from '../../../../shared/credit/parse-amount.ts'
import type { Money } from '../../../../shared/contract/common.ts'
import type { Cell, CellKind, TableFile } from './table-file.ts'

/** Spreadsheets keep binary numbers of so many digits: what has more would become another amount. */
const exactDigits = 15

const formats: Readonly<Record<CellKind, string>> = {
  // As it is, whatever it looks like: an id of digits keeps its zeros.
  text: '@',
  number: '0',
  // Of a currency: each amount's own.
  money: 'General',
  percent: '0.0%',
  day: 'yyyy-mm-dd',
}

/** The file's bytes, as they come. */
export function xlsxFile({ name, columns, parts }: TableFile): AsyncIterable<Uint8Array> {
  const defs = columns.map(({ title, kind, width }) => ({
    header: title,
    width,
    numFmt: formats[kind],
  }))

  async function* rows() {
    for await (const part of parts) {
      for (const cells of part) {
        // The writer has one format a column, and takes it as it writes a row: each amount has the
        // format of its own currency.
        cells.forEach((cell, index) => {
          const def = defs[index]
          if (def !== undefined && cell?.kind === 'money') def.numFmt = moneyFormat(cell.money)
        })
        yield cells.map(valueOf)
      }
    }
  }

  return writeXlsxStream(rows(), { name, columns: defs, freezePane: { rows: 1 } })
}

function valueOf(cell: Cell): string | number | Date | null {
  switch (cell?.kind) {
    case undefined:
      return null
    case 'text':
      return literal(cell.text.toWellFormed())
    case 'number':
      return cell.value
    case 'percent':
      return cell.value / 100
    case 'money':
      return isExact(cell.money.amount)
        ? Number(cell.money.amount)
        : `${cell.money.amount} ${cell.money.currency}`
    case 'day':
      return new Date(`${cell.day}T00:00:00Z`)
    default:
      return assertNever(cell)
  }
}

function moneyFormat({ currency }: Money): string {
  const decimals = decimalsOf(currency)
  return `#,##0${decimals === 0 ? '' : `.${'0'.repeat(decimals)}`} "${currency}"`
}

function isExact(amount: string): boolean {
  return amount.replaceAll(/\D/g, '').replace(/^0+/, '').length <= exactDigits
}

/** What spreadsheets would take for one of their escapes stays what it is. */
function literal(text: string): string {
  return text.replaceAll(/_(?=x[0-9A-F]{4}_)/gi, '_x005F_')
}
