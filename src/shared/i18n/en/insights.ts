import type { insights as source } from '../fr/insights.ts'
import type { Texts } from '../texts.ts'

export const insights: Texts<typeof source> = {
  title: 'Atradius Insights',
  dashboard: 'Dashboard',
  tools: 'Tools',
  search: 'Search',
  currency: 'Currency',
  account: 'My account',
  heading: 'Your dashboard will be here',
  text: 'It will show your credit limits, the average rating of your buyers and how it changes, in your preferred currency. It is not available in the app yet.',
  meanwhile: 'Until then, your alerts are in Serv@Net, and “My account” opens your profile.',
}
