/** A table on its way into a file: its columns, and what a cell can hold. */
import type { Money } from '../../../../shared/contract/common.ts'

/**
 * A cell says what it is, and the file how that is written. Null is an empty one. `percent` is of a
 * hundred, `day` an ISO date.
 */
export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'percent'; readonly value: number }
  | { readonly kind: 'money'; readonly money: Money }
  | { readonly kind: 'day'; readonly day: string }
  | null

export type CellKind = NonNullable<Cell>['kind']

export type TableColumn = {
  readonly title: string
  readonly kind: CellKind
  /** In characters, as spreadsheets reckon. */
  readonly width: number
}

export type TableFile = {
  /** Of the sheet. */
  readonly name: string
  readonly columns: readonly TableColumn[]
  /** As many at a time as are read at once; each with a cell a column. */
  readonly parts: AsyncIterable<readonly (readonly Cell[])[]>
}
