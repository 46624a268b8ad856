import type { Texts } from '../texts.ts'
import type { partners as french } from '../fr/partners.ts'

export const partners: Texts<typeof french> = {
  clients: {
    title: 'Klanten',
    search: 'Naam van de klant, naam of nummer van de polis',
    loading: 'De klanten worden geladen',
    none: 'Er zijn u op dit moment geen klanten toevertrouwd.',
    noneNext: 'Uw contactpersoon kan de polissen van uw klanten voor u openen.',
    notFound: 'Geen klant “{{name}}”.',
    count_one: '{{total}} klant',
    count_other: '{{total}} klanten',
  },
  columns: {
    name: 'Klant',
    country: 'Land',
    policies: 'Polissen',
    totalCld: 'Limieten ({{currency}})',
    riskAcceptance: 'RA %',
    abr: 'ABR',
    pending: 'In behandeling ({{currency}})',
  },
  client: {
    look: 'De situatie in detail',
    onlyPartners:
      'Om de afnemers, limieten en aanvragen van deze klant te zien, hebt u Atradius Insights of Serv@Net nodig. Uw contactpersoon kan die voor u openen.',
    loading: 'De klant wordt geladen',
    missing: 'Deze klant bestaat niet, of zijn polissen staan niet meer voor u open.',
    figures: 'Cijfers op {{day}}',
    policies: 'Polissen van deze klant',
    noRate: 'Een streepje: een munt heeft vandaag geen koers.',
  },
  view: {
    label: 'U bekijkt de situatie van',
    back: 'Alle klanten',
    goneNext:
      'Hier wordt niets van deze klant bewaard, behalve uw eigen notities. Kies een andere klant, of vraag uw contactpersoon om toegang.',
    gone: 'Toegang beëindigd',
    notYours: 'Weergave van een klant',
    own: 'Mijn eigen gegevens bekijken',
    nav: 'Wat er van deze klant te zien is',
    pages: {
      dashboard: 'Dashboard',
      buyers: 'Afnemers',
      limits: 'Limieten',
      applications: 'Aanvragen',
      alerts: 'Meldingen',
      policies: 'Polissen',
      cases: 'Dossiers',
    },
  },
  documents: {
    title: 'Documenten',
    search: 'Titel of bestandsnaam',
    loading: 'De documenten worden geladen',
    language: 'Taal',
    topic: 'Onderwerp',
    allTopics: 'Alle',
    topics: {
      conditions: 'Voorwaarden',
      forms: 'Formulieren',
      guides: 'Handleidingen',
      news: 'Nieuws',
      brochures: 'Brochures',
    },
    count_one: '{{total}} document',
    count_other: '{{total}} documenten',
    none: 'Er zijn nu geen documenten gepubliceerd. Nieuwe verschijnen hier.',
    noneHere: 'Geen document past bij deze filters.',
    notFound: 'Geen document “{{name}}”.',
    showAll: 'Alle documenten bekijken',
    saved: 'Opgeslagen: {{name}}',
    open: 'Openen',
    openOne: '“{{name}}” openen',
    save: 'Opslaan',
    saveOne: '“{{name}}” opslaan',
  },
  figures: {
    totalCld: 'Totaal limieten',
    riskAcceptance: 'Risicoacceptatie (RA %)',
    abr: 'Gewogen gemiddelde rating (ABR)',
    pending: 'Aanvragen in behandeling',
    buyers: 'Afnemers met een limiet',
    help: {
      totalCld:
        'De som van de limieten die vandaag gelden, op de polissen van deze klant die voor u openstaan. Een tijdelijke limiet telt tot haar einde.',
      riskAcceptance:
        'Van de laatste beslissing per afnemer en polis: het toegekende bedrag, hoogstens het gevraagde, gedeeld door het gevraagde bedrag. Is er nog niets beslist, dan staat er een streepje en niet 0%.',
      abr: 'De rating van elke afnemer, van 1 tot 100, gewogen naar zijn geldende limieten. Hoe hoger, hoe groter het risico. Afnemers zonder rating tellen niet mee.',
      pending: 'De som van de aanvragen waarover nog niet beslist is.',
      buyers:
        'De afnemers met een limiet die vandaag geldt, elk één keer, ook onder meerdere polissen.',
    },
  },
}
