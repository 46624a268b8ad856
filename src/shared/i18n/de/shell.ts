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
  coming: 'folgt später',
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
}
