/** The lock's own page. */
export const lock = {
  title: 'Aplicación bloqueada',
  password: {
    own: 'Contraseña de bloqueo',
    portal: 'Contraseña de Atradius',
    former: 'Contraseña anterior de Atradius',
  },
  missing: 'Introduzca su contraseña.',
  unlock: 'Desbloquear',
  unlocking: 'Abriendo…',
  other: 'Otra persona',
  forgotten: {
    own: '¿Ha olvidado la contraseña?',
    portal: '¿Contraseña cambiada en otro lugar?',
  },
  former:
    'Su contraseña de Atradius se ha cambiado en otro lugar. Introduzca por última vez la anterior: la nueva ocupará su lugar.',
  signedIn:
    'Ha iniciado sesión. Lo que se guarda en este ordenador se abre todavía con esta contraseña.',
  signIn: {
    text: 'Inicie sesión con su contraseña de Atradius. Este ordenador debe estar conectado a la red.',
    submit: 'Iniciar sesión',
    submitting: 'Iniciando sesión…',
    back: 'Volver',
  },
  abandon: {
    open: 'Continuar sin lo que se guarda aquí',
    title: '¿Borrar lo que se guarda aquí?',
    text: 'Sin esta contraseña ya no se pueden abrir sus datos en este ordenador. Se borrarán y el bloqueo se desactivará.',
    lost_one: 'Se perderá un cambio que no se ha enviado.',
    lost_other: 'Se perderán {{count}} cambios que no se han enviado.',
    confirm: 'Borrar y continuar',
    keep: 'Cancelar',
  },
  waiting_one: 'Un cambio espera aquí a ser enviado.',
  waiting_other: '{{count}} cambios esperan aquí a ser enviados.',
  retry: 'Reintentar',
  retrying: 'Conectando…',
  wait: 'Podrá volver a intentarlo en {{time}}.',
  waitOver: 'Ya puede volver a intentarlo.',
}
