import type { notificationSettings as source } from '../fr/notification-settings.ts'
import type { Texts } from '../texts.ts'

export const notificationSettings: Texts<typeof source> = {
  heading: 'Notificaciones',
  intro:
    'Mientras trabaja en otra ventana, su ordenador le avisa de lo que llega. Estos ajustes quedan en este ordenador.',
  kinds: 'Avisarme de',
  decision: 'Las decisiones sobre sus solicitudes',
  cut: 'Los límites que reducimos o retiramos',
  rating: 'Las calificaciones de compradores que empeoran',
  message: 'Los mensajes nuevos',
  quiet: 'Horas tranquilas',
  isOn: 'No avisar a ciertas horas',
  isOnHint: 'Lo que llegue entretanto se le comunica después, de una vez.',
  from: 'De',
  to: 'A',
  weekends: 'Tampoco los sábados y domingos',
  same: 'Elija dos horas distintas.',
  time: 'Indique una hora, por ejemplo 19:30.',
  save: 'Guardar',
  saved: 'Sus ajustes están guardados.',
  system: 'Los ajustes de su sistema también pueden desactivar las notificaciones.',
}
