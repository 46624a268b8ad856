import {
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type CSSProperties,
} from 'react'
import { useTranslation } from 'react-i18next'
import { trackOf, type Extent, type ListShape } from './bounded-scroll.ts'
import { fittingColumns, useRoom } from './fitting-columns.ts'
import { createGridFocus, type GridFocus } from './grid-focus.ts'
import { GridHead, GridSums } from './grid-head.tsx'
import { headRow, within, type GridPlace } from './grid-keys.ts'
import type { GridColumn, GridDensity, GridProps, GridRows } from './grid-props.ts'
import { GridRow } from './grid-row.tsx'
import { createGridScroller } from './grid-scroller.ts'
import styles from './grid.module.css'
import { useGridInput } from './use-grid-input.ts'

/**
 * A table of any number of rows, of which those in view are drawn. One goes through it by the keyboard
 * as through a spreadsheet; sorting and filtering are its owner's.
 */
export function Grid<Row>(props: GridProps<Row>) {
  const { rows, empty } = props
  if (rows.total === 0) return empty
  return <FilledGrid {...props} />
}

function FilledGrid<Row>(props: GridProps<Row>) {
  const { label, rows, selected, density = 'dense', startAt = null, fits = true } = props
  const { t } = useTranslation('grid')
  const hintId = useId()
  const { rowHeight, isNarrow } = useRowHeight(density)
  const [active, setActive] = useState<GridPlace>({ row: startAt ?? 0, column: 0 })
  const [focus] = useState(() => createGridFocus(startAt !== null))
  const { frame, setFrame, scroller, extent } = useScroller(
    { total: rows.total, rowHeight },
    props.startTop ?? Math.max(0, (startAt ?? 0) - rowsBefore),
    focus,
  )
  const room = useRoom(frame)
  const isFitted = fits && !isNarrow
  const columns = useMemo(
    () => (isFitted ? fittingColumns(props.columns, room) : props.columns),
    [isFitted, props.columns, room],
  )
  const size = { rows: rows.total, columns: columns.length, hasHead: !isNarrow }
  const place = within(active, size)
  const go = (next: GridPlace) => {
    focus.ask()
    setActive(next)
    if (next.row !== headRow) scroller.reveal(next.row)
  }
  const input = useGridInput({ ...props, columns, size, page: scroller.page, place, go })
  const lead = useMemo(() => columns.slice(0, 1), [columns])
  const isInExtent = place.row >= extent.from && place.row < extent.to
  const isDrawn = place.row === headRow || (isInExtent && !extent.isFlying)
  const isFormer = rows.isFormer === true

  useShown(rows, extent)
  useOnceNew(isFormer, () => {
    setActive({ row: 0, column: place.column })
    scroller.toStart()
  })
  useLayoutEffect(() => focus.give(frame))
  useLeaving(() => props.onLeave?.(scroller.top()))

  return (
    <div ref={setFrame} className={styles['frame']} style={tracksOf(columns, rowHeight)}>
      <p id={hintId} hidden>
        {t(selected === undefined ? 'keys' : 'keysSelecting')}
      </p>
      <table
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a grid is ARIA's own pattern of a table that one moves in
        role="grid"
        className={styles['grid']}
        aria-label={label}
        aria-describedby={hintId}
        aria-rowcount={rows.total + 1 + (hasSums(columns) ? 1 : 0)}
        aria-multiselectable={selected === undefined ? undefined : true}
        aria-busy={isFormer || undefined}
        tabIndex={isDrawn ? -1 : 0}
        data-former={isFormer || undefined}
        onFocus={({ target, currentTarget }) => {
          // Of a press the click says where to: scrolling now would move the row away from under it.
          const isPress = currentTarget.matches(':active')
          if (target === currentTarget && !isPress && !focus.isParking()) go(place)
        }}
        {...input}
      >
        <GridHead
          columns={columns}
          sort={props.sort ?? null}
          activeColumn={place.row === headRow ? place.column : -1}
        />
        <tbody
          className={styles['rows']}
          style={{ height: trackOf({ content: rows.total * rowHeight, view: 0 }) }}
        >
          {indexesOf(extent).map((index) => (
            <GridRow
              key={index}
              row={rows.at(index)}
              index={index}
              top={index * rowHeight + extent.shift}
              columns={extent.isFlying ? lead : columns}
              nameOf={props.nameOf}
              activeColumn={index === place.row ? place.column : -1}
              isSelected={isSelected(props, rows.at(index))}
            />
          ))}
        </tbody>
        <GridSums columns={columns} index={rows.total + 2} />
      </table>
    </div>
  )
}

