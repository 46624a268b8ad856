import type { services as french } from '../fr/services.ts'
import type { Texts } from '../texts.ts'

export const services: Texts<typeof french> = {
  title: 'Accesso',
  intro:
    'I nostri sistemi Le consentono di gestire facilmente il Suo account, le Sue polizze e le Sue pratiche. L’accesso ai servizi online è protetto da una password.',
  listLabel: 'Servizi online',
  servnet: {
    name: 'Serv@Net',
    text: 'Gestisca online la Sua assicurazione del credito.',
    action: 'Accedi a Serv@Net',
  },
  collectnet: {
    name: 'Collect@Net',
    text: 'Gestisca online il recupero dei Suoi crediti.',
    action: 'Accedi a Collect@Net',
  },
  insights: {
    name: 'Atradius Insights',
    text: 'La nostra piattaforma online di analisi della Sua attività, pensata per facilitare la gestione e il controllo dei rischi.',
    action: 'Accedi ad Atradius Insights',
  },
  partners: {
    name: 'Area Partner',
    text: 'Per i nostri broker: tutte le informazioni e i materiali per offrire il miglior servizio a clienti e potenziali clienti.',
    action: 'Accedi all’Area Partner',
  },
}
