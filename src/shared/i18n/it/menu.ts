import type { menu as source } from '../fr/menu.ts'
import type { Texts } from '../texts.ts'

export const menu: Texts<typeof source> = {
  file: 'File',
  edit: 'Modifica',
  view: 'Vista',
  window: 'Finestra',
  about: 'Informazioni su Atradius Services Online',
  hide: 'Nascondi',
  hideOthers: 'Nascondi altri',
  showAll: 'Mostra tutto',
  quit: 'Esci',
  undo: 'Annulla',
  redo: 'Ripeti',
  cut: 'Taglia',
  copy: 'Copia',
  paste: 'Incolla',
  selectAll: 'Seleziona tutto',
  zoomIn: 'Ingrandisci',
  zoomOut: 'Riduci',
  actualSize: 'Dimensioni reali',
  fullScreen: 'Schermo intero',
  minimize: 'Riduci a icona',
  close: 'Chiudi',
}
