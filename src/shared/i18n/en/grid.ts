import type { Texts } from '../texts.ts'
import type { grid as french } from '../fr/grid.ts'

export const grid: Texts<typeof french> = {
  keys: 'Arrows, Home, End and Page keys to move, first letters to find a name, Enter to open.',
  keysSelecting:
    'Arrows, Home, End and Page keys to move, first letters to find a name, Enter to open, Space to select.',
  sort: 'Sort by this column',
  ascending: 'Sorted in ascending order: reverse',
  descending: 'Sorted in descending order: reverse',
}
