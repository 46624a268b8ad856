/** The lock's own page. */
export const lock = {
  title: 'App bloccata',
  password: {
    own: 'Password di blocco',
    portal: 'Password Atradius',
    former: 'Password Atradius precedente',
  },
  missing: 'Inserisca la Sua password.',
  unlock: 'Sblocca',
  unlocking: 'Apertura in corso…',
  other: 'Un’altra persona',
  forgotten: {
    own: 'Password dimenticata?',
    portal: 'Password cambiata altrove?',
  },
  former:
    'La Sua password Atradius è stata cambiata altrove. Inserisca un’ultima volta quella precedente: la nuova ne prenderà il posto.',
  signedIn:
    'Ha effettuato l’accesso. Ciò che è conservato su questo computer si apre ancora con questa password.',
  signIn: {
    text: 'Acceda con la Sua password Atradius. Questo computer deve essere collegato alla rete.',
    submit: 'Accedi',
    submitting: 'Accesso in corso…',
    back: 'Indietro',
  },
  abandon: {
    open: 'Continua senza ciò che è conservato qui',
    title: 'Cancellare ciò che è conservato qui?',
    text: 'Senza questa password i Suoi dati su questo computer non possono più essere aperti. Verranno cancellati e il blocco sarà disattivato.',
    lost_one: 'Una modifica non inviata andrà persa.',
    lost_other: '{{count}} modifiche non inviate andranno perse.',
    confirm: 'Cancella e continua',
    keep: 'Annulla',
  },
  waiting_one: 'Una modifica attende qui di essere inviata.',
  waiting_other: '{{count}} modifiche attendono qui di essere inviate.',
  retry: 'Riprova',
  retrying: 'Connessione in corso…',
  wait: 'Nuovo tentativo possibile tra {{time}}.',
  waitOver: 'Può riprovare ora.',
}
