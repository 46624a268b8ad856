/** Serv@Net's alerts: their list, each one's page, and why something changed. */
export const alerts = {
  title: 'Toutes les alertes',
  more: 'Afficher d’autres alertes',
  loading: 'Les alertes se chargent',
  loadingOne: 'L’alerte se charge',
  kinds: {
    limit_granted: 'Limite accordée',
    limit_reduced: 'Limite réduite',
    limit_withdrawn: 'Limite retirée',
    rating_worse: 'Notation dégradée',
    rating_better: 'Notation améliorée',
  },
  spoken: 'de {{from}} à {{to}}',
  effective: 'à partir du {{date}}',
  handled: 'Traitée',
  handledLong: 'Traitée : {{alert}}',
  missing: 'Cette alerte n’existe pas, ou elle n’est pas pour vous.',
  facts: {
    limit: 'Limite',
    effective: 'Prend effet le',
    buyer: 'Acheteur',
    buyerId: 'Numéro de l’acheteur',
    policy: 'Police',
    reported: 'Signalée le',
    reason: 'Motif',
  },
  reasonUnknown: 'Non indiqué. Le Helpdesk peut vous renseigner.',
  reasons: {
    accounts_strong: 'Comptes annuels en progrès',
    accounts_weak: 'Comptes annuels affaiblis',
    accounts_missing: 'Pas de comptes récents',
    payments_good: 'Bonnes expériences de paiement',
    payments_late: 'Retards de paiement signalés',
    insolvency: 'Procédure d’insolvabilité',
    sector_outlook: 'Perspectives du secteur',
    country_outlook: 'Situation du pays',
    total_exposure: 'Total des limites sur cet acheteur',
    policyholder_request: 'À votre demande',
  },
  meaningTitle: 'Ce que cela signifie',
  meaning: {
    limit_granted: 'Vos livraisons à cet acheteur sont couvertes jusqu’à la limite accordée.',
    limit_reduced:
      'Vos livraisons faites avant la date d’effet restent couvertes jusqu’à l’ancienne limite. À partir de cette date, seule la nouvelle compte.',
    limit_withdrawn:
      'Vos livraisons faites avant la date d’effet restent couvertes jusqu’à l’ancienne limite. À partir de cette date, les nouvelles livraisons à cet acheteur ne le sont plus.',
    rating_worse:
      'Le risque de non-paiement de cet acheteur a augmenté. Vos limites n’ont pas changé.',
    rating_better:
      'Le risque de non-paiement de cet acheteur a diminué. Vos limites n’ont pas changé.',
  },
  nextTitle: 'Ce que vous pouvez faire',
  next: {
    limit_granted:
      'Comparez la limite avec ce que vous comptez livrer. Si elle ne suffit pas, contactez-nous.',
    limit_reduced:
      'Comparez vos encours et vos commandes avec la nouvelle limite. Convenez d’un acompte ou d’une garantie pour ce qui la dépasse, ou contactez-nous.',
    limit_withdrawn:
      'Revoyez les commandes en cours. Livrez contre paiement d’avance ou garantie, ou contactez-nous si vous avez des informations récentes sur cet acheteur.',
    rating_worse: 'Surveillez ses paiements et signalez-nous tout retard.',
    rating_better:
      'S’il vous faut une limite plus élevée, le moment est favorable : contactez-nous.',
  },
  contactTitle: 'Qui contacter',
}
