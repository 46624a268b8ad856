import type { shell as source } from '../fr/shell.ts'
import type { Texts } from '../texts.ts'

export const shell: Texts<typeof source> = {
  menu: {
    label: 'Hoofdmenu',
    open: 'Menu',
    signOut: 'Afmelden',
    signingOut: 'Bezig met afmelden…',
  },
  skipToContent: 'Naar de inhoud',
  home: 'Terug naar het begin',
  coming: 'komt later',
  account: {
    label: 'Uw account:',
    profile: 'Gebruikersprofiel',
    lock: 'Vergrendelen',
    setUpLock: 'Vergrendeling…',
    help: 'Help',
    language: 'Taal',
  },
  footer: {
    legal: 'Juridische informatie',
    cookies: 'Informatie over cookies',
  },
}
