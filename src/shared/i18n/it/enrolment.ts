import type { enrolment as source } from '../fr/enrolment.ts'
import type { Texts } from '../texts.ts'

export const enrolment: Texts<typeof source> = {
  title: 'Registrazione del Suo account',
  intro:
    'Bastano poche informazioni in più per registrare il Suo account. Le saranno chieste solo a questo primo accesso.',
  signedInAs: 'Account: {{username}}',
  signOut: 'Esci',
  until: 'Da completare entro: {{date}}.',
  loading: 'Caricamento della Sua registrazione',
  resumed:
    'Quanto inserito è stato recuperato. Per sicurezza, la password e le risposte non vengono mai conservate: le inserisca di nuovo.',
  resumedData: 'Quanto inserito è stato recuperato.',
  stepSaved: 'Il passaggio 1 è salvato.',

  kept: 'Può interrompere quando vuole: quanto inserirà qui resterà su questo computer, tranne la password e le risposte.',
  keptData: 'Può interrompere quando vuole: quanto inserirà qui resterà su questo computer.',

  notKept:
    'Quanto inserisce non può essere conservato su questo computer. Completi questo passaggio senza chiudere l’app.',
  steps: {
    security: 'Sicurezza',
    personalData: 'I Suoi dati personali',
  },
  security: {
    passwordTitle: 'La Sua nuova password',
    passwordIntro:
      'Sostituisce quella che ha ricevuto. Faccia clic su «?» per conoscere le regole di sicurezza da rispettare.',
    newPassword: 'Nuova password',
    questionsTitle: 'Le Sue tre domande',
    questionsIntro:
      'Le saranno poste se dimentica la password o desidera cambiarla. Scelga tre domande diverse.',
    answersHint: 'Le maiuscole, gli accenti, gli spazi e la punteggiatura non contano.',
    alreadySaved:
      'Questo passaggio è già salvato. Lasci vuoti i campi per non cambiare nulla, oppure li compili tutti per sostituirlo.',
    next: 'Avanti',
    saving: 'Salvataggio in corso…',
  },
  personalData: {
    emailTitle: 'Inserisca un indirizzo e-\u2060mail',
    emailIntro:
      'Lo useremo per informarLa di modifiche importanti al Suo accesso e per avvisarLa quando la password sta per scadere.',
    email: 'Inserisca il Suo indirizzo e-\u2060mail',
    emailHint:
      'Uno stesso indirizzo non può servire a più account. Vi riceverà un codice per confermarlo.',
    emailConfirmation: 'Inserisca di nuovo il Suo indirizzo e-\u2060mail',
    alertsByEmail: 'Ricevere anche gli avvisi Serv@Net a questo indirizzo',
    identityTitle: 'Ci fornisca qualche altra informazione',
    firstName: 'Nome',
    lastName: 'Cognome',
    language: 'Lingua preferita',
    languageHint: 'Quella dell’app e delle nostre e-\u2060mail.',
    back: 'Indietro',
    next: 'Avanti',
    saving: 'Salvataggio in corso…',
  },
  done: {
    heading: 'Il Suo account è registrato',
    text: 'D’ora in poi il Suo nome utente e la Sua nuova password aprono tutti i Suoi servizi.',
    open: 'Apri Serv@Net',
  },
}
