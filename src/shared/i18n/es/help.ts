import type { help as source } from '../fr/help.ts'
import type { Texts } from '../texts.ts'

export const help: Texts<typeof source> = {
  title: 'Ayuda',
  intro: 'Lo esencial para iniciar sesión y trabajar sin perder tiempo.',
  keyboard: {
    title: 'Teclado y tamaño del texto',
    enter: 'Enviar un formulario',
    tab: 'Pasar al campo siguiente, o al anterior con Mayús',
    escape: 'Cerrar una ayuda o un menú',
    zoomIn: 'Ampliar el texto',
    zoomOut: 'Reducir el texto',
    zoomReset: 'Volver al tamaño normal',
    help: 'Abrir la ayuda',
    palette: 'Buscar, ir a una página o ejecutar una acción',
    service: 'Abrir un servicio',
    profile: 'Abrir su perfil',
    lock: 'Bloquear la aplicación',
    back: 'Página anterior',
    forward: 'Página siguiente',
    refresh: 'Actualizar los datos',
    keys: {
      enter: 'Intro',
      tab: 'Tab',
      escape: 'Esc',
      shift: 'Mayús',
      control: 'Ctrl',
      command: '⌘',
    },
    display:
      'El modo claro u oscuro, el contraste y las animaciones siguen los ajustes de su ordenador.',
  },
  contact: {
    title: 'Cómo contactar con nosotros',
    text: 'Para cualquier pregunta, póngase en contacto con el Helpdesk.',
    phone: 'Teléfono',
    email: 'Correo electrónico',
    address: 'Dirección',
    website: 'Sitio web',
  },
  version: 'Versión {{version}}',
  portal: 'Conexión con {{host}}',
  about: {
    title: 'Acerca de',
    version: 'Versión {{version}}',
    portal: 'Portal: {{host}}',
    noPortal: 'No hay ningún portal configurado',
    managed: {
      title: 'Fijado por su organización',
      policy: 'Directiva de Windows',
      profile: 'Perfil de configuración',
      file: 'Archivo de configuración',
    },
    copy: 'Copiar',
    copied: 'Copiado',
  },
}
