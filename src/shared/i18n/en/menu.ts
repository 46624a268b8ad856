import type { menu as source } from '../fr/menu.ts'
import type { Texts } from '../texts.ts'

export const menu: Texts<typeof source> = {
  file: 'File',
  edit: 'Edit',
  view: 'View',
  window: 'Window',
  about: 'About Atradius Services Online',
  hide: 'Hide',
  hideOthers: 'Hide others',
  showAll: 'Show all',
  quit: 'Quit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  actualSize: 'Actual size',
  fullScreen: 'Full screen',
  minimize: 'Minimise',
  close: 'Close',
}
