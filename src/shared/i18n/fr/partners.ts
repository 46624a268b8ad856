/** Espace Partenaires: a broker’s clients. */
export const partners = {
  clients: {
    title: 'Clients',
    search: 'Nom du client, nom ou numéro de police',
    loading: 'Les clients se chargent',
    none: 'Aucun client ne vous est confié pour le moment.',
    noneNext: 'Votre personne de contact peut vous ouvrir les polices de vos clients.',
    notFound: 'Aucun client « {{name}} ».',
    count_one: '{{total}} client',
    count_other: '{{total}} clients',
  },
  columns: {
    name: 'Client',
    country: 'Pays',
    policies: 'Polices',
    totalCld: 'Limites ({{currency}})',
    riskAcceptance: 'RA %',
    abr: 'ABR',
    pending: 'À l’examen ({{currency}})',
  },
  client: {
    look: 'Sa situation en détail',
    onlyPartners:
      'Pour voir ses acheteurs, ses limites et ses demandes, il vous faut Atradius Insights ou Serv@Net. Votre personne de contact peut vous les ouvrir.',
    loading: 'Le client se charge',
    missing: 'Ce client n’existe pas, ou ses polices ne vous sont plus ouvertes.',
    figures: 'Chiffres au {{day}}',
    policies: 'Ses polices',
    noRate: 'Un tiret : une devise n’a pas de taux aujourd’hui.',
  },
  view: {
    label: 'Vous voyez la situation de',
    back: 'Tous les clients',
    goneNext:
      'Rien de ce client n’est gardé ici, hormis vos propres notes. Choisissez un autre client, ou demandez l’accès à votre personne de contact.',
    gone: 'Accès terminé',
    notYours: 'Vue d’un client',
    own: 'Voir mes propres données',
    nav: 'Ce qu’il y a à voir de ce client',
    pages: {
      dashboard: 'Tableau de bord',
      buyers: 'Acheteurs',
      limits: 'Limites',
      applications: 'Demandes',
      alerts: 'Alertes',
      policies: 'Polices',
      cases: 'Dossiers',
    },
  },
  figures: {
    totalCld: 'Total des limites',
    riskAcceptance: 'Acceptation des risques (RA %)',
    abr: 'Notation moyenne pondérée (ABR)',
    pending: 'Demandes à l’examen',
    buyers: 'Acheteurs avec une limite',
    help: {
      totalCld:
        'La somme des limites en vigueur aujourd’hui, sur les polices de ce client qui vous sont ouvertes. Une limite temporaire compte jusqu’à sa fin.',
      riskAcceptance:
        'Pour la dernière décision de chaque acheteur et de chaque police : le montant accordé, au plus celui demandé, rapporté au montant demandé. Rien n’est encore décidé : un tiret, et non 0 %.',
      abr: 'La notation de chaque acheteur, de 1 à 100, pondérée par ses limites en vigueur. Plus elle est élevée, plus le risque l’est. Les acheteurs sans notation ne comptent pas.',
      pending: 'La somme des demandes qui ne sont pas encore décidées.',
      buyers:
        'Les acheteurs dont une limite est en vigueur aujourd’hui, chacun une fois, même sous plusieurs polices.',
    },
  },
}
