import type { forms as source } from '../fr/forms.ts'
import type { Texts } from '../texts.ts'

export const forms: Texts<typeof source> = {
  cancel: 'Annulla',
  retry: 'Riprova',
  summary: {
    title_one: 'Un punto da correggere',
    title_other: '{{count}} punti da correggere',
    item: '{{field}}: {{problem}}',
  },
  questions: {
    question: 'Domanda {{number}}',
    answer: 'Risposta {{number}}',
    choose: 'Scelga una domanda',
    hide: 'Nascondi le risposte',
    unavailable: 'Non è stato possibile caricare le domande.',
  },
  code: {
    label: 'Codice ricevuto per e-\u2060mail',
    hint: { numeric: 'Sei cifre', alphanumeric: 'Otto lettere e cifre' },
    validUntil: 'Valido fino alle {{time}}.',
    validUntilDay: 'Valido fino al {{moment}}.',
    over: 'Questo codice non è più valido. Ne chieda uno nuovo.',
    send: 'Invia un nuovo codice',
    sending: 'Invio in corso…',
    sendIn: 'Potrà chiedere un nuovo codice tra {{time}}.',
    sendNow: 'Ora può chiedere un nuovo codice.',
    sent: 'Un nuovo codice è in arrivo. Il precedente non è più valido.',
  },
  attempts: {
    left_one: 'Le resta un tentativo.',
    left_other: 'Le restano {{count}} tentativi.',
  },
  reauthentication: {
    text: 'Inserisca la password per continuare. Non Le sarà più chiesta per cinque minuti.',
    password: 'La Sua password',
    submit: 'Conferma',
    submitting: 'Verifica in corso…',
    acts: {
      changeEmail: 'Cambiare l’indirizzo e-\u2060mail',
      seeQuestions: 'Vedere le Sue domande di sicurezza',
      changeQuestions: 'Salvare le Sue nuove domande',
      rehearse: 'Verificare le Sue risposte',
      endSession: 'Chiudere la sessione di {{device}}',
      endOtherSessions: 'Chiudere tutte le altre sessioni',
    },
  },
}
