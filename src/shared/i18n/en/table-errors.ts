import type { tableErrors as french } from '../fr/table-errors.ts'
import type { Texts } from '../texts.ts'

export const tableErrors: Texts<typeof french> = {
  table_empty: {
    message: 'There is no table: nothing is written there, or all its sheets are hidden.',
    next: 'Check the file or the rows that you copied, and try again.',
  },
  table_damaged: {
    message: 'This workbook is damaged and cannot be read.',
    next: 'Open it in your spreadsheet program, save it again as XLSX or CSV, then try again.',
  },
  table_protected: {
    message: 'This workbook is protected by a password, or of an old kind (XLS).',
    next: 'Save it as XLSX, without a password, then try again.',
  },
  table_too_large: {
    message: 'This file is too large: it would take more than {{max}} MB.',
    next: 'Keep only the sheet you need, or save that as CSV, then try again.',
  },
  table_not_a_table: {
    message: 'This file is not a table.',
    next: 'Choose a CSV or XLSX file.',
  },
  table_unreadable: {
    message: 'This file could not be read on this computer.',
    next: 'Check that it is still there and that no other program holds it, then try again.',
  },
  table_too_many_rows: {
    message: 'This table has more than {{max, number}} rows: too many to send at once.',
    next: 'Divide it into several tables, and send one after the other.',
  },
  ledger_too_many_lines: {
    message: 'This ledger has more than {{max, number}} lines: too many for this computer.',
    next: 'Ask for an extract of unpaid invoices only, or of a single policy, and open that.',
  },
}
