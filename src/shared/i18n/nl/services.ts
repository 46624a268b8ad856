import type { services as french } from '../fr/services.ts'
import type { Texts } from '../texts.ts'

export const services: Texts<typeof french> = {
  title: 'Aanmelden',
  intro:
    'Met onze krachtige systemen beheert u eenvoudig uw account, uw polissen en uw aanvragen. De toegang tot de onlinediensten is beveiligd met een wachtwoord.',
  listLabel: 'Onlinediensten',
  yours: {
    title: 'Uw diensten',
    intro: 'Eén gebruikersnaam en één wachtwoord openen ze allemaal.',
    ask: 'Uw contactpersoon kan u toegang geven.',
  },
  servnet: {
    name: 'Serv@Net',
    text: 'Beheer uw kredietverzekering online.',
    action: 'Aanmelden bij Serv@Net',
    signIn: 'Aanmelden bij Serv@Net',
    open: 'Serv@Net openen',
    notGranted: 'Serv@Net hoort niet bij uw diensten.',
  },
  collectnet: {
    name: 'Collect@Net',
    text: 'Beheer uw incasso’s online.',
    action: 'Aanmelden bij Collect@Net',
    signIn: 'Aanmelden bij Collect@Net',
    open: 'Collect@Net openen',
    notGranted: 'Collect@Net hoort niet bij uw diensten.',
  },
  insights: {
    name: 'Atradius Insights',
    text: 'Ons onlineplatform dat uw activiteiten analyseert, zodat u uw risico’s gemakkelijker beheert en opvolgt.',
    action: 'Aanmelden bij Atradius Insights',
    signIn: 'Aanmelden bij Atradius Insights',
    open: 'Atradius Insights openen',
    notGranted: 'Atradius Insights hoort niet bij uw diensten.',
  },
  partners: {
    name: 'Partnerzone',
    text: 'Voor onze makelaars: alle informatie en hulpmiddelen om uw klanten en prospects de beste service te bieden.',
    action: 'Aanmelden bij de Partnerzone',
    signIn: 'Aanmelden bij de Partnerzone',
    open: 'De Partnerzone openen',
    notGranted: 'De Partnerzone is voorbehouden aan onze makelaars.',
    clients: 'Klanten',
    documents: 'Documenten',
  },
}
