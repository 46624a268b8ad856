/**
 * The focus is where the keyboard is in a grid, and goes along with it. A row that is scrolled out of
 * view is no longer drawn: the grid itself has the focus for it until one comes back.
 */
import type { Extent } from './bounded-scroll.ts'

export type GridFocus = {
  /** Once it is drawn, the active cell gets the focus. */
  readonly ask: () => void
  /** Called once the grid is drawn. */
  readonly give: (scroller: HTMLElement | null) => void
  /** Called before other rows are drawn than now. */
  readonly beforeDraw: (extent: Extent) => void
  /** Whether the grid is getting the focus for a row that goes out of view. */
  readonly isParking: () => boolean
}

/** @param isWanted whether the grid takes the focus when it is first drawn */
export function createGridFocus(isWanted: boolean): GridFocus {
  let wanted = isWanted
  let parking = false
  return {
    ask: () => {
      wanted = true
    },
    give: (scroller) => {
      const cell = wanted ? scroller?.querySelector<HTMLElement>('tr [tabindex="0"]') : null
      if (!scroller || !cell) return
      wanted = false
      cell.focus({ preventScroll: true })
      scroller.scrollIntoView({ block: 'nearest' })
      showSideways(scroller, cell)
    },
    beforeDraw: ({ from, to, isFlying }) => {
      const row = document.activeElement?.closest<HTMLElement>('[data-row]')
      const index = Number(row?.dataset['row'] ?? -1)
      if (index < 0 || (index >= from && index < to && !isFlying)) return
      parking = true
      row?.closest<HTMLElement>('[role=grid]')?.focus({ preventScroll: true })
      parking = false
    },
    isParking: () => parking,
  }
}

/** As far as it must: the first column covers what is scrolled beneath it. */
function showSideways(scroller: HTMLElement, active: HTMLElement): void {
  const cell = active.closest<HTMLElement>('[data-column]')
  const lead = cell?.parentElement?.firstElementChild
  if (!cell || !(lead instanceof HTMLElement) || cell === lead) return
  const start = cell.offsetLeft - lead.offsetWidth
  const end = cell.offsetLeft + cell.offsetWidth - scroller.clientWidth
  if (scroller.scrollLeft > start) scroller.scrollLeft = start
  else if (scroller.scrollLeft < end) scroller.scrollLeft = end
}
