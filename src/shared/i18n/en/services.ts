/** The first page: the guide's four services, in the guide's words. */
export const services = {
  title: 'Connexion',
  intro:
    'Nos systèmes performants vous permettent de gérer facilement votre compte, vos polices et vos démarches. L’accès aux services en ligne est sécurisé par un mot de passe.',
  listLabel: 'Services en ligne',
  servnet: {
    name: 'Serv@Net',
    text: 'Accéder à l’outil de gestion en ligne de votre assurance-crédit.',
    action: 'Connexion Serv@Net',
  },
  collectnet: {
    name: 'Collect@Net',
    text: 'Accéder à l’outil de gestion en ligne du recouvrement.',
    action: 'Connexion Collect@Net',
  },
  insights: {
    name: 'Atradius Insights',
    text: 'Accéder à notre plateforme en ligne d’analyse de votre activité, conçue pour faciliter la gestion et le suivi de vos risques.',
    action: 'Connexion Atradius Insights',
  },
  partners: {
    name: 'Espace Partenaires',
    text: 'Site dédié à nos courtiers, il met à votre disposition toutes les informations et supports nécessaires pour offrir le meilleur service à vos clients et prospects.',
    action: 'Connexion Espace Partenaires',
  },
}
