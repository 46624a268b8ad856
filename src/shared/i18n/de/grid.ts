import type { Texts } from '../texts.ts'
import type { grid as french } from '../fr/grid.ts'

export const grid: Texts<typeof french> = {
  keys: 'Pfeile, Pos1, Ende und Bildtasten zum Bewegen, Anfangsbuchstaben, um einen Namen zu finden, Eingabetaste zum Öffnen.',
  keysSelecting:
    'Pfeile, Pos1, Ende und Bildtasten zum Bewegen, Anfangsbuchstaben, um einen Namen zu finden, Eingabetaste zum Öffnen, Leertaste zum Auswählen.',
  sort: 'Nach dieser Spalte sortieren',
  ascending: 'Aufsteigend sortiert: umkehren',
  descending: 'Absteigend sortiert: umkehren',
}
