import type { updates as source } from '../fr/updates.ts'
import type { Texts } from '../texts.ts'

export const updates: Texts<typeof source> = {
  title: 'Actualizaciones',
  off: {
    policy: 'Su departamento de informática ha desactivado las actualizaciones.',
    development: 'Esta versión de desarrollo no se actualiza.',
    noFeed:
      'Esta instalación no busca actualizaciones: pida las nuevas versiones a su departamento de informática.',
    unverifiable:
      'Esta instalación no puede comprobar quién publica una actualización, así que no instala ninguna. Pida a su departamento de informática que reinstale la aplicación.',
  },
  managed: 'Su administrador actualiza esta aplicación: no tiene que hacer nada.',
  upToDate: 'La aplicación está actualizada.',
  notChecked: 'La aplicación busca por sí sola las nuevas versiones.',
  checkedAt: {
    today: 'Comprobado hoy a las {{time}}',
    yesterday: 'Comprobado ayer a las {{time}}',
    earlier: 'Comprobado el {{date}}',
  },
  checking: 'Buscando una nueva versión…',
  available: 'La versión {{version}} está disponible.',
  downloading: 'Descargando la versión {{version}}',
  ready: 'La versión {{version}} está lista.',
  readyNext: 'Reinicie ahora o siga trabajando: se instalará cuando salga de la aplicación.',
  installing: 'La aplicación se cierra y se abrirá en la versión {{version}}.',
  whatIsNew: 'Novedades',
  actions: {
    check: 'Buscar ahora',
    download: 'Descargar',
    install: 'Reiniciar ahora',
    retry: 'Reintentar',
  },
}