/** So many rows are seen before the one that one comes back to. */
const rowsBefore = 3

/** The frame that scrolls, and which rows are drawn of it. */
function useScroller({ total, rowHeight }: ListShape, startTop: number, focus: GridFocus) {
  // Of state and not of a ref: whoever follows the scroller does so before it is attached.
  const [frame, setFrame] = useState<HTMLDivElement | null>(null)
  const [scroller] = useState(() =>
    createGridScroller({ total, rowHeight }, startTop, focus.beforeDraw),
  )
  const extent = useSyncExternalStore(scroller.subscribe, scroller.extent)
  useLayoutEffect(() => (frame === null ? undefined : scroller.attach(frame)), [frame, scroller])
  useLayoutEffect(() => scroller.reshape({ total, rowHeight }), [scroller, total, rowHeight])
  return { frame, setFrame, scroller, extent }
}

function indexesOf({ from, to }: Extent): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, place) => from + place)
}

function hasSums<Row>(columns: readonly GridColumn<Row>[]): boolean {
  return columns.some(({ sum }) => sum !== undefined)
}

function isSelected<Row>({ selected, keyOf }: GridProps<Row>, row: Row | undefined) {
  return selected && row !== undefined && selected.has(keyOf(row))
}

/** Read by the style sheet: the same tracks for every row, so that none measures its own. */
function tracksOf<Row>(columns: readonly GridColumn<Row>[], rowHeight: number): CSSProperties {
  const widths = columns.map(({ width }, place) =>
    place === 0 ? `minmax(${width}rem, 1fr)` : `${width}rem`,
  )
  const whole = columns.reduce((sum, { width }) => sum + width, 0)
  return Object.fromEntries([
    ['--columns', widths.join(' ')],
    ['--whole', `${whole}rem`],
    ['--row-height', `${rowHeight}px`],
  ])
}

/** Has the rows in view brought. */
function useShown<Row>({ show }: GridRows<Row>, { from, to, direction }: Extent): void {
  useEffect(() => {
    show?.({ from, to, direction })
  }, [show, from, to, direction])
}

/** Rows in another order, or others, are seen from the first one on. */
function useOnceNew(isFormer: boolean, begin: () => void): void {
  const wasFormer = useRef(isFormer)
  useLayoutEffect(() => {
    if (wasFormer.current && !isFormer) begin()
    wasFormer.current = isFormer
  })
}

function useLeaving(tell: () => void): void {
  const last = useRef(tell)
  useLayoutEffect(() => {
    last.current = tell
  })
  useLayoutEffect(() => () => last.current(), [])
}

/** As the style sheet has it: under this, a row has two lines. */
const narrow = matchMedia('(max-width: 47.99rem)')

/** In rem; the tokens `--row-dense` and `--row` of the design, and two lines of text. */
const heights = {
  dense: { wide: 2.25, narrow: 3.25 },
  comfortable: { wide: 2.75, narrow: 4 },
} as const satisfies Record<GridDensity, { wide: number; narrow: number }>

function subscribeToRoom(listener: () => void): () => void {
  narrow.addEventListener('change', listener)
  return () => narrow.removeEventListener('change', listener)
}

/** How tall a row is in CSS pixels, and whether it has two lines. */
function useRowHeight(density: GridDensity) {
  const isNarrow = useSyncExternalStore(subscribeToRoom, () => narrow.matches)
  const size = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  return { rowHeight: heights[density][isNarrow ? 'narrow' : 'wide'] * size, isNarrow }
}
