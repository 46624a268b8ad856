import type { menu as source } from '../fr/menu.ts'
import type { Texts } from '../texts.ts'

export const menu: Texts<typeof source> = {
  file: 'Archivo',
  edit: 'Edición',
  view: 'Ver',
  window: 'Ventana',
  about: 'Acerca de Atradius Services Online',
  hide: 'Ocultar',
  hideOthers: 'Ocultar otros',
  showAll: 'Mostrar todo',
  quit: 'Salir',
  undo: 'Deshacer',
  redo: 'Rehacer',
  cut: 'Cortar',
  copy: 'Copiar',
  paste: 'Pegar',
  selectAll: 'Seleccionar todo',
  zoomIn: 'Ampliar',
  zoomOut: 'Reducir',
  actualSize: 'Tamaño real',
  fullScreen: 'Pantalla completa',
  minimize: 'Minimizar',
  close: 'Cerrar',
}
