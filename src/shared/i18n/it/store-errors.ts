import type { storeErrors as source } from '../fr/store-errors.ts'
import type { Texts } from '../texts.ts'

export const storeErrors: Texts<typeof source> = {
  disk_full: {
    message: 'Il disco di questo computer è pieno.',
    next: 'Liberi spazio, poi riprovi. Fino ad allora nulla è conservato sul computer.',
  },
  storage_failed: {
    message: 'Non è stato possibile conservare i dati su questo computer.',
    next: 'Riprovi. Se continua, chieda al Suo reparto informatico di verificare i diritti di accesso alla Sua cartella.',
  },
  edits_waiting: {
    message: 'Alcune modifiche non sono ancora arrivate ad Atradius: {{count}}. Andrebbero perse.',
    next: 'Attenda che siano inviate, le salvi in un file, oppure esca rinunciando a esse.',
  },
  store_damaged: {
    message: 'Alcuni dati conservati su questo computer erano danneggiati.',
    next: 'Sono stati messi da parte ed è stato recuperato ciò che era ancora leggibile. Controlli ciò che non aveva ancora salvato.',
  },
  store_key_missing: {
    message:
      'Alcuni dati su questo computer non possono più essere aperti: la loro chiave non è più nel portachiavi.',
    next: 'I suoi dati saranno ricaricati dal servizio. Ciò che non era ancora stato inviato va rifatto.',
    next_one:
      'I suoi dati saranno ricaricati dal servizio. Una modifica non era ancora stata inviata: va rifatta.',
    next_other:
      'I suoi dati saranno ricaricati dal servizio. {{count}} modifiche non erano ancora state inviate: vanno rifatte.',
  },
  store_unavailable: {
    message:
      'Manca una parte dell’applicazione: su questo computer non può essere conservato nulla.',
    next: 'Può lavorare finché è connesso. Reinstalli l’applicazione o lo chieda al suo reparto informatico.',
  },
}
