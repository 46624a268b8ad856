import type { notificationSettings as source } from '../fr/notification-settings.ts'
import type { Texts } from '../texts.ts'

export const notificationSettings: Texts<typeof source> = {
  heading: 'Benachrichtigungen',
  intro:
    'Während Sie in einem anderen Fenster arbeiten, meldet Ihr Computer, was eingeht. Diese Einstellungen bleiben auf diesem Computer.',
  kinds: 'Melden',
  decision: 'Entscheidungen über Ihre Anträge',
  cut: 'Limits, die wir senken oder aufheben',
  rating: 'Bewertungen von Abnehmern, die sich verschlechtern',
  message: 'Neue Mitteilungen',
  quiet: 'Ruhezeiten',
  isOn: 'Zu bestimmten Zeiten nichts melden',
  isOnHint: 'Was inzwischen eingeht, wird danach auf einmal gemeldet.',
  from: 'Von',
  to: 'Bis',
  weekends: 'Auch nicht am Samstag und Sonntag',
  same: 'Wählen Sie zwei verschiedene Zeiten.',
  time: 'Geben Sie eine Uhrzeit an, zum Beispiel 19:30.',
  save: 'Speichern',
  saved: 'Ihre Einstellungen sind gespeichert.',
  system: 'Auch die Einstellungen Ihres Systems können Benachrichtigungen ausschalten.',
}
