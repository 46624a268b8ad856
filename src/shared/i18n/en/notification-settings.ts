import type { notificationSettings as source } from '../fr/notification-settings.ts'
import type { Texts } from '../texts.ts'

export const notificationSettings: Texts<typeof source> = {
  heading: 'Notifications',
  intro:
    'While you work in another window, your computer tells you what comes in. These settings stay on this computer.',
  kinds: 'Notify me of',
  decision: 'Decisions on your applications',
  cut: 'Limits that we reduce or withdraw',
  rating: 'Buyer ratings that get worse',
  message: 'New messages',
  quiet: 'Quiet hours',
  isOn: 'Show nothing at certain hours',
  isOnHint: 'What comes in meanwhile is told afterwards, all at once.',
  from: 'From',
  to: 'To',
  weekends: 'Nor on Saturdays and Sundays',
  same: 'Choose two different times.',
  time: 'Enter a time, for example 19:30.',
  save: 'Save',
  saved: 'Your settings are saved.',
  system: 'Your system’s own settings may also turn notifications off.',
}
