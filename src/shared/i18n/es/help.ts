import type { help as source } from '../fr/help.ts'
import type { Texts } from '../texts.ts'

export const help: Texts<typeof source> = {
  title: 'Ayuda',
  intro: 'Lo esencial para iniciar sesión y trabajar sin perder tiempo.',
  signIn: {
    title: 'Su inicio de sesión',
    oneIdentity:
      'Un solo nombre de usuario y una sola contraseña abren Serv@Net, Collect@Net, Atradius Insights y el Espacio de Socios.',
    stay: 'Si decide mantener la sesión abierta, la prueba de su inicio de sesión se guarda en el llavero de claves de este ordenador, nunca en un archivo legible. Al cerrar sesión se borra.',
    forgotten:
      '¿Ha olvidado su contraseña? En la pantalla de inicio de sesión puede elegir una nueva. Nunca le pediremos su contraseña por teléfono ni por correo.',
    offline:
      'Sin red, la aplicación muestra los últimos datos conservados en este ordenador e indica su fecha. Lo que modifique se guarda en él y se envía en cuanto el servicio responda; un botón en la parte superior de la ventana muestra lo que está en espera.',
  },
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
