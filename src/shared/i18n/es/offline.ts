import type { offline as source } from '../fr/offline.ts'
import type { Texts } from '../texts.ts'

export const offline: Texts<typeof source> = {
  chip: {
    online: 'En línea',
    offline: {
      today: 'Sin conexión desde las {{time}}',
      yesterday: 'Sin conexión desde ayer, {{time}}',
      earlier: 'Sin conexión desde el {{date}}',
    },
    syncing: 'Sincronizando',
    waiting_one: '1 en espera',
    waiting_other: '{{count}} en espera',
    attention_one: '1 por revisar',
    attention_other: '{{count}} por revisar',
  },
  asAt: {
    today: 'Datos de hoy, {{time}}',
    yesterday: 'Datos de ayer, {{time}}',
    earlier: 'Datos del {{date}}',
    refreshing: 'Actualizando…',
  },
  check: {
    refresh: 'Actualizar',
    retry: 'Reintentar',
    reached: 'El servicio responde.',
    failed: 'El servicio sigue sin responder.',
  },
  sheet: {
    title: 'Conexión y envíos',
    online: 'El servicio de Atradius responde.',
    goOn: 'Puede seguir trabajando: lo que modifique se guarda en este ordenador y se envía en cuanto el servicio responda.',
    kept: 'Este ordenador conserva lo que ha consultado.',
    keptNothing: 'Todavía no hay nada conservado en este ordenador.',
  },
  outbox: {
    title: 'Por enviar',
    none: 'No hay nada en espera: todo está guardado.',
    since: {
      today: 'desde las {{time}}',
      yesterday: 'desde ayer, {{time}}',
      earlier: 'desde el {{date}}',
    },
    states: {
      waiting: 'En espera',
      sending: 'Enviando',
      conflict: 'Modificado entretanto en otro lugar',
      refused: 'Rechazado',
    },
    kinds: {
      personal: 'Nombre e idioma',
      preferences: 'Preferencias',
      rehearsalPostponed: 'Comprobación de las preguntas aplazada',
      alertHandled: 'Alerta marcada como tratada',
      alertReopened: 'Alerta de nuevo por tratar',
      messageRead: 'Mensaje marcado como leído',
      messagesRead: 'Mensajes marcados como leídos',
      apply: 'Solicitud de límite',
      declareTurnover: 'Declaración de ventas',
    },
    field: '{{field}}: {{value}}',
    refusedNext: 'Edite o descarte esta modificación.',
    conflictNext: 'Elija lo que debe quedar.',
    send: 'Enviar ahora',
    save: 'Guardar en un archivo',
    saved: 'Guardado como {{fileName}}.',
    edit: 'Editar',
    editLong: 'Editar: {{edit}}',
    discard: 'Descartar',
    discardLong: 'Descartar: {{edit}}',
    choose: 'Elegir',
    chooseLong: 'Elegir: {{edit}}',
    discardTitle: '¿Descartar esta modificación?',
    discardText: 'Lo que ha introducido no está guardado en ningún otro lugar.',
    keep: 'Conservarla',
  },
  pending: {
    kept: 'Guardado en este ordenador ({{time}}). Se enviará en cuanto el servicio responda.',
    conflict: 'Sus modificaciones esperan: los mismos datos se han modificado en otro lugar.',
    refused: 'Sus modificaciones se han rechazado.',
    show: 'Ver lo que está en espera',
    mark: 'Aún sin enviar',
  },
  needsPortal:
    'Está sin conexión. Esta acción necesita una respuesta inmediata del servicio: hágala en cuanto se restablezca la conexión.',
  needsPortalFailed:
    'Esta acción no puede quedar en espera en este ordenador. No se ha modificado nada; vuelva a intentarlo en cuanto el servicio responda.',
  nothingKept:
    'Todavía no hay nada de esta página en este ordenador: aparecerá en cuanto el servicio responda.',
  signIn:
    'En este momento no se puede acceder al servicio de Atradius, que es necesario para iniciar sesión.',
  signOut: {
    title_one: 'Hay una modificación sin enviar',
    title_other: 'Hay {{count}} modificaciones sin enviar',
    text: 'Al cerrar la sesión se borra de este ordenador todo lo suyo, también lo que está en espera. Solo quedan, selladas, sus notas sobre los compradores.',
    send: 'Enviar ahora',
    notSent: 'No se ha podido enviar: el servicio no responde.',
    notAllSent: 'No se ha podido enviar todo.',
    discard_one: 'Cerrar sesión y perderla',
    discard_other: 'Cerrar sesión y perder las {{count}}',
    cancel: 'Seguir con la sesión abierta',
  },
}
