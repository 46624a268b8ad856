import type { shell as source } from '../fr/shell.ts'
import type { Texts } from '../texts.ts'

export const shell: Texts<typeof source> = {
  menu: {
    label: 'Hauptmenü',
    open: 'Menü',
    signOut: 'Abmelden',
    signingOut: 'Abmeldung läuft …',
  },
  skipToContent: 'Zum Inhalt',
  home: 'Zurück zum Start',
  search: 'Suchen',
  account: {
    label: 'Ihr Konto:',
    profile: 'Benutzerprofil',
    lock: 'Sperren',
    setUpLock: 'Sperre…',
    help: 'Hilfe',
    language: 'Sprache',
  },
  footer: {
    legal: 'Rechtliche Hinweise',
    cookies: 'Informationen zu Cookies',
  },
  proxy: {
    title: 'Anmeldung am Proxy',
    text: 'Der Proxy Ihres Netzwerks fragt, wer Sie sind, bevor er die App durchlässt. Dies ist nicht Ihr Atradius-Passwort.',
    host: 'Proxy',
    realm: 'Bezeichnung',
    again: 'Der Proxy hat diesen Namen und dieses Passwort nicht angenommen.',
    username: 'Benutzername für den Proxy',
    password: 'Passwort für den Proxy',
    keep: 'Im Schlüsselbund dieses Computers aufbewahren',
    submit: 'Anmelden',
    cancel: 'Abbrechen',
  },
}
