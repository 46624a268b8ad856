import type { help as source } from '../fr/help.ts'
import type { Texts } from '../texts.ts'

export const help: Texts<typeof source> = {
  title: 'Hilfe',
  intro: 'Das Wichtigste, um sich anzumelden und ohne Zeitverlust zu arbeiten.',
  keyboard: {
    title: 'Tastatur und Textgröße',
    enter: 'Ein Formular absenden',
    tab: 'Zum nächsten Feld, mit Umschalttaste zum vorherigen',
    escape: 'Einen Hinweis oder ein Menü schließen',
    zoomIn: 'Text vergrößern',
    zoomOut: 'Text verkleinern',
    zoomReset: 'Zurück zur normalen Größe',
    help: 'Die Hilfe öffnen',
    palette: 'Suchen, zu einer Seite gehen oder eine Aktion ausführen',
    service: 'Einen Dienst öffnen',
    profile: 'Ihr Profil öffnen',
    lock: 'Die App sperren',
    back: 'Vorherige Seite',
    forward: 'Nächste Seite',
    refresh: 'Die Daten aktualisieren',
    keys: {
      enter: 'Eingabe',
      tab: 'Tab',
      escape: 'Esc',
      shift: 'Umschalt',
      control: 'Strg',
      command: '⌘',
    },
    display:
      'Heller oder dunkler Modus, Kontrast und Animationen folgen den Einstellungen Ihres Computers.',
  },
  contact: {
    title: 'So erreichen Sie uns',
    text: 'Bei Fragen wenden Sie sich bitte an den Helpdesk.',
    phone: 'Telefon',
    email: 'E-Mail',
    address: 'Adresse',
    website: 'Website',
  },
  version: 'Version {{version}}',
  portal: 'Verbunden mit {{host}}',
  about: {
    title: 'Info',
    version: 'Version {{version}}',
    portal: 'Portal: {{host}}',
    noPortal: 'Es ist kein Portal eingerichtet',
    managed: {
      title: 'Von Ihrer Organisation vorgegeben',
      policy: 'Windows-Richtlinie',
      profile: 'Konfigurationsprofil',
      file: 'Konfigurationsdatei',
    },
    copy: 'Kopieren',
    copied: 'Kopiert',
  },
}
