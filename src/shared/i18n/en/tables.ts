import type { tables as source } from '../fr/tables.ts'
import type { Texts } from '../texts.ts'

export const tables: Texts<typeof source> = {
  source: {
    sheet: 'Sheet that is read',
    mixed: 'This file mixes two encodings. Check letters with accents.',
    broken: 'Quotation marks make these lines unreadable; they are left out: {{places}}.',
  },
  columns: {
    title: 'What the columns hold',
    guessed:
      'We recognised what we could. Your choices are remembered for tables with the same columns.',
    known: 'You have read a table with these columns before: your choices were taken over.',
    none: 'No column was recognised. Say what each of them holds.',
    header: 'The first row holds the titles',
    unnamed: 'Column {{number}}',
    sample: 'For example: {{sample}}',
    ignore: 'Do not read',
    policy: 'Policy of rows that name none',
    noPolicy: 'None',
  },
  questions: {
    decimalSign: 'How much is “{{sample}}”?',
    dayOrder: 'Which day is “{{sample}}”?',
    hint: 'Your answer holds for the whole table, and for later ones with the same columns.',
  },
  answers: {
    decimalSign: 'Decimals, where the table does not show them',
    comma: 'Comma: 12,50',
    point: 'Point: 12.50',
    dayOrder: 'Order of dates, where the table does not show it',
    'day-first': 'Day, then month',
    'month-first': 'Month, then day',
  },
}
