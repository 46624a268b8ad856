import type { services as french } from '../fr/services.ts'
import type { Texts } from '../texts.ts'

export const services: Texts<typeof french> = {
  title: 'Anmeldung',
  intro:
    'Mit unseren leistungsfähigen Systemen verwalten Sie Ihr Konto, Ihre Policen und Ihre Anfragen ganz einfach. Der Zugang zu den Online-Diensten ist durch ein Passwort geschützt.',
  listLabel: 'Online-Dienste',
  servnet: {
    name: 'Serv@Net',
    text: 'Verwalten Sie Ihre Kreditversicherung online.',
    action: 'Bei Serv@Net anmelden',
  },
  collectnet: {
    name: 'Collect@Net',
    text: 'Verwalten Sie Ihr Inkasso online.',
    action: 'Bei Collect@Net anmelden',
  },
  insights: {
    name: 'Atradius Insights',
    text: 'Unsere Online-Plattform zur Analyse Ihres Geschäfts: Sie steuern und verfolgen Ihre Risiken leichter.',
    action: 'Bei Atradius Insights anmelden',
  },
  partners: {
    name: 'Partnerbereich',
    text: 'Für unsere Makler: alle Informationen und Unterlagen, um Kunden und Interessenten bestens zu betreuen.',
    action: 'Im Partnerbereich anmelden',
  },
}
