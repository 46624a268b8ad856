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
  search: 'Cercare',
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
  proxy: {
    title: 'Accesso al proxy',
    text: 'Il proxy della Sua rete chiede chi è Lei prima di lasciar passare l’applicazione. Non è la Sua password Atradius.',
    host: 'Proxy',
    realm: 'Denominazione',
    again: 'Il proxy non ha accettato questo nome e questa password.',
    username: 'Nome utente del proxy',
    password: 'Password del proxy',
    keep: 'Conservare nel portachiavi di questo computer',
    submit: 'Accedi',
    cancel: 'Annulla',
  },
}
