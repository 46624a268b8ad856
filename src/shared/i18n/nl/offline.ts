import type { offline as source } from '../fr/offline.ts'
import type { Texts } from '../texts.ts'

export const offline: Texts<typeof source> = {
  chip: {
    online: 'Online',
    offline: {
      today: 'Offline sinds {{time}}',
      yesterday: 'Offline sinds gisteren, {{time}}',
      earlier: 'Offline sinds {{date}}',
    },
    syncing: 'Synchroniseren',
    waiting_one: '1 in de wacht',
    waiting_other: '{{count}} in de wacht',
    attention_one: '1 te bekijken',
    attention_other: '{{count}} te bekijken',
  },
  asAt: {
    today: 'Gegevens van vandaag, {{time}}',
    yesterday: 'Gegevens van gisteren, {{time}}',
    earlier: 'Gegevens van {{date}}',
    refreshing: 'Bezig met vernieuwen…',
  },
  check: {
    refresh: 'Vernieuwen',
    retry: 'Opnieuw proberen',
    reached: 'De dienst antwoordt.',
    failed: 'De dienst antwoordt nog steeds niet.',
  },
  sheet: {
    title: 'Verbinding en verzending',
    online: 'De dienst van Atradius antwoordt.',
    goOn: 'U kunt verder werken: wat u wijzigt, blijft op deze computer en wordt verzonden zodra de dienst antwoordt.',
    kept: 'Deze computer bewaart wat u hebt bekeken.',
    keptNothing: 'Er is nog niets bewaard op deze computer.',
  },
  outbox: {
    title: 'Te verzenden',
    none: 'Er wacht niets: alles is opgeslagen.',
    since: {
      today: 'sinds {{time}}',
      yesterday: 'sinds gisteren, {{time}}',
      earlier: 'sinds {{date}}',
    },
    states: {
      waiting: 'In de wacht',
      sending: 'Wordt verzonden',
      conflict: 'Intussen elders gewijzigd',
      refused: 'Geweigerd',
    },
    kinds: {
      personal: 'Naam en taal',
      preferences: 'Voorkeuren',
      rehearsalPostponed: 'Controle van de vragen uitgesteld',
      alertHandled: 'Melding als afgehandeld gemarkeerd',
      alertReopened: 'Melding opnieuw af te handelen',
      messageRead: 'Bericht als gelezen gemarkeerd',
      messagesRead: 'Berichten als gelezen gemarkeerd',
      apply: 'Limietaanvraag',
      declareTurnover: 'Omzetaangifte',
    },
    field: '{{field}}: {{value}}',
    refusedNext: 'Bewerk of verwijder deze wijziging.',
    conflictNext: 'Kies wat moet blijven.',
    send: 'Nu verzenden',
    save: 'Opslaan als bestand',
    saved: 'Opgeslagen als {{fileName}}.',
    edit: 'Bewerken',
    editLong: 'Bewerken: {{edit}}',
    discard: 'Verwijderen',
    discardLong: 'Verwijderen: {{edit}}',
    choose: 'Kiezen',
    chooseLong: 'Kiezen: {{edit}}',
    discardTitle: 'Deze wijziging verwijderen?',
    discardText: 'Wat u hebt ingevuld, is nergens anders opgeslagen.',
    keep: 'Behouden',
  },
  pending: {
    kept: 'Bewaard op deze computer ({{time}}). Wordt verzonden zodra de dienst antwoordt.',
    conflict: 'Uw wijzigingen wachten: dezelfde gegevens zijn elders gewijzigd.',
    refused: 'Uw wijzigingen zijn geweigerd.',
    show: 'Bekijken wat wacht',
    mark: 'Nog niet verzonden',
  },
  needsPortal:
    'U bent offline. Hiervoor is meteen een antwoord van de dienst nodig: doe dit zodra de verbinding terug is.',
  needsPortalFailed:
    'Dit kan niet op deze computer wachten. Er is niets gewijzigd; probeer het opnieuw zodra de dienst antwoordt.',
  nothingKept:
    'Van deze pagina is nog niets bewaard op deze computer: ze verschijnt zodra de dienst antwoordt.',
  signIn:
    'De dienst van Atradius is op dit moment niet bereikbaar. Om u aan te melden is die nodig.',
  signOut: {
    title_one: 'Eén wijziging is nog niet verzonden',
    title_other: '{{count}} wijzigingen zijn nog niet verzonden',
    text: 'Afmelden wist alles van u op deze computer, ook wat nog wacht. Alleen uw notities over afnemers blijven er, verzegeld.',
    send: 'Nu verzenden',
    notSent: 'Het verzenden is niet gelukt: de dienst antwoordt niet.',
    notAllSent: 'Niet alles kon worden verzonden.',
    discard_one: 'Afmelden en ze verliezen',
    discard_other: 'Afmelden en alle {{count}} verliezen',
    cancel: 'Aangemeld blijven',
  },
}
