import type { storeErrors as source } from '../fr/store-errors.ts'
import type { Texts } from '../texts.ts'

export const storeErrors: Texts<typeof source> = {
  disk_full: {
    message: 'El disco de este ordenador está lleno.',
    next: 'Libere espacio e inténtelo de nuevo. Hasta entonces no se guarda nada en el ordenador.',
  },
  storage_failed: {
    message: 'Los datos no se han podido guardar en este ordenador.',
    next: 'Inténtelo de nuevo. Si continúa, pida a su departamento de informática que revise los permisos de su carpeta.',
  },
  edits_waiting: {
    message: 'Hay cambios que aún no han llegado a Atradius: {{count}}. Se perderían.',
    next: 'Espere a que se envíen, guárdelos en un archivo, o cierre la sesión y descártelos.',
  },
  store_damaged: {
    message: 'Algunos datos guardados en este ordenador estaban dañados.',
    next: 'Se han apartado y se ha recuperado lo que aún podía leerse. Compruebe lo que todavía no había guardado.',
  },
  store_key_missing: {
    message:
      'Algunos datos de este ordenador ya no se pueden abrir: su clave ya no está en el llavero.',
    next: 'Sus datos se volverán a cargar desde el servicio. Deberá repetir lo que aún no se había enviado.',
    next_one:
      'Sus datos se volverán a cargar desde el servicio. Un cambio no se había enviado: deberá repetirlo.',
    next_other:
      'Sus datos se volverán a cargar desde el servicio. {{count}} cambios no se habían enviado: deberá repetirlos.',
  },
  store_unavailable: {
    message: 'Falta una parte de la aplicación: no se puede guardar nada en este ordenador.',
    next: 'Puede trabajar mientras esté conectado. Reinstale la aplicación o pídaselo a su departamento de informática.',
  },
}
