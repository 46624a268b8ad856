/** What the system is given to show while the window does not: written by main alone. */
export const notifications = {
  /** While the app is locked: nothing of what, nor of whom. */
  decisionHidden: 'Une décision est arrivée',
  cutHidden: 'Une limite a changé',
  decisions: '{{count}} décisions sont arrivées',
  limit_reduced: 'La limite sur {{buyer}} baisse',
  limit_withdrawn: 'La limite sur {{buyer}} est retirée',
  cuts: '{{count}} limites baissent ou sont retirées',
  effectiveOn: 'Effet le {{date}}',
  andOthers: '{{buyers}} et d’autres',
}
