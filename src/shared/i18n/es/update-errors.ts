import type { updateErrors as source } from '../fr/update-errors.ts'
import type { Texts } from '../texts.ts'

export const updateErrors: Texts<typeof source> = {
  update_feed_unreachable: {
    message: 'El servidor de actualizaciones no responde.',
    next: 'Puede seguir trabajando: la aplicación lo volverá a intentar por sí sola dentro de unas horas.',
  },
  update_feed_refused: {
    message:
      'El anuncio de una actualización no se ha aceptado: no se puede leer o no procede de Atradius.',
    next: 'No se ha instalado nada y puede seguir trabajando. Si vuelve a ocurrir, avise a su departamento de informática.',
  },
  update_feed_outdated: {
    message:
      'El servidor de actualizaciones ofrece una versión anterior a la que ya había anunciado.',
    next: 'Se ha rechazado y puede seguir trabajando. Si vuelve a ocurrir, avise a su departamento de informática.',
  },
  update_file_refused: {
    message: 'El archivo de actualización recibido no es el que Atradius ha publicado.',
    next: 'Se ha eliminado y no se ha instalado nada. Inténtelo más tarde; si vuelve a ocurrir, avise a su departamento de informática.',
  },
  update_interrupted: {
    message: 'La descarga de la actualización se ha interrumpido.',
    next: 'Lo que ya se ha recibido se conserva: la aplicación la reanudará por sí sola, o enseguida si usted lo pide.',
  },
  update_edits_sending: {
    message: 'Se está enviando una modificación: la aplicación no se cierra ahora.',
    next: 'Espere unos segundos e inténtelo de nuevo.',
  },
  update_typed_unsaved: {
    message: 'Una página contiene datos que todavía no ha guardado.',
    next: 'Guárdelos o descártelos y vuelva a hacerlo. De todos modos, la actualización se instalará cuando salga de la aplicación.',
  },
  update_not_installed: {
    message: 'La actualización no se ha podido instalar.',
    next: 'Esta versión sigue funcionando. Cierre la aplicación y vuelva a abrirla; si vuelve a ocurrir, avise a su departamento de informática.',
  },
  update_went_back: {
    message:
      'La versión {{version}} no se abría en este ordenador: la aplicación ha vuelto a la anterior.',
    next: 'No tiene que hacer nada: esa versión no se volverá a ofrecer y sus datos están intactos. Avise al Helpdesk si la esperaba.',
  },
  store_newer: {
    message: 'Los datos de este ordenador los guardó una versión más reciente de la aplicación.',
    next: 'Permanecen intactos. Instale la última versión: hasta entonces no se guardará nada nuevo en el ordenador.',
  },
  store_not_migrated: {
    message:
      'Los datos de este ordenador no se han podido adaptar a esta versión de la aplicación.',
    next: 'Permanecen intactos y la versión anterior los abre. Póngase en contacto con el Helpdesk: hasta entonces no se guarda nada nuevo en el ordenador.',
  },
}
