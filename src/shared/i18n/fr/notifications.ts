/** What the system is given to show while the window does not: written by main alone. */
export const notifications = {
  /** While the app is locked: nothing of what, nor of whom. */
  hidden: {
    decision: 'Une décision est arrivée',
    cut: 'Une limite a changé',
    rating: 'Une notation a changé',
    message: 'Un message est arrivé',
    several: 'Il y a du nouveau',
  },
  decisions: '{{count}} décisions sont arrivées',
  limit_reduced: 'La limite sur {{buyer}} baisse',
  limit_withdrawn: 'La limite sur {{buyer}} est retirée',
  cuts: '{{count}} limites baissent ou sont retirées',
  rating: 'La notation de {{buyer}} se dégrade',
  ratings: '{{count}} notations se dégradent',
  message: 'Nouveau message',
  messages: '{{count}} nouveaux messages',
  several: '{{count}} nouveautés',
  counts: {
    decision: 'Décisions : {{count}}',
    cut: 'Limites en baisse ou retirées : {{count}}',
    rating: 'Notations dégradées : {{count}}',
    message: 'Messages : {{count}}',
  },
  effectiveOn: 'Effet le {{date}}',
  andOthers: '{{buyers}} et d’autres',
}
