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

export type Table = {
  /** How its places are called. */
  readonly placeName: 'line' | 'row'
  readonly header: Row
  readonly rows: readonly Row[]
  /** Rows that nobody could take apart, with why. */
  readonly broken: readonly { readonly place: number; readonly reason: string }[]
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

/** What came of reading a cell: a value, or why there is none. */
export type Reading<Value> =
  | { readonly kind: 'read'; readonly value: Value }
  /** It can mean two things, and nothing in the file says which. */
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'wrong'; readonly reason: string }

/** What was read. */
export const read = <Value>(value: Value): Reading<Value> => ({ kind: 'read', value })
/** Why nothing was read: the end of a sentence that begins with what stands there. */
export const wrong = (reason: string): Reading<never> => ({ kind: 'wrong', reason })
export const ambiguous: Reading<never> = { kind: 'ambiguous' }
