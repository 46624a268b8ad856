/** Atradius Insights: its frame, until the dashboard is there. */
export const insights = {
  title: 'Atradius Insights',
  name: 'Insights',
  dashboard: 'Tableau de bord',
  tools: 'Outils',
  search: 'Recherche',
  currency: 'Devise',
  account: 'Mon compte',
  menu: 'Menu d’Atradius Insights',
  heading: 'Votre tableau de bord prendra place ici',
  text: 'Il montrera vos limites de crédit, la notation moyenne de vos acheteurs et son évolution, dans la devise de vos préférences. Il n’est pas encore disponible dans l’application.',
  meanwhile: 'D’ici là, vos alertes figurent dans Serv@Net, et « Mon compte » ouvre votre profil.',
  servnet: 'Ouvrir Serv@Net',
  later: 'Cette fonction arrivera avec le tableau de bord.',
}
