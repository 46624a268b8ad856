/** The calendar of a ledger’s days: written by main alone. */
export const ledgerDays = {
  fileName: 'calendrier-des-impayes',
  ics: 'Calendrier (ICS)',
  report: 'À déclarer au plus tard : {{name}}',
  cover: 'Dernier jour où les livraisons sont couvertes : {{name}}',
  why: 'Plus ancienne facture impayée : échue le {{due}}. Police {{policy}} : {{mep}} jours de prolongation maximale, puis {{within}} jours pour déclarer.',
  whyAged:
    'Âge du plus ancien impayé selon la balance : échu au plus tôt le {{due}}. Police {{policy}} : {{mep}} jours de prolongation maximale, puis {{within}} jours pour déclarer.',
}
