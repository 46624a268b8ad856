import type { insights as source } from '../fr/insights.ts'
import type { Texts } from '../texts.ts'

export const insights: Texts<typeof source> = {
  title: 'Atradius Insights',
  dashboard: 'Dashboard',
  tools: 'Strumenti',
  search: 'Ricerca',
  currency: 'Valuta',
  account: 'Il mio account',
  heading: 'Qui arriverà la Sua dashboard',
  text: 'Mostrerà i Suoi limiti di credito, il rating medio dei Suoi acquirenti e la sua evoluzione, nella valuta delle Sue preferenze. Non è ancora disponibile nell’app.',
  meanwhile:
    'Fino ad allora, i Suoi avvisi sono in Serv@Net, e «Il mio account» apre il Suo profilo.',
}
