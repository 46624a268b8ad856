import type { Texts } from '../texts.ts'
import type { partners as french } from '../fr/partners.ts'

export const partners: Texts<typeof french> = {
  clients: {
    title: 'Kunden',
    search: 'Name des Kunden, Name oder Nummer der Police',
    loading: 'Die Kunden werden geladen',
    none: 'Ihnen sind zurzeit keine Kunden anvertraut.',
    noneNext: 'Ihre Kontaktperson kann die Policen Ihrer Kunden für Sie öffnen.',
    notFound: 'Kein Kunde „{{name}}“.',
    count_one: '{{total}} Kunde',
    count_other: '{{total}} Kunden',
  },
  columns: {
    name: 'Kunde',
    country: 'Land',
    policies: 'Policen',
    totalCld: 'Limits ({{currency}})',
    riskAcceptance: 'RA %',
    abr: 'ABR',
    pending: 'In Prüfung ({{currency}})',
  },
  client: {
    look: 'Seine Lage im Einzelnen',
    onlyPartners:
      'Um seine Abnehmer, Limite und Anträge zu sehen, benötigen Sie Atradius Insights oder Serv@Net. Ihre Kontaktperson kann sie für Sie freischalten.',
    loading: 'Der Kunde wird geladen',
    missing: 'Diesen Kunden gibt es nicht, oder seine Policen stehen Ihnen nicht mehr offen.',
    figures: 'Kennzahlen am {{day}}',
    policies: 'Policen dieses Kunden',
    noRate: 'Ein Strich: Eine Währung hat heute keinen Kurs.',
  },
  view: {
    label: 'Sie sehen die Lage von',
    back: 'Alle Kunden',
    goneNext:
      'Von diesem Kunden ist hier nichts gespeichert, außer Ihren eigenen Notizen. Wählen Sie einen anderen Kunden, oder bitten Sie Ihre Kontaktperson um Zugang.',
    gone: 'Zugang beendet',
    notYours: 'Ansicht eines Kunden',
    own: 'Meine eigenen Daten ansehen',
    nav: 'Was es von diesem Kunden zu sehen gibt',
    pages: {
      dashboard: 'Dashboard',
      buyers: 'Abnehmer',
      limits: 'Limite',
      applications: 'Anträge',
      alerts: 'Meldungen',
      policies: 'Policen',
      cases: 'Fälle',
    },
  },
  documents: {
    title: 'Dokumente',
    search: 'Titel oder Dateiname',
    loading: 'Die Dokumente werden geladen',
    language: 'Sprache',
    topic: 'Thema',
    allTopics: 'Alle',
    topics: {
      conditions: 'Bedingungen',
      forms: 'Formulare',
      guides: 'Leitfäden',
      news: 'Aktuelles',
      brochures: 'Broschüren',
    },
    count_one: '{{total}} Dokument',
    count_other: '{{total}} Dokumente',
    none: 'Zurzeit ist kein Dokument veröffentlicht. Neue erscheinen hier.',
    noneHere: 'Kein Dokument entspricht diesen Filtern.',
    notFound: 'Kein Dokument „{{name}}“.',
    showAll: 'Alle Dokumente ansehen',
    saved: 'Gespeichert: {{name}}',
    open: 'Öffnen',
    openOne: '„{{name}}“ öffnen',
    save: 'Speichern',
    saveOne: '„{{name}}“ speichern',
  },
  figures: {
    totalCld: 'Limite insgesamt',
    riskAcceptance: 'Risikoannahme (RA %)',
    abr: 'Gewichtetes Durchschnittsrating (ABR)',
    pending: 'Anträge in Prüfung',
    buyers: 'Abnehmer mit einem Limit',
    help: {
      totalCld:
        'Die Summe der heute gültigen Limits, unter den Policen dieses Kunden, die Ihnen offenstehen. Ein befristetes Limit zählt bis zu seinem Ende.',
      riskAcceptance:
        'Für die letzte Entscheidung je Abnehmer und Police: der gewährte Betrag, höchstens der beantragte, geteilt durch den beantragten Betrag. Ist noch nichts entschieden, steht ein Strich und nicht 0 %.',
      abr: 'Das Rating jedes Abnehmers, von 1 bis 100, gewichtet mit seinen gültigen Limits. Je höher, desto größer das Risiko. Abnehmer ohne Rating zählen nicht.',
      pending: 'Die Summe der Anträge, über die noch nicht entschieden ist.',
      buyers:
        'Die Abnehmer mit einem heute gültigen Limit, jeder einmal, auch unter mehreren Policen.',
    },
  },
}
