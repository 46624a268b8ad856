/** Which news the system shows, and the hours in which it does not. */
export const notificationSettings = {
  heading: 'Notifications',
  intro:
    'Quand vous travaillez dans une autre fenêtre, votre ordinateur vous signale ce qui arrive. Ces réglages restent sur cet ordinateur.',
  kinds: 'Signaler',
  decision: 'Les décisions sur vos demandes',
  cut: 'Les limites que nous réduisons ou retirons',
  rating: 'Les notations d’acheteurs qui se dégradent',
  message: 'Les nouveaux messages',
  quiet: 'Heures calmes',
  isOn: 'Ne rien signaler à certaines heures',
  isOnHint: 'Ce qui arrive entre-temps vous est signalé ensuite, en une fois.',
  from: 'De',
  to: 'À',
  weekends: 'Ni le samedi et le dimanche',
  same: 'Choisissez deux heures différentes.',
  time: 'Indiquez une heure, par exemple 19:30.',
  save: 'Enregistrer',
  saved: 'Vos réglages sont enregistrés.',
  system: 'Les réglages de votre système peuvent aussi couper les notifications.',
}
