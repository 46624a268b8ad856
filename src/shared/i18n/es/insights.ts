import type { insights as source } from '../fr/insights.ts'
import type { Texts } from '../texts.ts'

export const insights: Texts<typeof source> = {
  title: 'Atradius Insights',
  dashboard: 'Panel',
  tools: 'Herramientas',
  search: 'Búsqueda',
  currency: 'Moneda',
  account: 'Mi cuenta',
  heading: 'Aquí estará su panel',
  text: 'Mostrará sus límites de crédito, la calificación media de sus compradores y su evolución, en la moneda de sus preferencias. Todavía no está disponible en la aplicación.',
  meanwhile: 'Hasta entonces, sus alertas están en Serv@Net, y «Mi cuenta» abre su perfil.',
}
