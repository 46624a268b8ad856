import type { services as french } from '../fr/services.ts'
import type { Texts } from '../texts.ts'

export const services: Texts<typeof french> = {
  title: 'Aanmelden',
  intro:
    'Met onze krachtige systemen beheert u eenvoudig uw account, uw polissen en uw aanvragen. De toegang tot de onlinediensten is beveiligd met een wachtwoord.',
  listLabel: 'Onlinediensten',
  servnet: {
    name: 'Serv@Net',
    text: 'Beheer uw kredietverzekering online.',
    action: 'Aanmelden bij Serv@Net',
  },
  collectnet: {
    name: 'Collect@Net',
    text: 'Beheer uw incasso’s online.',
    action: 'Aanmelden bij Collect@Net',
  },
  insights: {
    name: 'Atradius Insights',
    text: 'Ons onlineplatform dat uw activiteiten analyseert, zodat u uw risico’s gemakkelijker beheert en opvolgt.',
    action: 'Aanmelden bij Atradius Insights',
  },
  partners: {
    name: 'Partnerzone',
    text: 'Voor onze makelaars: alle informatie en hulpmiddelen om uw klanten en prospects de beste service te bieden.',
    action: 'Aanmelden bij de Partnerzone',
  },
}
