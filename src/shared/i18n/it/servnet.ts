import type { servnet as source } from '../fr/servnet.ts'
import type { Texts } from '../texts.ts'

export const servnet: Texts<typeof source> = {
  menu: {
    home: 'Inizio',
    services: 'Servizi',
    products: 'Prodotti',
    profile: 'Profilo utente',
    help: 'Aiuto',
  },
  title: 'Serv@Net',
  banner: {
    steer_with_confidence: 'Guidi in tutta sicurezza',
  },
  sinceYesterday: {
    none: 'Nessuna novità da ieri.',
    alerts_one: 'Un nuovo avviso da ieri.',
    alerts_other: '{{count}} nuovi avvisi da ieri.',
    messages_one: 'Un messaggio da leggere.',
    messages_other: '{{count}} messaggi da leggere.',
  },
  greeting: 'Buongiorno, {{name}}',
  reminders: {
    confirmEmail: 'Confermi il Suo indirizzo e-mail',
    codeSent:
      'Un codice è stato inviato a {{email}}. Finché non lo avrà inserito, non inviamo altro a questo indirizzo: né avvisi né promemoria di scadenza.',
    codeOver:
      'Il codice inviato a {{email}} non è più valido. Ne richieda un altro: finché l’indirizzo non è confermato, non vi inviamo né avvisi né promemoria di scadenza.',
    expires_one: 'La Sua password scade domani',
    expires_other: 'La Sua password scade tra {{count}} giorni',
    expiresToday: 'La Sua password scade oggi',
    expiresText:
      'La cambi quando Le è comodo. Dopo quella data, Le sarà chiesta una nuova password all’accesso.',
    changeNow: 'Cambia ora',
    later: 'Più tardi',
    rehearsal: 'Saprebbe ancora rispondere alle Sue domande?',
    rehearsalText: 'Una prova di un minuto, senza conseguenze, per non restare mai fuori.',
    rehearse: 'Prova',
    unsaved: 'Le Sue modifiche al profilo non sono salvate',
    unsavedText: 'Abbiamo conservato su questo computer ciò che aveva inserito.',
    resume: 'Riprendi',
  },
  loading: 'Caricamento della Sua pagina iniziale',
  notKept: 'Non è stato salvato',
  messages: {
    title: 'Ultimi messaggi',
    unavailable: 'La schermata informativa non è disponibile al momento.',
    unavailableNext: 'I Suoi avvisi restano aggiornati. I messaggi torneranno appena possibile.',
    none: 'Nessun messaggio al momento.',
    unread: 'Da leggere',
    all: 'Tutti i messaggi',
    show: 'Mostra altri messaggi',
    readAll: 'Segna tutto come letto',
    loading: 'Caricamento dei messaggi',
    missing: 'Questo messaggio non esiste, o non è per Lei.',
  },
  alerts: {
    title: 'Avvisi',
    none: 'Nessun avviso. I Suoi limiti e i rating dei Suoi acquirenti non sono cambiati.',
    isNew: 'Nuovo',
    all: 'Tutti gli avvisi',
    open_one: 'Uno da gestire',
    open_other: '{{count}} da gestire',
    allHandled: 'Tutto è gestito.',
    policy: 'Polizza {{policyId}}',
    limit_granted: 'Limite concesso su {{buyer}}',
    limit_reduced: 'Limite ridotto su {{buyer}}',
    limit_withdrawn: 'Limite revocato su {{buyer}}',
    rating_worse: 'Il rating di {{buyer}} è peggiorato',
    rating_better: 'Il rating di {{buyer}} è migliorato',
  },
  contact: {
    title: 'Contatto',
    text: 'Per qualsiasi domanda contatti l’Helpdesk.',
  },
}
