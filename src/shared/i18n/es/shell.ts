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
  search: 'Buscar',
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
  proxy: {
    title: 'Identificación ante el proxy',
    text: 'El proxy de su red pregunta quién es usted antes de dejar pasar la aplicación. No es su contraseña de Atradius.',
    host: 'Proxy',
    realm: 'Denominación',
    again: 'El proxy no ha aceptado este nombre y esta contraseña.',
    username: 'Nombre de usuario del proxy',
    password: 'Contraseña del proxy',
    keep: 'Conservar en el llavero de claves de este ordenador',
    submit: 'Conectarse',
    cancel: 'Cancelar',
  },
}
