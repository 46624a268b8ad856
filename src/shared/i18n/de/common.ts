import type { common as french } from '../fr/common.ts'
import type { Texts } from '../texts.ts'

export const common: Texts<typeof french> = {
  company: 'Atradius',
  optional: '(freiwillig)',
  loading: 'Wird geladen …',
  loadingLong: 'Das dauert länger als gewöhnlich. Sie können warten oder später wiederkommen.',

  close: 'Schließen',
  back: 'Zurück',
  next: 'Weiter',
  language: {
    label: 'Sprache',
  },
  password: {
    show: 'Anzeigen',
    hide: 'Verbergen',
    showLong: 'Anzeigen: {{field}}',
    hideLong: 'Verbergen: {{field}}',
    capsLock: 'Die Feststelltaste ist aktiviert.',
  },
  steps: {
    label: 'Fortschritt',
    position: 'Schritt {{position}} von {{total}}',
    ahead: 'Danach: {{step}}',

    done: '(erledigt)',
  },
  contact: {
    link: 'Kontakt',
  },
  portalHost: 'Sie melden sich bei {{host}} an',
  notFound: {
    title: 'Diese Seite gibt es nicht',
    text: 'Der Link ist vielleicht veraltet oder unvollständig.',
    action: 'Zurück zum Anfang',
  },
  failure: {
    title: 'Diese Seite konnte nicht angezeigt werden',
    text: 'In der App ist ein unerwarteter Fehler aufgetreten. Was Sie gespeichert hatten, bleibt erhalten.',
    action: 'Seite neu laden',
    contact: 'Sollte das erneut vorkommen, wenden Sie sich bitte an Ihre Kontaktperson.',
  },
  linkCopied: {
    title: 'Der Link zu dieser Seite ist kopiert.',
    text: 'Er öffnet die App auf dieser Seite, für alle, die darauf Zugriff haben.',
  },
}
