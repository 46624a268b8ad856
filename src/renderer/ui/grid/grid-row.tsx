import { useMemo } from 'react'
import type { GridColumn } from './grid-props.ts'
import styles from './grid.module.css'

type GridRowProps<Row> = {
  /** Undefined while it is on its way. */
  readonly row: Row | undefined
  readonly index: number
  /** In the scroller, in CSS pixels. */
  readonly top: number
  readonly columns: readonly GridColumn<Row>[]
  readonly nameOf: (row: Row) => string
  /** Which of its cells the keyboard is at; -1 for none. */
  readonly activeColumn: number
  /** Undefined where rows cannot be selected. */
  readonly isSelected: boolean | undefined
}

/** Drawn anew only where something of it has changed: not because others came into view. */
export function GridRow<Row>(props: GridRowProps<Row>) {
  const { row, index, top, columns, nameOf, activeColumn, isSelected } = props
  return useMemo(
    () => (
      <tr
        className={styles['row']}
        aria-rowindex={index + 2}
        aria-selected={isSelected}
        aria-busy={row === undefined || undefined}
        data-row={index}
        style={{ transform: `translateY(${top}px)` }}
      >
        {columns.map((column, place) => {
          const Cell = place === 0 ? 'th' : 'td'
          return (
            <Cell
              key={column.id}
              scope={place === 0 ? 'row' : undefined}
              className={styles['cell']}
              data-align={column.align}
              data-narrow={place === 0 ? undefined : (column.narrow ?? 'second')}
              data-column={place}
              tabIndex={place === activeColumn ? 0 : undefined}
              title={place === 0 && row !== undefined ? nameOf(row) : undefined}
            >
              {row === undefined ? null : column.cell(row)}
            </Cell>
          )
        })}
      </tr>
    ),
    [row, index, top, columns, nameOf, activeColumn, isSelected],
  )
}
