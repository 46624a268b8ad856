import type { services as french } from '../fr/services.ts'
import type { Texts } from '../texts.ts'

export const services: Texts<typeof french> = {
  title: 'Anmeldung',
  intro:
    'Mit unseren leistungsfähigen Systemen verwalten Sie Ihr Konto, Ihre Policen und Ihre Anfragen ganz einfach. Der Zugang zu den Online-Diensten ist durch ein Passwort geschützt.',
  listLabel: 'Online-Dienste',
  yours: {
    title: 'Ihre Dienste',
    intro: 'Ein Benutzername und ein Passwort öffnen sie alle.',
    ask: 'Ihre Kontaktperson kann den Zugang für Sie öffnen.',
  },
  servnet: {
    name: 'Serv@Net',
    text: 'Verwalten Sie Ihre Kreditversicherung online.',
    action: 'Bei Serv@Net anmelden',
    signIn: 'Anmeldung bei Serv@Net',
    open: 'Serv@Net öffnen',
    notGranted: 'Serv@Net gehört nicht zu Ihren Diensten.',
  },
  collectnet: {
    name: 'Collect@Net',
    text: 'Verwalten Sie Ihr Inkasso online.',
    action: 'Bei Collect@Net anmelden',
    signIn: 'Anmeldung bei Collect@Net',
    open: 'Collect@Net öffnen',
    notGranted: 'Collect@Net gehört nicht zu Ihren Diensten.',
  },
  insights: {
    name: 'Atradius Insights',
    text: 'Unsere Online-Plattform zur Analyse Ihres Geschäfts: Sie steuern und verfolgen Ihre Risiken leichter.',
    action: 'Bei Atradius Insights anmelden',
    signIn: 'Anmeldung bei Atradius Insights',
    open: 'Atradius Insights öffnen',
    notGranted: 'Atradius Insights gehört nicht zu Ihren Diensten.',
  },
  partners: {
    name: 'Partner\u00adbereich',
    text: 'Für unsere Makler: alle Informationen und Unterlagen, um Kunden und Interessenten bestens zu betreuen.',
    action: 'Im Partnerbereich anmelden',
    signIn: 'Anmeldung im Partnerbereich',
    open: 'Den Partnerbereich öffnen',
    notGranted: 'Der Partnerbereich ist unseren Maklern vorbehalten.',
    clients: 'Kunden',
    documents: 'Dokumente',
  },
}
