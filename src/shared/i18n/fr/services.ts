/** The first page: the guide's four services, in the guide's words. */
export const services = {
  title: 'Connexion',
  intro:
    'Nos systèmes performants vous permettent de gérer facilement votre compte, vos polices et vos démarches. L’accès aux services en ligne est sécurisé par un mot de passe.',
  listLabel: 'Services en ligne',
  yours: {
    title: 'Vos services',
    intro: 'Un seul identifiant et un seul mot de passe vous ouvrent chacun d’eux.',
    ask: 'Votre personne de contact peut vous l’ouvrir.',
  },
  servnet: {
    name: 'Serv@Net',
    text: 'Accéder à l’outil de gestion en ligne de votre assurance-crédit.',
    action: 'Connexion Serv@Net',
    signIn: 'Connexion à Serv@Net',
    open: 'Ouvrir Serv@Net',
    notGranted: 'Serv@Net ne fait pas partie de vos services.',
  },
  collectnet: {
    name: 'Collect@Net',
    text: 'Accéder à l’outil de gestion en ligne du recouvrement.',
    action: 'Connexion Collect@Net',
    signIn: 'Connexion à Collect@Net',
    open: 'Ouvrir Collect@Net',
    notGranted: 'Collect@Net ne fait pas partie de vos services.',
  },
  insights: {
    name: 'Atradius Insights',
    text: 'Accéder à notre plateforme en ligne d’analyse de votre activité, conçue pour faciliter la gestion et le suivi de vos risques.',
    action: 'Connexion Atradius Insights',
    signIn: 'Connexion à Atradius Insights',
    open: 'Ouvrir Atradius Insights',
    notGranted: 'Atradius Insights ne fait pas partie de vos services.',
  },
  partners: {
    name: 'Espace Partenaires',
    text: 'Site dédié à nos courtiers, il met à votre disposition toutes les informations et supports nécessaires pour offrir le meilleur service à vos clients et prospects.',
    action: 'Connexion à l’Espace Partenaires',
    signIn: 'Connexion à l’Espace Partenaires',
    open: 'Ouvrir l’Espace Partenaires',
    notGranted: 'L’Espace Partenaires est réservé à nos courtiers.',
    clients: 'Clients',
    documents: 'Documents',
  },
}
