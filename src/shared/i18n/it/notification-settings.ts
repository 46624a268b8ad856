import type { notificationSettings as source } from '../fr/notification-settings.ts'
import type { Texts } from '../texts.ts'

export const notificationSettings: Texts<typeof source> = {
  heading: 'Notifiche',
  intro:
    'Mentre lavora in un’altra finestra, il computer Le segnala ciò che arriva. Queste impostazioni restano su questo computer.',
  kinds: 'Segnalare',
  decision: 'Le decisioni sulle Sue richieste',
  cut: 'I limiti che riduciamo o revochiamo',
  rating: 'Le valutazioni di acquirenti che peggiorano',
  message: 'I nuovi messaggi',
  quiet: 'Ore di quiete',
  isOn: 'Non segnalare nulla in certe ore',
  isOnHint: 'Ciò che arriva nel frattempo viene segnalato dopo, in una volta.',
  from: 'Dalle',
  to: 'Alle',
  weekends: 'Neppure il sabato e la domenica',
  same: 'Scelga due orari diversi.',
  time: 'Indichi un orario, per esempio 19:30.',
  save: 'Salvare',
  saved: 'Le Sue impostazioni sono salvate.',
  system: 'Anche le impostazioni del sistema possono disattivare le notifiche.',
}
