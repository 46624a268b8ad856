import type { Texts } from '../texts.ts'
import type { grid as french } from '../fr/grid.ts'

export const grid: Texts<typeof french> = {
  keys: 'Pijlen, Home, End en Page om te verplaatsen, beginletters om een naam te vinden, Enter om te openen.',
  keysSelecting:
    'Pijlen, Home, End en Page om te verplaatsen, beginletters om een naam te vinden, Enter om te openen, spatie om te selecteren.',
  sort: 'Op deze kolom sorteren',
  ascending: 'Oplopend gesorteerd: omkeren',
  descending: 'Aflopend gesorteerd: omkeren',
}
