/** Where the keyboard leads in a grid. */

/** Row `headRow` holds the columns' names. */
export type GridPlace = { readonly row: number; readonly column: number }

export const headRow = -1

export type GridSize = {
  readonly rows: number
  readonly columns: number
  /** Whether the columns' names can be gone to. */
  readonly hasHead: boolean
}

type Pressed = { readonly key: string; readonly ctrlKey: boolean; readonly metaKey: boolean }

/**
 * The place that a key leads to; null for a key that leads nowhere.
 * @param page how many rows a page is
 */
export function placeAfter(
  { key, ctrlKey, metaKey }: Pressed,
  { row, column }: GridPlace,
  size: GridSize,
  page: () => number,
): GridPlace | null {
  const withControl = ctrlKey || metaKey
  switch (key) {
    case 'ArrowDown':
      return withControl ? null : within({ row: row + 1, column }, size)
    case 'ArrowUp':
      return withControl ? null : within({ row: row - 1, column }, size)
    case 'ArrowRight':
      return within({ row, column: column + 1 }, size)
    case 'ArrowLeft':
      return within({ row, column: column - 1 }, size)
    case 'PageDown':
      return within({ row: Math.max(row, 0) + page(), column }, size)
    case 'PageUp':
      return within({ row: Math.max(row - page(), 0), column }, size)
    case 'Home':
      return withControl ? within({ row: 0, column: 0 }, size) : { row, column: 0 }
    case 'End':
      return within({ row: withControl ? size.rows - 1 : row, column: size.columns - 1 }, size)
    default:
      return null
  }
}

/** The nearest place that the grid has. */
export function within(
  { row, column }: GridPlace,
  { rows, columns, hasHead }: GridSize,
): GridPlace {
  return {
    row: Math.min(Math.max(row, hasHead ? headRow : 0), Math.max(0, rows - 1)),
    column: Math.min(Math.max(column, 0), columns - 1),
  }
}
