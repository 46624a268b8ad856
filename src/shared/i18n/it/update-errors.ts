import type { updateErrors as source } from '../fr/update-errors.ts'
import type { Texts } from '../texts.ts'

export const updateErrors: Texts<typeof source> = {
  update_feed_unreachable: {
    message: 'Il server degli aggiornamenti non risponde.',
    next: 'Può continuare a lavorare: l’app riproverà da sola tra qualche ora.',
  },
  update_feed_refused: {
    message:
      'L’annuncio di un aggiornamento non è stato accettato: è illeggibile o non proviene da Atradius.',
    next: 'Non è stato installato nulla e può continuare a lavorare. Se succede di nuovo, avvisi il Suo reparto informatico.',
  },
  update_feed_outdated: {
    message:
      'Il server degli aggiornamenti propone una versione più vecchia di quella già annunciata.',
    next: 'È stata rifiutata e può continuare a lavorare. Se succede di nuovo, avvisi il Suo reparto informatico.',
  },
  update_file_refused: {
    message: 'Il file di aggiornamento ricevuto non è quello pubblicato da Atradius.',
    next: 'È stato eliminato e non è stato installato nulla. Riprovi più tardi; se succede di nuovo, avvisi il Suo reparto informatico.',
  },
  update_interrupted: {
    message: 'Il download dell’aggiornamento è stato interrotto.',
    next: 'Quanto già ricevuto è conservato: l’app lo riprenderà da sola, o subito se Lei lo chiede.',
  },
  update_edits_sending: {
    message: 'Una modifica è in corso di invio: l’app non si chiude adesso.',
    next: 'Attenda qualche secondo, poi riprovi.',
  },
  update_typed_unsaved: {
    message: 'Una pagina contiene dati che non ha ancora salvato.',
    next: 'Li salvi o li abbandoni, poi ripeta l’operazione. L’aggiornamento sarà comunque installato quando uscirà dall’app.',
  },
  update_not_installed: {
    message: 'L’aggiornamento non è stato installato.',
    next: 'Questa versione continua a funzionare. Chiuda l’app e la riapra; se succede di nuovo, avvisi il Suo reparto informatico.',
  },
  update_went_back: {
    message:
      'La versione {{version}} non si apriva su questo computer: l’app è tornata alla precedente.',
    next: 'Non deve fare nulla: quella versione non sarà più proposta e i Suoi dati sono intatti. Lo segnali all’Helpdesk se la attendeva.',
  },
  store_newer: {
    message:
      'I dati su questo computer sono stati salvati da una versione più recente dell’applicazione.',
    next: 'Restano intatti. Installi l’ultima versione: fino ad allora nulla di nuovo viene conservato sul computer.',
  },
  store_not_migrated: {
    message:
      'I dati di questo computer non hanno potuto essere adattati a questa versione dell’app.',
    next: 'Restano intatti e la versione precedente li apre. Contatti l’Helpdesk: fino ad allora nulla di nuovo è conservato sul computer.',
  },
}
