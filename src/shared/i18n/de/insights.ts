import type { insights as source } from '../fr/insights.ts'
import type { Texts } from '../texts.ts'

export const insights: Texts<typeof source> = {
  title: 'Atradius Insights',
  dashboard: 'Dashboard',
  tools: 'Werkzeuge',
  search: 'Suche',
  currency: 'Währung',
  account: 'Mein Konto',
  heading: 'Hier erscheint Ihr Dashboard',
  text: 'Es wird Ihre Kreditlimite, das durchschnittliche Rating Ihrer Abnehmer und dessen Entwicklung zeigen, in der Währung Ihrer Einstellungen. In der App ist es noch nicht verfügbar.',
  meanwhile: 'Bis dahin finden Sie Ihre Meldungen in Serv@Net, und „Mein Konto“ öffnet Ihr Profil.',
}
