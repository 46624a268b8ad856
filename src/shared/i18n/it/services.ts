import type { services as french } from '../fr/services.ts'
import type { Texts } from '../texts.ts'

export const services: Texts<typeof french> = {
  title: 'Accesso',
  intro:
    'I nostri sistemi Le consentono di gestire facilmente il Suo account, le Sue polizze e le Sue pratiche. L’accesso ai servizi online è protetto da una password.',
  listLabel: 'Servizi online',
  yours: {
    title: 'I Suoi servizi',
    intro: 'Un solo nome utente e una sola password aprono ciascuno di essi.',
    ask: 'La Sua persona di contatto può darLe l’accesso.',
  },
  servnet: {
    name: 'Serv@Net',
    text: 'Gestisca online la Sua assicurazione del credito.',
    action: 'Accedi a Serv@Net',
    signIn: 'Accesso a Serv@Net',
    open: 'Apri Serv@Net',
    notGranted: 'Serv@Net non fa parte dei Suoi servizi.',
  },
  collectnet: {
    name: 'Collect@Net',
    text: 'Gestisca online il recupero dei Suoi crediti.',
    action: 'Accedi a Collect@Net',
    signIn: 'Accesso a Collect@Net',
    open: 'Apri Collect@Net',
    notGranted: 'Collect@Net non fa parte dei Suoi servizi.',
  },
  insights: {
    name: 'Atradius Insights',
    text: 'La nostra piattaforma online di analisi della Sua attività, pensata per facilitare la gestione e il controllo dei rischi.',
    action: 'Accedi ad Atradius Insights',
    signIn: 'Accesso ad Atradius Insights',
    open: 'Apri Atradius Insights',
    notGranted: 'Atradius Insights non fa parte dei Suoi servizi.',
  },
  partners: {
    name: 'Area Partner',
    text: 'Per i nostri broker: tutte le informazioni e i materiali per offrire il miglior servizio a clienti e potenziali clienti.',
    action: 'Accedi all’Area Partner',
    signIn: 'Accesso all’Area Partner',
    open: 'Apri l’Area Partner',
    notGranted: 'L’Area Partner è riservata ai nostri broker.',
    clients: 'Clienti',
    documents: 'Documenti',
  },
}
