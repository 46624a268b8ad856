/** Atradius Insights: its menu and its bar. */
export const insights = {
  title: 'Atradius Insights',
  dashboard: 'Tableau de bord',
  tools: 'Outils',
  search: 'Recherche',
  currency: 'Devise',
  account: 'Mon compte',
}
