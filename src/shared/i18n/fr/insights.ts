/** Atradius Insights: its frame, until the dashboard is there. */
export const insights = {
  title: 'Atradius Insights',
  dashboard: 'Tableau de bord',
  tools: 'Outils',
  search: 'Recherche',
  currency: 'Devise',
  account: 'Mon compte',
  heading: 'Votre tableau de bord prendra place ici',
  text: 'Il montrera vos limites de crédit, la notation moyenne de vos acheteurs et son évolution, dans la devise de vos préférences. Il n’est pas encore disponible dans l’application.',
  meanwhile: 'D’ici là, vos alertes figurent dans Serv@Net, et « Mon compte » ouvre votre profil.',
}
