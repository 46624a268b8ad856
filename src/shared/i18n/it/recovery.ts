import type { recovery as source } from '../fr/recovery.ts'
import type { Texts } from '../texts.ts'

export const recovery: Texts<typeof source> = {
  title: 'Password dimenticata',
  back: 'Torna all’accesso',
  loading: 'Caricamento della Sua richiesta',
  next: 'Continua',
  previous: 'Indietro',
  steps: {
    username: 'Il Suo nome utente',
    answers: 'Risposta alle domande di sicurezza',
    code: 'Codice ricevuto per e-\u2060mail',
    password: 'Inserire una nuova password',
  },
  username: {
    intro: 'Per continuare, inserisca qui sotto il Suo nome utente',
    label: 'Nome utente',
    sending: 'Un momento…',
    forgotten: 'Nome utente dimenticato?',
  },
  forgottenUsername: {
    title: 'Nome utente dimenticato',
    intro:
      'Per sicurezza, l’applicazione non può ricordarglielo. È a portata di mano, o di una telefonata.',
    whereTitle: 'Dove si trova',
    where: {
      letter: 'Nel messaggio della Sua persona di contatto, accanto alla password iniziale.',
      computer:
        'Su un computer da cui ha già effettuato l’accesso: la schermata di accesso lo mostra da sola.',
      manager: 'Nel Suo gestore di password, se ha conservato questo accesso.',
    },
    whomTitle: 'Chi può dirglielo',
    whom: 'La Sua persona di contatto, dopo aver verificato la Sua identità. Non le comunichi mai la password né le risposte.',
  },
  answers: {
    account: 'Nome utente: {{username}}',
    intro: 'Risponda alle Sue domande personali di sicurezza.',
    introWithCode:
      'Risponda alle Sue domande personali di sicurezza e inserisca il codice inviato per e-\u2060mail. Tutto viene verificato insieme.',
    introCode: 'Inserisca il codice inviato per e-\u2060mail.',
    hint: 'Le maiuscole, gli accenti, gli spazi e la punteggiatura non contano.',
    questionsTitle: 'Le Sue domande',
    codeTitle: 'Il Suo codice',
    codeSent:
      'Se esiste un account per «{{username}}», è appena stato inviato un codice al suo indirizzo e-\u2060mail.',
    until: 'Questa richiesta resta aperta fino alle {{time}}.',
    checking: 'Verifica in corso…',
  },
  noMail: {
    title: 'Il messaggio non arriva?',
    spam: 'L’invio può richiedere qualche minuto. Guardi anche nella posta indesiderata.',
    name: 'Controlli il nome utente indicato sopra.',
    other:
      'Il messaggio parte verso l’indirizzo del Suo profilo: forse è diverso da quello che sta consultando.',
    contact:
      'Se non basta, la Sua persona di contatto può rilasciarLe una nuova password iniziale.',
  },
  password: {
    intro: 'Faccia clic su «?» per conoscere le regole di sicurezza da rispettare.',
    sessions: 'Per sicurezza, tutte le Sue sessioni aperte saranno chiuse.',
    label: 'Inserisca una nuova password',
    again: 'Confermi la nuova password',
    saving: 'Salvataggio in corso…',
  },
  done: {
    heading: 'Nuova password salvata',
    text: 'Può accedere utilizzando la nuova password.',
    sessions:
      'Tutte le sessioni aperte sono state chiuse e un’e-\u2060mail Le conferma la modifica.',
    action: 'Torna alla pagina iniziale',
  },
  over: {
    title: 'Questa richiesta è chiusa',
    text: 'Il termine è scaduto, oppure tutti i tentativi sono stati usati. Il Suo nome utente è conservato; per sicurezza, le Sue risposte no. Per ricominciare, scelga «Continua».',
  },
  signInOpen: 'Se ricorda la password, può accedere subito.',
}
