import type { start as source } from '../fr/start.ts'
import type { Texts } from '../texts.ts'

export const start: Texts<typeof source> = {
  title: 'Atradius Services Online no se ha podido abrir',
  switch:
    'La aplicación se ha iniciado con una opción que no acepta: {{name}}\n\nÁbrala desde el menú de su ordenador. Si este mensaje vuelve a aparecer, se ha modificado un acceso directo: avise a su departamento de informática.',
  folder:
    'La aplicación no puede escribir en su carpeta:\n{{path}}\n\nPida a su departamento de informática que compruebe que esta carpeta existe y que usted puede escribir en ella, y después vuelva a abrir la aplicación.',
  damaged:
    'Falta una parte de la aplicación o está dañada.\n\nInstale de nuevo la aplicación, o pídalo a su departamento de informática. Lo que ya había guardado se conserva.',
  unexpected:
    'Se ha producido un error inesperado.\n\nVuelva a abrir la aplicación. Si este mensaje aparece de nuevo, reinicie su ordenador y póngase en contacto con el Helpdesk. Lo que ya había guardado se conserva.',
  updateFails:
    'La versión {{version}} no se ha abierto como debía y la aplicación no ha podido volver por sí sola a la anterior.\n\nIntentará abrirse una vez más. Si no aparece nada, instale de nuevo la versión anterior o pídaselo a su departamento de informática. Lo que ya había guardado se conserva.',
}
