import type { help as source } from '../fr/help.ts'
import type { Texts } from '../texts.ts'

export const help: Texts<typeof source> = {
  title: 'Aiuto',
  intro: 'L’essenziale per accedere e lavorare senza perdere tempo.',
  keyboard: {
    title: 'Tastiera e dimensione del testo',
    enter: 'Inviare un modulo',
    tab: 'Passare al campo successivo, o al precedente con Maiusc',
    escape: 'Chiudere un aiuto o un menu',
    zoomIn: 'Ingrandire il testo',
    zoomOut: 'Ridurre il testo',
    zoomReset: 'Tornare alla dimensione normale',
    help: 'Aprire l’aiuto',
    palette: 'Cercare, andare a una pagina o eseguire un’azione',
    service: 'Aprire un servizio',
    profile: 'Aprire il Suo profilo',
    lock: 'Bloccare l’applicazione',
    back: 'Pagina precedente',
    forward: 'Pagina successiva',
    refresh: 'Aggiornare i dati',
    keys: {
      enter: 'Invio',
      tab: 'Tab',
      escape: 'Esc',
      shift: 'Maiusc',
      control: 'Ctrl',
      command: '⌘',
    },
    display:
      'La modalità chiara o scura, il contrasto e le animazioni seguono le impostazioni del Suo computer.',
  },
  contact: {
    title: 'Come contattarci',
    text: 'Per qualsiasi domanda contatti l’Helpdesk.',
    phone: 'Telefono',
    email: 'E-mail',
    address: 'Indirizzo',
    website: 'Sito web',
  },
  version: 'Versione {{version}}',
  portal: 'Connessione a {{host}}',
  about: {
    title: 'Informazioni',
    version: 'Versione {{version}}',
    portal: 'Portale: {{host}}',
    noPortal: 'Nessun portale è configurato',
    managed: {
      title: 'Stabilito dalla Sua organizzazione',
      policy: 'Criterio di Windows',
      profile: 'Profilo di configurazione',
      file: 'File di configurazione',
    },
    copy: 'Copia',
    copied: 'Copiato',
  },
}
