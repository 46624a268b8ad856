import type { insights as source } from '../fr/insights.ts'
import type { Texts } from '../texts.ts'

export const insights: Texts<typeof source> = {
  title: 'Atradius Insights',
  dashboard: 'Panel',
  tools: 'Herramientas',
  search: 'Búsqueda',
  currency: 'Moneda',
  account: 'Mi cuenta',
}
