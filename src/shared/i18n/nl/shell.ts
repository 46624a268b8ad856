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
  search: 'Zoeken',
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
  proxy: {
    title: 'Aanmelden bij de proxy',
    text: 'De proxy van uw netwerk vraagt wie u bent voordat de app erdoor mag. Dit is niet uw Atradius-wachtwoord.',
    host: 'Proxy',
    realm: 'Omschrijving',
    again: 'De proxy heeft deze naam en dit wachtwoord niet aanvaard.',
    username: 'Gebruikersnaam voor de proxy',
    password: 'Wachtwoord voor de proxy',
    keep: 'Bewaren in de sleutelhanger van deze computer',
    submit: 'Aanmelden',
    cancel: 'Annuleren',
  },
}
