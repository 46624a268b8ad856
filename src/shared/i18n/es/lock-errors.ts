/** What keeps closed what is kept on this computer, in the person’s words: a part of `errors`. */
import type { lockErrors as french } from '../fr/lock-errors.ts'
import type { Texts } from '../texts.ts'

export const lockErrors: Texts<typeof french> = {
  app_locked: {
    message: 'La aplicación está bloqueada.',
    next: 'Desbloquéela e inténtelo de nuevo.',
  },
  lock_password_wrong: {
    message: 'Esta contraseña no abre la aplicación.',
    next: 'Revísela, también las mayúsculas, e inténtelo de nuevo.',
  },
  lock_unavailable: {
    message:
      'Por ahora no es posible bloquear: el llavero de claves de este ordenador no se puede usar.',
    next: 'Desbloquéelo o pida a su departamento de informática que lo active e inténtelo de nuevo.',
  },
  lock_required: {
    message: 'Su organización exige que la aplicación se bloquee.',
    next: 'Elija primero cómo se bloquea la aplicación.',
  },
  lock_managed: {
    message: 'Su organización ha fijado este ajuste del bloqueo.',
    next: 'Elija uno de los valores propuestos o consulte a su departamento de informática.',
  },
  lease_over: {
    message: 'No se ha contactado con el servicio de Atradius desde hace demasiado tiempo.',
    next: 'Conecte este ordenador a la red: la aplicación se abrirá por sí sola. Sus datos y sus cambios siguen aquí.',
  },
  clock_set_back: {
    message: 'El reloj de este ordenador se ha atrasado.',
    next: 'Ajuste la fecha y la hora y conecte este ordenador a la red: la aplicación se abrirá por sí sola.',
  },
}
