import type { Texts } from '../texts.ts'
import type { partners as french } from '../fr/partners.ts'

export const partners: Texts<typeof french> = {
  clients: {
    title: 'Clienti',
    search: 'Nome del cliente, nome o numero di polizza',
    loading: 'I clienti si stanno caricando',
    none: 'Al momento non Le è affidato alcun cliente.',
    noneNext: 'La Sua persona di contatto può darLe accesso alle polizze dei Suoi clienti.',
    notFound: 'Nessun cliente «{{name}}».',
    count_one: '{{total}} cliente',
    count_other: '{{total}} clienti',
  },
  columns: {
    name: 'Cliente',
    country: 'Paese',
    policies: 'Polizze',
    totalCld: 'Limiti ({{currency}})',
    riskAcceptance: 'RA %',
    abr: 'ABR',
    pending: 'In esame ({{currency}})',
  },
  client: {
    look: 'La sua situazione in dettaglio',
    onlyPartners:
      'Per vedere i suoi acquirenti, limiti e richieste Le servono Atradius Insights o Serv@Net. La Sua persona di contatto può attivarli.',
    loading: 'Il cliente si sta caricando',
    missing: 'Questo cliente non esiste, o le sue polizze non Le sono più accessibili.',
    figures: 'Dati al {{day}}',
    policies: 'Le sue polizze',
    noRate: 'Un trattino: una valuta oggi non ha cambio.',
  },
  view: {
    label: 'Sta vedendo la situazione di',
    back: 'Tutti i clienti',
    goneNext:
      'Qui non è conservato nulla di questo cliente, salvo le Sue note. Scelga un altro cliente o chieda l’accesso alla Sua persona di contatto.',
    gone: 'Accesso terminato',
    notYours: 'Vista di un cliente',
    own: 'Vedere i miei dati',
    nav: 'Che cosa c’è da vedere di questo cliente',
    pages: {
      dashboard: 'Dashboard',
      buyers: 'Acquirenti',
      limits: 'Limiti',
      applications: 'Richieste',
      alerts: 'Avvisi',
      policies: 'Polizze',
      cases: 'Pratiche',
    },
  },
  documents: {
    title: 'Documenti',
    search: 'Titolo o nome del file',
    loading: 'Caricamento dei documenti',
    language: 'Lingua',
    topic: 'Argomento',
    allTopics: 'Tutti',
    topics: {
      conditions: 'Condizioni',
      forms: 'Moduli',
      guides: 'Guide',
      news: 'Novità',
      brochures: 'Opuscoli',
    },
    count_one: '{{total}} documento',
    count_other: '{{total}} documenti',
    none: 'Al momento nessun documento è pubblicato. I nuovi compaiono qui.',
    noneHere: 'Nessun documento corrisponde a questi filtri.',
    notFound: 'Nessun documento «{{name}}».',
    showAll: 'Vedere tutti i documenti',
    saved: 'Salvato: {{name}}',
    open: 'Apri',
    openOne: 'Apri «{{name}}»',
    save: 'Salva',
    saveOne: 'Salva «{{name}}»',
  },
  figures: {
    totalCld: 'Totale limiti',
    riskAcceptance: 'Accettazione dei rischi (RA %)',
    abr: 'Rating medio ponderato (ABR)',
    pending: 'Richieste in esame',
    buyers: 'Acquirenti con un limite',
    help: {
      totalCld:
        'La somma dei limiti in vigore oggi, sulle polizze di questo cliente a Lei accessibili. Un limite temporaneo conta fino alla sua fine.',
      riskAcceptance:
        'Per l’ultima decisione su ogni acquirente e polizza: l’importo concesso, al massimo quello richiesto, diviso per l’importo richiesto. Se nulla è ancora deciso, un trattino, e non 0%.',
      abr: 'Il rating di ogni acquirente, da 1 a 100, ponderato con i suoi limiti in vigore. Più è alto, maggiore è il rischio. Gli acquirenti senza rating non contano.',
      pending: 'La somma delle richieste non ancora decise.',
      buyers:
        'Gli acquirenti con un limite in vigore oggi, ciascuno una volta, anche con più polizze.',
    },
  },
}
