import type { insights as source } from '../fr/insights.ts'
import type { Texts } from '../texts.ts'

export const insights: Texts<typeof source> = {
  title: 'Atradius Insights',
  dashboard: 'Dashboard',
  tools: 'Hulpmiddelen',
  search: 'Zoeken',
  currency: 'Valuta',
  account: 'Mijn account',
  heading: 'Hier komt uw dashboard',
  text: 'Het zal uw kredietlimieten tonen, de gemiddelde rating van uw afnemers en de ontwikkeling daarvan, in de valuta van uw voorkeuren. Het is nog niet beschikbaar in de app.',
  meanwhile: 'Tot dan vindt u uw meldingen in Serv@Net, en ‘Mijn account’ opent uw profiel.',
}
