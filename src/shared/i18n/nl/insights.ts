import type { insights as source } from '../fr/insights.ts'
import type { Texts } from '../texts.ts'

export const insights: Texts<typeof source> = {
  title: 'Atradius Insights',
  dashboard: 'Dashboard',
  tools: 'Tools',
  search: 'Zoeken',
  currency: 'Valuta',
  account: 'Mijn account',
}
