import type { servnet as source } from '../fr/servnet.ts'
import type { Texts } from '../texts.ts'

export const servnet: Texts<typeof source> = {
  menu: {
    home: 'Start',
    services: 'Diensten',
    products: 'Producten',
    profile: 'Gebruikers\u00adprofiel',
    help: 'Help',
  },
  title: 'Serv@Net',
  banner: {
    steer_with_confidence: 'Stuur met vertrouwen',
  },
  sinceYesterday: {
    none: 'Niets nieuws sinds gisteren.',
    alerts_one: 'Eén nieuwe melding sinds gisteren.',
    alerts_other: '{{count}} nieuwe meldingen sinds gisteren.',
    messages_one: 'Eén bericht te lezen.',
    messages_other: '{{count}} berichten te lezen.',
  },
  greeting: 'Goedendag, {{name}}',
  reminders: {
    confirmEmail: 'Bevestig uw e-mailadres',
    codeSent:
      'Er is een code naar {{email}} gestuurd. Zolang u die niet hebt ingevoerd, sturen wij niets anders naar dit adres: geen meldingen en geen waarschuwing dat uw wachtwoord verloopt.',
    codeOver:
      'De code die naar {{email}} is gestuurd, is niet meer geldig. Vraag een nieuwe aan: zolang het adres niet is bevestigd, sturen wij er geen meldingen of waarschuwingen naartoe.',
    expires_one: 'Uw wachtwoord verloopt morgen',
    expires_other: 'Uw wachtwoord verloopt over {{count}} dagen',
    expiresToday: 'Uw wachtwoord verloopt vandaag',
    expiresText:
      'Wijzig het wanneer het u uitkomt. Daarna moet u bij het aanmelden een nieuw kiezen.',
    changeNow: 'Nu wijzigen',
    later: 'Later',
    rehearsal: 'Kunt u uw vragen nog beantwoorden?',
    rehearsalText: 'Een test van een minuut, zonder gevolgen, zodat u nooit buitengesloten raakt.',
    rehearse: 'Proberen',
    unsaved: 'Uw wijzigingen in het profiel zijn niet opgeslagen',
    unsavedText: 'Wij hebben op deze computer bewaard wat u had ingevoerd.',
    resume: 'Verdergaan',
  },
  loading: 'Uw startpagina wordt geladen',
  notKept: 'Dit is niet opgeslagen',
  messages: {
    title: 'Laatste berichten',
    unavailable: 'Het informatiescherm is tijdelijk niet beschikbaar.',
    unavailableNext: 'Uw meldingen zijn wel actueel. De berichten komen zo snel mogelijk terug.',
    none: 'Geen berichten op dit moment.',
    unread: 'Ongelezen',
    all: 'Alle berichten',
    show: 'Meer berichten tonen',
    readAll: 'Alles als gelezen markeren',
    loading: 'De berichten worden geladen',
    missing: 'Dit bericht bestaat niet, of het is niet voor u.',
  },
  alerts: {
    title: 'Meldingen',
    none: 'Geen meldingen. Uw limieten en de ratings van uw afnemers zijn niet gewijzigd.',
    isNew: 'Nieuw',
    all: 'Alle meldingen',
    open_one: 'Eén af te handelen',
    open_other: '{{count}} af te handelen',
    allHandled: 'Alles is afgehandeld.',
    policy: 'Polis {{policyId}}',
    limit_granted: 'Limiet toegekend op {{buyer}}',
    limit_reduced: 'Limiet verlaagd op {{buyer}}',
    limit_withdrawn: 'Limiet ingetrokken op {{buyer}}',
    rating_worse: 'De rating van {{buyer}} is verslechterd',
    rating_better: 'De rating van {{buyer}} is verbeterd',
  },
  contact: {
    title: 'Contact',
    text: 'Neem met vragen contact op met de Helpdesk.',
  },
}
