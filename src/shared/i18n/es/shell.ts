import type { shell as source } from '../fr/shell.ts'
import type { Texts } from '../texts.ts'

export const shell: Texts<typeof source> = {
  menu: {
    label: 'Menú principal',
    open: 'Menú',
    signOut: 'Cerrar sesión',
    signingOut: 'Cerrando la sesión…',
  },
  skipToContent: 'Ir al contenido',
  home: 'Volver al inicio',
  coming: 'próximamente',
  account: {
    label: 'Su cuenta:',
    profile: 'Perfil de usuario',
    lock: 'Bloquear',
    setUpLock: 'Bloqueo…',
    help: 'Ayuda',
    language: 'Idioma',
  },
  footer: {
    legal: 'Aviso legal',
    cookies: 'Información sobre las cookies',
  },
}
