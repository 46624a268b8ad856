import type { common as french } from '../fr/common.ts'
import type { Texts } from '../texts.ts'

export const common: Texts<typeof french> = {
  company: 'Atradius',
  optional: '(opcional)',
  loading: 'Cargando…',
  loadingLong: 'Está tardando más de lo habitual. Puede esperar o volver más tarde.',

  close: 'Cerrar',
  back: 'Volver',
  next: 'Siguiente',
  language: {
    label: 'Idioma',
  },
  password: {
    show: 'Mostrar',
    hide: 'Ocultar',
    showLong: 'Mostrar: {{field}}',
    hideLong: 'Ocultar: {{field}}',
    capsLock: 'El bloqueo de mayúsculas está activado.',
  },
  steps: {
    label: 'Progreso',
    position: 'Paso {{position}} de {{total}}',
    ahead: 'Después: {{step}}',

    done: '(completado)',
  },
  contact: {
    link: 'Contacte con nosotros',
  },
  portalHost: 'Está iniciando sesión en {{host}}',
  notFound: {
    title: 'Esta página no existe',
    text: 'Es posible que el enlace sea antiguo o esté incompleto.',
    action: 'Volver al inicio',
  },
  failure: {
    title: 'No se ha podido mostrar esta página',
    text: 'Se ha producido un error inesperado en la aplicación. Lo que había guardado se conserva.',
    action: 'Recargar la página',
    contact: 'Si vuelve a ocurrir, diríjase a su persona de contacto.',
  },
  linkCopied: {
    title: 'El enlace de esta página está copiado.',
    text: 'Abre la aplicación en esta página, para quien tenga acceso a ella.',
  },
}
