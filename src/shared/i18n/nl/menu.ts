import type { menu as source } from '../fr/menu.ts'
import type { Texts } from '../texts.ts'

export const menu: Texts<typeof source> = {
  file: 'Bestand',
  edit: 'Bewerken',
  view: 'Beeld',
  window: 'Venster',
  about: 'Over Atradius Services Online',
  hide: 'Verbergen',
  hideOthers: 'Andere verbergen',
  showAll: 'Alles tonen',
  quit: 'Afsluiten',
  undo: 'Ongedaan maken',
  redo: 'Opnieuw',
  cut: 'Knippen',
  copy: 'Kopiëren',
  paste: 'Plakken',
  selectAll: 'Alles selecteren',
  zoomIn: 'Inzoomen',
  zoomOut: 'Uitzoomen',
  actualSize: 'Ware grootte',
  fullScreen: 'Volledig scherm',
  minimize: 'Minimaliseren',
  close: 'Sluiten',
}
