import type { servnet as source } from '../fr/servnet.ts'
import type { Texts } from '../texts.ts'

export const servnet: Texts<typeof source> = {
  menu: {
    home: 'Inicio',
    services: 'Servicios',
    products: 'Productos',
    profile: 'Perfil de usuario',
    help: 'Ayuda',
  },
  title: 'Serv@Net',
  banner: {
    steer_with_confidence: 'Conduzca con toda confianza',
  },
  sinceYesterday: {
    none: 'Nada nuevo desde ayer.',
    alerts_one: 'Una alerta nueva desde ayer.',
    alerts_other: '{{count}} alertas nuevas desde ayer.',
    messages_one: 'Un mensaje por leer.',
    messages_other: '{{count}} mensajes por leer.',
  },
  greeting: 'Le damos la bienvenida, {{name}}',
  reminders: {
    confirmEmail: 'Confirme su dirección de correo',
    codeSent:
      'Se ha enviado un código a {{email}}. Hasta que lo introduzca, no se envía nada más a esta dirección: ni alertas ni avisos de caducidad.',
    codeOver:
      'El código enviado a {{email}} ya no es válido. Pida otro: hasta que la dirección esté confirmada, no se envían a ella ni alertas ni avisos de caducidad.',
    expires_one: 'Su contraseña caduca mañana',
    expires_other: 'Su contraseña caduca dentro de {{count}} días',
    expiresToday: 'Su contraseña caduca hoy',
    expiresText:
      'Cámbiela cuando le convenga. Pasada esa fecha, se le pedirá una nueva al iniciar sesión.',
    changeNow: 'Cambiarla ahora',
    later: 'Más tarde',
    rehearsal: '¿Sabría todavía responder a sus preguntas?',
    rehearsalText: 'Una prueba de un minuto, sin consecuencias, para no quedarse nunca fuera.',
    rehearse: 'Probar',
    unsaved: 'Sus cambios en el perfil no están guardados',
    unsavedText: 'Hemos conservado en este ordenador lo que había escrito.',
    resume: 'Continuar',
  },
  loading: 'Cargando su página de inicio',
  notKept: 'No se ha guardado',
  messages: {
    title: 'Últimos mensajes',
    unavailable: 'La pantalla de información no está disponible por el momento.',
    unavailableNext: 'Sus alertas siguen al día. Los mensajes volverán en cuanto sea posible.',
    none: 'No hay mensajes por el momento.',
    unread: 'No leído',
    all: 'Todos los mensajes',
    show: 'Mostrar más mensajes',
    readAll: 'Marcar todo como leído',
    loading: 'Cargando los mensajes',
    missing: 'Este mensaje no existe, o no es para usted.',
  },
  alerts: {
    title: 'Alertas',
    none: 'Ninguna alerta. Sus límites y las calificaciones de sus compradores no han cambiado.',
    isNew: 'Nuevo',
    all: 'Todas las alertas',
    open_one: 'Una por tratar',
    open_other: '{{count}} por tratar',
    allHandled: 'Todo está tratado.',
    policy: 'Póliza {{policyId}}',
    limit_granted: 'Límite concedido para {{buyer}}',
    limit_reduced: 'Límite reducido para {{buyer}}',
    limit_withdrawn: 'Límite retirado para {{buyer}}',
    rating_worse: 'La calificación de {{buyer}} ha empeorado',
    rating_better: 'La calificación de {{buyer}} ha mejorado',
  },
  contact: {
    title: 'Contacto',
    text: 'Para cualquier pregunta, póngase en contacto con el Helpdesk.',
  },
}
