/** What a grid is given: columns, rows of which only some may be here, and what one can do with them. */
import type { ReactNode } from 'react'

export type SortDirection = 'ascending' | 'descending'

export type GridSort = { readonly column: string; readonly direction: SortDirection }

export type GridColumn<Row> = {
  readonly id: string
  /** Above the column, and in whatever lists the columns. */
  readonly name: string
  /** How wide it is, in rem. The first one takes what is left over, too. */
  readonly width: number
  /** Numbers stand at the end, with figures of one width. */
  readonly align?: 'start' | 'end'
  /** Few nodes: it is drawn for every row that one scrolls past. */
  readonly cell: (row: Row) => ReactNode
  /** The direction that one asks for first; left out, one cannot sort by it. */
  readonly sorts?: SortDirection
  /** In the row at the end: the sum of the column. */
  readonly sum?: ReactNode
  /**
   * Where it stands in a window with little room, where a row has two lines: at the end of the first,
   * in the second, or not at all. The first column begins the first line.
   */
  readonly narrow?: 'end' | 'second' | 'none'
  /**
   * Which columns go first where there is no room for all: the highest. Else 0, 1 and 2, as they stand in
   * a narrow window at the end, in the second line and not at all.
   */
  readonly rank?: number
}

/** The rows that are in view, or soon will be: `from` up to and without `to`. */
export type GridWindow = {
  readonly from: number
  readonly to: number
  /** The way that one scrolls. */
  readonly direction: 'up' | 'down'
}

export type GridRows<Row> = {
  readonly total: number
  /** Undefined while the row is on its way: its place is kept. */
  readonly at: (index: number) => Row | undefined
  /** Called when other rows come into view, to have them brought. */
  readonly show?: (window: GridWindow) => void
  /** Whether these are the former rows, shown until those of another order or filter are here. */
  readonly isFormer?: boolean
}

export type GridDensity = 'dense' | 'comfortable'

export type GridProps<Row> = {
  /** What the rows are, for whoever listens. */
  readonly label: string
  readonly columns: readonly GridColumn<Row>[]
  readonly rows: GridRows<Row>
  readonly keyOf: (row: Row) => string
  /** What one types ahead to come to the row. */
  readonly nameOf: (row: Row) => string
  readonly sort?: GridSort | null | undefined
  readonly onSort?: ((sort: GridSort) => void) | undefined
  /** Keys of the rows that are selected; left out, none can be. */
  readonly selected?: ReadonlySet<string> | undefined
  /** Space, or a press with Ctrl, takes a row into the selection or out of it. */
  readonly onSelect?: ((row: Row) => void) | undefined
  /** Enter, or a press; `index` is the row's place in the list. */
  readonly onOpen?: ((row: Row, index: number) => void) | undefined
  readonly density?: GridDensity | undefined
  /** False where all columns are wanted, and one scrolls sideways to those that have no room. */
  readonly fits?: boolean | undefined
  /** The row that one comes back to: in view, and with the focus. */
  readonly startAt?: number | null | undefined
  /** The first row in view at first, with the part of it that is scrolled away; else near `startAt`. */
  readonly startTop?: number | null | undefined
  /** Told the first row in view, with the part of it that is scrolled away, as the grid goes. */
  readonly onLeave?: ((top: number) => void) | undefined
  /** In place of the rows where there are none. */
  readonly empty?: ReactNode | undefined
}

/** All of the rows are here. */
export function rowsOf<Row>(rows: readonly Row[]): GridRows<Row> {
  return { total: rows.length, at: (index) => rows[index] }
}
