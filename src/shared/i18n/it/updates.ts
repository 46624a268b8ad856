import type { updates as source } from '../fr/updates.ts'
import type { Texts } from '../texts.ts'

export const updates: Texts<typeof source> = {
  title: 'Aggiornamenti',
  off: {
    policy: 'Il Suo reparto informatico ha disattivato gli aggiornamenti.',
    development: 'Questa versione di sviluppo non si aggiorna.',
    noFeed:
      'Questa installazione non cerca aggiornamenti: chieda le nuove versioni al Suo reparto informatico.',
    unverifiable:
      'Questa installazione non può verificare chi pubblica un aggiornamento, quindi non ne installa nessuno. Chieda al Suo reparto informatico di reinstallare l’app.',
  },
  managed: 'Il Suo amministratore aggiorna quest’app: non deve fare nulla.',
  upToDate: 'L’app è aggiornata.',
  notChecked: 'L’app cerca da sola le nuove versioni.',
  checkedAt: {
    today: 'Verificato oggi alle {{time}}',
    yesterday: 'Verificato ieri alle {{time}}',
    earlier: 'Verificato il {{date}}',
  },
  checking: 'Ricerca di una nuova versione…',
  available: 'La versione {{version}} è disponibile.',
  downloading: 'Download della versione {{version}}',
  ready: 'La versione {{version}} è pronta.',
  readyNext: 'Riavvii ora o continui a lavorare: sarà installata quando uscirà dall’app.',
  installing: 'L’app si chiude e si riaprirà nella versione {{version}}.',
  whatIsNew: 'Novità',
  actions: {
    check: 'Cerca ora',
    download: 'Scarica',
    install: 'Riavvia ora',
    retry: 'Riprova',
  },
}
