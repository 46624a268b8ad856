/** A table as a file holds it, before anybody says what its columns mean, and what reading a cell gives. */
import { assertNever } from '../assert-never.ts'

/** A cell of a spreadsheet knows what it is; all that a text file has are texts. */
export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  /** `format` is the spreadsheet's own, such as `0000000000`. */
  | { readonly kind: 'number'; readonly value: number; readonly format: string | null }
  /** ISO 8601. */
  | { readonly kind: 'day'; readonly day: string }
  /** A formula without a result, a truth value: nothing that a column could mean. */
  | { readonly kind: 'other'; readonly shown: string }

export type Row = {
  /** The line of a text file on which it begins, or the row of a sheet; the first is 1. */
  readonly place: number
  readonly cells: readonly Cell[]
}

export const emptyCell: Cell = { kind: 'text', text: '' }

/** What somebody who opens the file sees in the cell, more or less: for sentences about it. */
export function shownIn(cell: Cell): string {
  switch (cell.kind) {
    case 'text':
      return cell.text
    case 'number':
      return String(cell.value)
    case 'day':
      return cell.day
    case 'other':
      return cell.shown
    default:
      return assertNever(cell)
  }
}

/** Whether nothing stands in the cell but spaces. */
export function isBlank(cell: Cell): boolean {
  return cell.kind === 'text' && cell.text.trim() === ''
}

/** Why a cell says nothing that its column could mean; each reader puts it into its own words. */
export type CellFault =
  /** A spreadsheet took what was typed for a date, or for a number with less digits. */
  | 'made_a_day'
  | 'digits_lost'
  | 'empty_name'
  | 'name_too_long'
  | 'control_characters'
  | 'no_number'
  | 'number_too_long'
  | 'number_characters'
  | 'no_amount'
  | 'amount_signs'
  | 'no_day'
  | 'day_of_no_calendar'
  /** A bare number of a spreadsheet, where a day belongs. */
  | 'day_is_number'
  | 'no_whole_number'
  | 'country_unknown'
  | 'currency_unknown'

/** What came of reading a cell: a value, or why there is none. */
export type Reading<Value, Reason = CellFault> =
  | { readonly kind: 'read'; readonly value: Value }
  /** It can mean two things, and nothing in the file says which. */
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'wrong'; readonly reason: Reason }

/** What was read. */
export const read = <Value>(value: Value): Reading<Value, never> => ({ kind: 'read', value })
/** Why nothing was read. */
export const wrong = <Reason = CellFault>(reason: Reason): Reading<never, Reason> => ({
  kind: 'wrong',
  reason,
})
export const ambiguous: Reading<never, never> = { kind: 'ambiguous' }
