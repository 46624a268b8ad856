import { useSyncExternalStore } from 'react'
import type { GridDensity } from './grid-props.ts'

/** As the style sheet has it: under this, a row has two lines. */
const narrow = matchMedia('(max-width: 47.99rem)')

/** In rem; the tokens `--row-dense` and `--row` of the design, and two lines of text. */
const heights = {
  dense: { wide: 2.25, narrow: 3.25 },
  comfortable: { wide: 2.75, narrow: 4 },
} as const satisfies Record<GridDensity, { wide: number; narrow: number }>

function subscribe(listener: () => void): () => void {
  narrow.addEventListener('change', listener)
  return () => narrow.removeEventListener('change', listener)
}

/** How tall a row is in CSS pixels, and whether it has two lines. */
export function useRowHeight(density: GridDensity) {
  const isNarrow = useSyncExternalStore(subscribe, () => narrow.matches)
  const size = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  return { rowHeight: heights[density][isNarrow ? 'narrow' : 'wide'] * size, isNarrow }
}
