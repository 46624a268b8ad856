import type { errors as source } from '../fr/errors.ts'
import type { Texts } from '../texts.ts'
import { tableErrors } from './table-errors.ts'
import { caseErrors, caseFields } from './case-errors.ts'
import { updateErrors } from './update-errors.ts'
import { lockErrors } from './lock-errors.ts'
import { storeErrors } from './store-errors.ts'

export const errors: Texts<typeof source> = {
  invalid_request: {
    message: 'Alcuni dati non sono stati accettati.',
    next: 'Controlli i campi segnalati, poi riprovi.',
  },
  invalid_credentials: {
    message: 'Questo nome utente e questa password non corrispondono.',
    next: 'Li controlli entrambi, maiuscole comprese. Se non basta, scelga «Password dimenticata?».',
  },
  unauthenticated: {
    message: 'Nessuna sessione è aperta.',
    next: 'Acceda, poi riprovi.',
  },
  token_expired: {
    message: 'Il Suo accesso è scaduto.',
    next: 'Acceda di nuovo per continuare.',
  },
  session_ended: {
    message: 'La Sua sessione è terminata.',
    next: 'Acceda di nuovo: riprenderà da dove aveva lasciato.',
  },
  enrolment_required: {
    message: 'La registrazione del Suo account non è completata.',
    next: 'Completi i due passaggi per accedere a questo servizio.',
  },
  password_change_required: {
    message: 'La Sua password deve essere sostituita.',
    next: 'Ne scelga una nuova per continuare.',
  },
  initial_password_expired: {
    message: 'La Sua password iniziale non è più valida: valeva 14 giorni.',
    next: 'Ne chieda una nuova alla Sua persona di contatto.',
  },
  reauthentication_required: {
    message: 'Questa operazione richiede di confermare la Sua identità.',
    next: 'Inserisca di nuovo la password.',
  },
  forbidden: {
    message: 'Il Suo account non comprende questo servizio.',
    next: 'Se ne ha bisogno, chieda l’accesso alla Sua persona di contatto.',
  },
  not_found: {
    message: 'Questo elemento non esiste o non esiste più.',
    next: 'Torni alla pagina precedente: mostra ciò che esiste ancora.',
  },
  method_not_allowed: {
    message: 'Il servizio non offre questa azione.',
    next: 'Installi l’ultima versione dell’app. Se continua, contatti l’Helpdesk.',
  },
  email_taken: {
    message: 'Questo indirizzo e-\u2060mail è già usato da un altro account.',
    next: 'Inserisca un altro indirizzo: non può essere condiviso tra più account.',
  },
  application_pending: {
    message: 'Una richiesta per questo acquirente è già all’esame.',
    next: 'La apra per seguirla. Per un altro importo attenda la decisione o ci contatti.',
  },
  idempotency_conflict: {
    message: 'Con lo stesso riferimento è già stata inviata una richiesta diversa.',
    next: 'Verifichi che cosa è stato salvato prima di inviare una nuova richiesta.',
  },
  in_progress: {
    message: 'Questa richiesta è già in corso di elaborazione.',
    next: 'Attenda qualche secondo, poi riprovi.',
  },
  invalid_state: {
    message: 'Questo passaggio non è più quello in corso.',
    next: 'Esca da questa pagina e la riapra per vedere il passaggio in corso.',
  },
  flow_expired: {
    message: 'Il termine per completare è scaduto.',
    next: 'Ricominci dall’inizio. Se è il primo accesso, chieda prima una nuova password iniziale alla Sua persona di contatto.',
  },
  cursor_expired: {
    message: 'Questo computer non è aggiornato da troppo tempo.',
    next: 'Riapra la pagina: tutti i Suoi dati saranno letti di nuovo.',
  },
  precondition_failed: {
    message: 'Questi dati sono stati modificati altrove nel frattempo.',
    next: 'Riapra la pagina, controlli che cosa è cambiato, poi salvi di nuovo.',
  },
  precondition_required: {
    message: 'Questi dati devono essere riletti prima di essere modificati.',
    next: 'Lasci questa pagina, la riapra, poi ricominci.',
  },
  payload_too_large: {
    message: 'Il testo inserito è troppo lungo per essere inviato.',
    next: 'Lo abbrevi, poi riprovi.',
  },
  unsupported_media_type: {
    message: 'Il servizio non ha riconosciuto il formato della richiesta.',
    next: 'Installi l’ultima versione dell’app. Se continua, contatti l’Helpdesk.',
  },
  expectation_failed: {
    message: 'Qualcosa nella Sua rete ha modificato questa richiesta.',
    next: 'Riprovi da un’altra rete. Se continua, contatti il Suo reparto informatico.',
  },
  password_policy: {
    message: 'Questa password non rispetta ancora tutte le regole.',
    next: 'Corregga i punti segnalati.',
  },
  answers_policy: {
    message: 'Alcune domande o risposte non sono adatte.',
    next: 'Corregga i punti segnalati.',
  },
  verification_failed: {
    message: 'Non è stato possibile confermare quanto inserito.',
    next: 'Controlli tutti i dati, poi riprovi.',
  },
  code_expired: {
    message: 'La validità di questo codice è terminata.',
    next: 'Chieda un nuovo codice e lo inserisca. Nessun tentativo è stato conteggiato.',
  },
  too_many_attempts: {
    message: 'Ci sono stati troppi tentativi in poco tempo.',
    next: 'Attenda la fine del periodo di attesa, poi riprovi. Il Suo account non è bloccato.',
  },
  internal: {
    message: 'Il servizio ha avuto un errore.',
    next: 'Riprovi tra qualche minuto. Se continua, contatti l’Helpdesk.',
  },
  unavailable: {
    message: 'Il servizio non è disponibile al momento.',
    next: 'Riprovi tra qualche minuto.',
  },
  network_offline: {
    message: 'Questo computer non è connesso a Internet.',
    next: 'Controlli la rete o il Wi-Fi, poi riprovi.',
  },
  portal_unreachable: {
    message: 'Il servizio Atradius non è raggiungibile.',
    next: 'Riprovi tra qualche minuto. Se altri siti si aprono, avvisi il Suo reparto informatico.',
  },
  portal_timeout: {
    message: 'Il servizio Atradius impiega troppo tempo a rispondere.',
    next: 'Riprovi tra qualche istante.',
  },
  portal_answer_invalid: {
    message: 'È arrivata una risposta inattesa al posto di quella del servizio Atradius.',
    next: 'Se la Sua rete chiede di accedere da un browser, lo faccia e riprovi. Altrimenti avvisi il Suo reparto informatico.',
  },
  proxy_authentication_required: {
    message: 'Il proxy della Sua rete richiede un’identificazione.',
    next: 'La Sua password Atradius non c’entra: contatti il Suo reparto informatico.',
  },
  certificate_untrusted: {
    message: 'La connessione al servizio non è sicura: il certificato non è attendibile.',
    next: 'Non è stato inviato nulla. Spesso la causa è il proxy aziendale: contatti il Suo reparto informatico.',
  },
  clock_wrong: {
    message: 'L’ora di questo computer non corrisponde a quella del servizio.',
    next: 'Imposti la data e l’ora del computer, poi riprovi.',
  },
  keychain_absent: {
    message: 'Questo computer non ha un portachiavi utilizzabile.',
    next: 'Può lavorare normalmente; dovrà accedere a ogni apertura dell’app.',
  },
  keychain_locked: {
    message: 'Il portachiavi di questo computer è bloccato.',
    next: 'Lo sblocchi, poi riprovi. Fino ad allora il Suo accesso non sarà conservato.',
  },
  keychain_refused: {
    message: 'Il portachiavi di questo computer ha rifiutato l’accesso.',
    next: 'Autorizzi Atradius Services Online a usarlo, poi riprovi. Fino ad allora il Suo accesso non sarà conservato.',
  },
  page_not_printed: {
    message: 'Non è stato possibile preparare il PDF.',
    next: 'Riprovi. Se continua, chiuda l’applicazione, la riapra e ripeta.',
  },
  configuration_invalid: {
    message: 'La configurazione di questo computer non può essere letta.',
    next: 'Finché non viene corretta, non è possibile collegarsi. Comunichi quanto segue al Suo reparto informatico: {{path}}',
  },
  already_running: {
    message: 'L’app è già aperta.',
    next: 'La sua finestra è stata portata in primo piano.',
  },
  deep_link_invalid: {
    message: 'Questo link non porta da nessuna parte nell’app.',
    next: 'Chieda un nuovo link al mittente.',
  },
  link_not_opened: {
    message: 'Questo computer non ha aperto alcun programma per questo contatto.',
    next: 'Lo copi Lei stesso: {{target}}',
  },
  sender_forbidden: {
    message: 'Questa richiesta non proveniva da una pagina dell’app ed è stata rifiutata.',
    next: 'Chiuda e riapra l’app. Se succede di nuovo, contatti l’Helpdesk.',
  },
  unexpected: {
    message: 'Si è verificato un errore imprevisto.',
    next: 'Riprovi. Se continua, chiuda e riapra l’app o contatti l’Helpdesk.',
  },
  ...storeErrors,
  ...lockErrors,
  ...updateErrors,
  ...tableErrors,
  ...caseErrors,
  retried: {
    still: 'Per ora non è cambiato nulla.',
    keychain: 'Il portachiavi funziona di nuovo.',
    session: 'Il portachiavi funziona di nuovo. Il Suo accesso vi è conservato.',
    storage: 'I dati sono di nuovo conservati su questo computer.',
  },
  wait: {
    countdown: 'Nuovo tentativo possibile tra {{wait}}.',
    over: 'Ora può riprovare.',
  },
  fields: {
    ...caseFields,
    required: 'Compili questo campo.',
    invalid: 'Questo valore non è accettato.',
    email_invalid: 'L’indirizzo deve essere simile a nome@azienda.it.',
    email_accents: 'Prima della @ sono ammesse solo lettere senza accenti.',
    emails_differ: 'I due indirizzi e-\u2060mail non coincidono.',
    email_taken: 'Questo indirizzo è già usato da un altro account.',
    code_numeric: 'Il codice ha sei cifre.',
    code_alphanumeric: 'Il codice ha otto lettere e cifre, senza O, I, L, 0 o 1.',
    invalid_credentials: 'Questa password non è corretta.',
    passwords_differ: 'Le due password non coincidono.',
    email_unchanged: 'Questo è già il Suo indirizzo.',
    name_link:
      'Questo nome sembra un link o un indirizzo. Inserisca solo il nome, con uno spazio dopo ogni punto.',
    too_short: 'Servono almeno {{min}} caratteri.',
    too_long: 'Sono ammessi al massimo {{max}} caratteri.',
    missing_lower: 'Manca una lettera minuscola.',
    missing_upper: 'Manca una lettera maiuscola.',
    missing_digit: 'Manca una cifra.',
    missing_symbol: 'Manca un simbolo, per esempio - o !',
    contains_username: 'Non deve contenere il Suo nome utente.',
    contains_name: 'Non deve contenere il Suo nome né il Suo cognome.',
    contains_email: 'Non deve contenere il Suo indirizzo e-\u2060mail.',
    too_common:
      'Questa password è facile da indovinare: è comune, o è fatta del nome di un servizio o di un’azienda, di una stagione o di un mese.',
    used_before: 'Questa password è stata usata di recente.',
    only_digits: 'Solo cifre non bastano: aggiunga lettere.',
    repeated: 'Servono almeno quattro caratteri diversi.',
    question_required: 'Scelga una domanda.',
    question_unknown: 'Questa domanda non è più proposta: ne scelga un’altra.',
    question_repeated: 'Questa domanda è già scelta: ne prenda un’altra.',
    answer_too_short: 'La risposta deve avere almeno 2 lettere o cifre.',
    answers_alike: 'Questa risposta è uguale a un’altra.',
    answer_is_username: 'La risposta non può essere il Suo nome utente.',
    answer_is_email: 'La risposta non può essere il Suo indirizzo e-\u2060mail.',
    answer_is_password: 'La risposta non può essere la Sua password.',
    amount_invalid: 'Questo non è un importo: scriva cifre.',
    amount_ambiguous: 'Questo importo si può leggere in due modi: scelga quello giusto.',
    amount_currency: 'Questo importo indica una valuta diversa da {{currency}}.',
    amount_negative: 'L’importo non può essere negativo.',
    amount_too_large: 'Questo importo è troppo alto.',
    terms_invalid: 'Indichi un numero intero di giorni, da 0 a 720.',
    too_many_decimals: 'Questa valuta ammette al massimo {{max}} decimali.',
    no_decimals: 'Questa valuta si scrive senza decimali.',
    terms_too_long: 'Questa polizza copre termini di pagamento di {{max}} giorni al massimo.',
    ends_before_starts: 'La fine deve seguire l’inizio o cadere nello stesso giorno.',
    ends_in_past: 'Questa data è passata: indichi oggi o un giorno successivo.',
    country_unknown: 'Questo paese non è conosciuto: lo scelga dall’elenco.',
    currency_unknown: 'Questa valuta non è conosciuta: la scelga dall’elenco.',
    currency_of_policy: 'Il fatturato si dichiara nella valuta della polizza: {{currency}}.',
    one_buyer: 'Scelga un acquirente conosciuto o ne descriva uno, non entrambi.',
    no_limit: 'Non c’è alcun fido da revocare: indichi un importe superiore a zero.',
    period_not_over: 'Questo periodo non è terminato: lo dichiari dopo.',
    period_reversed:
      'Questo periodo finisce prima di iniziare: scelga una fine successiva all’inizio.',
    period_in_future: 'Questo periodo finisce nel futuro: scelga al più tardi oggi.',
    period_too_early: 'I dati non risalgono a prima del 1900: scelga un inizio più recente.',
  },
}
