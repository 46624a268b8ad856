/** Tables as text that spreadsheets open, written part by part. */
import { stringify } from 'csv-stringify/sync'
import { assertNever } from '../../../../shared/assert-never.ts'
import { localeOf } from '../../../../shared/i18n/locale.ts'
import type { Language } from '../../../../shared/languages.ts'
import { listSeparatorOf, withoutFormulas } from '../../../../shared/rules/csv-format.ts'
import type { Cell, TableFile } from './table-file.ts'

/**
 * The file's texts, as they come: with the separator and the decimal sign of `language`. An amount has
 * its currency in a column beside it.
 * @param currency what that column is called, behind the amount's title
 */
export async function* csvFile(
  { columns, parts }: TableFile,
  language: Language,
  currency: string,
): AsyncIterable<string> {
  const options = {
    delimiter: listSeparatorOf(localeOf(language)),
    record_delimiter: 'windows',
  } as const
  const titles = columns.flatMap(({ title, kind }) =>
    kind === 'money' ? [title, `${title} (${currency})`] : [title],
  )
  const decimal = options.delimiter === ';' ? ',' : '.'
  // Without the mark spreadsheets take UTF-8 for an older encoding.
  yield stringify([titles], { ...options, bom: true })
  for await (const part of parts) {
    const records = part.map((cells) =>
      cells.flatMap((cell, index) => textsOf(cell, columns[index]?.kind === 'money', decimal)),
    )
    yield stringify(records, options)
  }
}

function textsOf(cell: Cell, isMoney: boolean, decimal: string): string[] {
  switch (cell?.kind) {
    case undefined:
      return isMoney ? ['', ''] : ['']
    case 'text':
      return [withoutFormulas(cell.text)]
    case 'number':
    case 'percent':
      return [String(cell.value).replace('.', decimal)]
    case 'money':
      return [cell.money.amount.replace('.', decimal), cell.money.currency]
    case 'day':
      return [cell.day]
    default:
      return assertNever(cell)
  }
}
