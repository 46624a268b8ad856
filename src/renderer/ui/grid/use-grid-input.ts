import type { KeyboardEvent, MouseEvent } from 'react'
import { headRow, placeAfter, type GridPlace, type GridSize } from './grid-keys.ts'
import { nextSort } from './grid-head.tsx'
import type { GridProps } from './grid-props.ts'
import { rowBeginning, useTyped } from './type-ahead.ts'

type GridInputProps<Row> = Pick<
  GridProps<Row>,
  'columns' | 'rows' | 'nameOf' | 'sort' | 'onSort' | 'onOpen' | 'onSelect'
> & {
  readonly size: GridSize
  /** How many rows a page is. */
  readonly page: () => number
  readonly place: GridPlace
  readonly go: (place: GridPlace) => void
}

/** What keys and presses do in a grid. */
export function useGridInput<Row>(props: GridInputProps<Row>) {
  const {
    columns,
    rows,
    nameOf,
    sort = null,
    onSort,
    onOpen,
    onSelect,
    size,
    page,
    place,
    go,
  } = props
  const typed = useTyped()

  function open(index: number) {
    const row = rows.at(index)
    if (row !== undefined) onOpen?.(row, index)
  }
  function select(index: number) {
    const row = rows.at(index)
    if (row !== undefined) onSelect?.(row)
  }
  function typeAhead(key: string, now: number) {
    const found = rowBeginning(typed.take(key, now), place.row, rows, nameOf)
    if (found >= 0) go({ row: found, column: place.column })
  }
  /** Whether the key was for the row that the keyboard is at. */
  function doWithRow({ key, timeStamp }: KeyboardEvent): boolean {
    const isSpace = key === ' ' && !typed.isTyping(timeStamp)
    if (key === 'Enter') open(place.row)
    else if (isSpace) select(place.row)
    else if (/^.$/u.test(key)) typeAhead(key, timeStamp)
    else return false
    return true
  }

  return {
    onKeyDown(event: KeyboardEvent) {
      if (event.altKey || event.nativeEvent.isComposing) return
      const next = placeAfter(event, place, size, page)
      const withControl = event.ctrlKey || event.metaKey
      if (next !== null) {
        typed.forget()
        go(next)
      }
      // The names of the columns are buttons, which know these keys.
      else if (place.row === headRow || withControl || !doWithRow(event)) return
      event.preventDefault()
    },
    onClick({ target, ctrlKey, metaKey }: MouseEvent) {
      const at = placeOf(target)
      // Whoever marks a text with the mouse wants to copy it.
      if (at === null || getSelection()?.isCollapsed === false) return
      const column = columns[at.column]
      if (at.row !== headRow) {
        go(at)
        if (ctrlKey || metaKey) select(at.row)
        else open(at.row)
      } else if (column !== undefined) {
        const wanted = nextSort(column, sort)
        if (wanted !== null) onSort?.(wanted)
      }
    },
  }
}

function placeOf(target: EventTarget): GridPlace | null {
  if (!(target instanceof Element)) return null
  const cell = target.closest<HTMLElement>('[data-column]')
  const row = cell?.closest<HTMLElement>('[data-row]')
  if (!cell || !row) return null
  return { row: Number(row.dataset['row']), column: Number(cell.dataset['column']) }
}
