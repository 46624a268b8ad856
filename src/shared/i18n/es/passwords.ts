import type { passwords as source } from '../fr/passwords.ts'
import type { Texts } from '../texts.ts'

export const passwords: Texts<typeof source> = {
  rules: {
    title: 'Reglas de la contraseña',
    tip: 'Varias palabras sin relación entre sí forman una contraseña segura y fácil de recordar. También puede pegar la de un gestor de contraseñas.',
    too_short: 'Al menos {{min}} caracteres',
    too_long: 'Como máximo {{max}} caracteres',
    missing_lower: 'Una letra minúscula',
    missing_upper: 'Una letra mayúscula',
    missing_digit: 'Una cifra',
    missing_symbol: 'Un símbolo, por ejemplo - o !',
    contains_username: 'Sin su nombre de usuario',
    contains_name: 'Sin su nombre ni sus apellidos',
    contains_email: 'Sin su dirección de correo',
    too_common: 'Ni común, ni hecha con el nombre de un servicio o empresa, una estación o un mes',
    used_before: 'Distinta de sus últimas {{history}} contraseñas',
    expires: 'Deberá sustituirla cada {{days}} días; le avisaremos por correo.',
  },
  states: {
    met: 'Cumplida',
    unmet: 'Aún no cumplida',
    failed: 'No cumplida',
    waiting: 'Se comprueba al guardar',
    checking: 'Comprobando',
  },
  progress: '{{met}} de {{total}} reglas cumplidas',
  complete: 'Se cumplen todas las reglas',
  strength: {
    label: 'Seguridad',
    levels: {
      very_weak: 'Muy débil',
      weak: 'Débil',
      fair: 'Media',
      good: 'Buena',
      strong: 'Excelente',
    },
  },
  unreachable: 'Las reglas no se pueden cargar por el momento. Se comprobarán al guardar.',
  change: {
    current: 'Contraseña actual',
    new: 'Nueva contraseña',
    keepOthers: 'Mantener abiertas mis otras sesiones',
    keepOthersHint: 'Si no, sus otros dispositivos pedirán la nueva contraseña.',
    submit: 'Cambiar la contraseña',
    saving: 'Guardando…',
  },
  due: {
    title: 'Debe renovar su contraseña',
    account: 'Cuenta: {{username}}',
    forgotten: 'Si no recuerda la actual, cierre la sesión y elija «¿Ha olvidado su contraseña?».',
    signOut: 'Cerrar sesión',
    signingOut: 'Cerrando la sesión…',
    changed: 'Su contraseña se ha cambiado.',
    ended_one: 'Se ha cerrado otra sesión.',
    ended_other: 'Se han cerrado otras {{count}} sesiones.',
    reasons: {
      expired: 'Ha caducado. Elija una nueva y podrá continuar enseguida.',
      requested:
        'Su persona de contacto ha pedido que se sustituya. Elija una nueva y podrá continuar enseguida; sus otros dispositivos tendrán que identificarse de nuevo.',
      unknown: 'Elija una nueva y podrá continuar enseguida.',
    },
  },
}
