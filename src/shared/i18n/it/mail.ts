import type { mail as source } from '../fr/mail.ts'
import type { Texts } from '../texts.ts'

export const mail: Texts<typeof source> = {
  greeting: 'Buongiorno,',
  greetingByName: 'Buongiorno {{name}},',
  sender: 'Atradius Services Online',
  moment: '{{moment}} (ora di Bruxelles)',
  caution: 'Non è stato Lei?',
  footer: {
    questions: 'Ha una domanda? Contatti l’Helpdesk: {{phone}}, {{email}}.',
    automatic: 'Questo messaggio è inviato automaticamente; La preghiamo di non rispondere.',
  },
  code: {
    rules:
      'Questo codice è valido per {{duration}} dalla richiesta, fino al {{moment}}. Non lo comunichi a nessuno. Non Glielo chiederemo mai, né per telefono né per e-mail.',
  },
  recovery_code: {
    subject: 'Il Suo codice per una nuova password',
    text: 'Ha dimenticato la password. Per sceglierne una nuova, inserisca questo codice nell’app:',
    caution:
      'Ignori questo messaggio: la Sua password resta la stessa. Se ne riceve altri, avvisi l’Helpdesk.',
  },
  recovery_unfinished: {
    subject: 'Più richieste di una nuova password',
    text: 'Nelle ultime 24 ore «Password dimenticata?» è stato usato più volte per il Suo account senza essere portato a termine.',
    next: 'La Sua password resta la stessa. Se è stato Lei, non deve fare nulla.',
    caution:
      'Qualcuno potrebbe cercare di entrare nel Suo account. Non comunichi alcun codice a nessuno e avvisi l’Helpdesk.',
  },
  email_change_code: {
    subject: 'Confermi il Suo indirizzo e-mail',
    text: 'Questo indirizzo è stato scelto per un account Atradius Services Online. Per confermarlo, inserisca questo codice nell’app:',
    caution: 'Ignori questo messaggio: senza questo codice, il Suo indirizzo non sarà utilizzato.',
  },
  email_change_requested: {
    subject: 'Richiesta di modifica dell’indirizzo e-mail',
    text: 'È stato richiesto un nuovo indirizzo e-mail per il Suo account:',
    next: 'Non cambia nulla finché non viene confermato con il codice che abbiamo inviato a quell’indirizzo.',
    caution: 'Cambi la password nell’app, poi chiami subito l’Helpdesk.',
  },
  email_changed: {
    subject: 'Il Suo indirizzo e-mail è stato modificato',
    text: 'D’ora in poi Le scriveremo a questo indirizzo:',
    next: 'Questo è l’ultimo messaggio che riceve qui.',
    caution: 'Chiami subito l’Helpdesk: qualcun altro potrebbe usare il Suo account.',
  },
  password_changed: {
    subject: 'La Sua password è stata modificata',
    text: 'La password del Suo account è stata modificata in data {{moment}}.',
    next: 'Se è stato Lei, non deve fare nulla.',
    caution: 'Scelga subito una nuova password con «Password dimenticata?», poi chiami l’Helpdesk.',
  },
  password_recovered: {
    subject: 'Ha una nuova password',
    text: 'È stata scelta una nuova password con «Password dimenticata?» in data {{moment}}. Per sicurezza, tutti i Suoi dispositivi sono stati disconnessi.',
    next: 'Può accedere con la nuova password.',
    caution: 'Chiami subito l’Helpdesk: qualcun altro potrebbe usare il Suo account.',
  },
  new_device: {
    subject: 'Accesso da un nuovo dispositivo',
    text: 'È stato effettuato un accesso al Suo account da un dispositivo che non conoscevamo:',
    next: 'Se è stato Lei, non deve fare nulla.',
    caution:
      'Cambi la password nell’app, disconnetta questo dispositivo in «Profilo utente», poi chiami l’Helpdesk.',
  },
  password_expiry: {
    subject_later: 'La Sua password scade tra {{days}} giorni',
    subject_tomorrow: 'La Sua password scade domani',
    subject_today: 'La Sua password scade oggi',
    text: 'La Sua password è valida fino a: {{moment}}.',
    how: 'Può cambiarla già ora nell’app, in «Profilo utente».',
    afterwards:
      'In seguito potrà ancora accedere: l’app Le chiederà prima di sceglierne una nuova.',
  },
  alerts_digest: {
    subject_one: 'Serv@Net: un nuovo avviso',
    subject_other: 'Serv@Net: {{count}} nuovi avvisi',
    text_one: 'Un nuovo avviso La attende in Serv@Net:',
    text_other: '{{count}} nuovi avvisi La attendono in Serv@Net:',
    more_one: 'E un altro.',
    more_other: 'E altri {{count}}.',
    where: 'Li trova nella pagina iniziale di Serv@Net.',
    choice:
      'Riceve questo messaggio perché ha scelto gli avvisi per e-mail. Può modificare questa scelta in «Profilo utente».',
  },
}
