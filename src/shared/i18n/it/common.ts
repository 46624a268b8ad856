import type { common as french } from '../fr/common.ts'
import type { Texts } from '../texts.ts'

export const common: Texts<typeof french> = {
  company: 'Atradius',
  optional: '(facoltativo)',
  loading: 'Caricamento…',
  loadingLong: 'Ci vuole più tempo del solito. Può attendere o tornare più tardi.',

  close: 'Chiudi',
  back: 'Indietro',
  next: 'Avanti',
  language: {
    label: 'Lingua',
  },
  password: {
    show: 'Mostra',
    hide: 'Nascondi',
    showLong: 'Mostra: {{field}}',
    hideLong: 'Nascondi: {{field}}',
    capsLock: 'Il blocco maiuscole è attivo.',
  },
  steps: {
    label: 'Avanzamento',
    position: 'Passaggio {{position}} di {{total}}',
    ahead: 'Poi: {{step}}',

    done: '(completata)',
  },
  contact: {
    link: 'Contatti',
  },
  portalHost: 'Sta accedendo a {{host}}',
  notFound: {
    title: 'Questa pagina non esiste',
    text: 'Il link potrebbe essere vecchio o incompleto.',
    action: 'Torna all’inizio',
  },
  failure: {
    title: 'Non è stato possibile mostrare questa pagina',
    text: 'Si è verificato un errore imprevisto nell’app. Ciò che aveva salvato è conservato.',
    action: 'Ricarica la pagina',
    contact: 'Se dovesse ripetersi, si rivolga alla Sua persona di contatto.',
  },
  linkCopied: {
    title: 'Il link di questa pagina è stato copiato.',
    text: 'Apre l’applicazione su questa pagina, per chi vi ha accesso.',
  },
}
