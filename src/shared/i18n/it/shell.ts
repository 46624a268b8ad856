import type { shell as source } from '../fr/shell.ts'
import type { Texts } from '../texts.ts'

export const shell: Texts<typeof source> = {
  menu: {
    label: 'Menu principale',
    open: 'Menu',
    signOut: 'Esci',
    signingOut: 'Uscita in corso…',
  },
  skipToContent: 'Vai al contenuto',
  home: 'Torna all’inizio',
  coming: 'in arrivo',
  account: {
    label: 'Il Suo account:',
    profile: 'Profilo utente',
    lock: 'Blocca',
    setUpLock: 'Blocco…',
    help: 'Aiuto',
    language: 'Lingua',
  },
  footer: {
    legal: 'Note legali',
    cookies: 'Informazioni sui cookie',
  },
}
