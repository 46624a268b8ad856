import type { servnet as source } from '../fr/servnet.ts'
import type { Texts } from '../texts.ts'

export const servnet: Texts<typeof source> = {
  menu: {
    home: 'Start',
    services: 'Dienste',
    products: 'Produkte',
    profile: 'Benutzer\u00adprofil',
    help: 'Hilfe',
  },
  title: 'Serv@Net',
  banner: {
    steer_with_confidence: 'Steuern Sie mit Zuversicht',
  },
  sinceYesterday: {
    none: 'Seit gestern nichts Neues.',
    alerts_one: 'Eine neue Meldung seit gestern.',
    alerts_other: '{{count}} neue Meldungen seit gestern.',
    messages_one: 'Eine ungelesene Nachricht.',
    messages_other: '{{count}} ungelesene Nachrichten.',
  },
  greeting: 'Guten Tag, {{name}}',
  reminders: {
    confirmEmail: 'Bestätigen Sie Ihre E-Mail-Adresse',
    codeSent:
      'An {{email}} wurde ein Code gesendet. Bis Sie ihn eingegeben haben, senden wir nichts anderes an diese Adresse: weder Meldungen noch Hinweise auf den Ablauf Ihres Passworts.',
    codeOver:
      'Der Code, der an {{email}} gesendet wurde, gilt nicht mehr. Fordern Sie einen neuen an: Solange die Adresse nicht bestätigt ist, senden wir weder Meldungen noch Hinweise dorthin.',
    expires_one: 'Ihr Passwort läuft morgen ab',
    expires_other: 'Ihr Passwort läuft in {{count}} Tagen ab',
    expiresToday: 'Ihr Passwort läuft heute ab',
    expiresText:
      'Ändern Sie es, wann es Ihnen passt. Danach müssen Sie bei der Anmeldung ein neues wählen.',
    changeNow: 'Jetzt ändern',
    later: 'Später',
    rehearsal: 'Können Sie Ihre Fragen noch beantworten?',
    rehearsalText: 'Eine Probe von einer Minute, ohne Folgen, damit Sie nie ausgesperrt sind.',
    rehearse: 'Ausprobieren',
    unsaved: 'Ihre Änderungen am Profil sind nicht gespeichert',
    unsavedText: 'Ihre Eingaben haben wir auf diesem Computer aufbewahrt.',
    resume: 'Fortfahren',
  },
  loading: 'Ihre Startseite wird geladen',
  notKept: 'Das wurde nicht gespeichert',
  messages: {
    title: 'Neueste Nachrichten',
    unavailable: 'Der Informationsbereich ist vorübergehend nicht verfügbar.',
    unavailableNext:
      'Ihre Meldungen sind weiterhin aktuell. Die Nachrichten kommen so bald wie möglich zurück.',
    none: 'Zurzeit keine Nachrichten.',
    unread: 'Ungelesen',
    all: 'Alle Nachrichten',
    show: 'Weitere Nachrichten anzeigen',
    readAll: 'Alle als gelesen markieren',
    loading: 'Die Nachrichten werden geladen',
    missing: 'Diese Nachricht gibt es nicht, oder sie ist nicht für Sie.',
  },
  alerts: {
    title: 'Meldungen',
    none: 'Keine Meldungen. Ihre Limite und die Ratings Ihrer Abnehmer sind unverändert.',
    isNew: 'Neu',
    all: 'Alle Meldungen',
    open_one: 'Eine zu erledigen',
    open_other: '{{count}} zu erledigen',
    allHandled: 'Alles ist erledigt.',
    policy: 'Police {{policyId}}',
    limit_granted: 'Limit gewährt auf {{buyer}}',
    limit_reduced: 'Limit herabgesetzt auf {{buyer}}',
    limit_withdrawn: 'Limit aufgehoben auf {{buyer}}',
    rating_worse: 'Das Rating von {{buyer}} hat sich verschlechtert',
    rating_better: 'Das Rating von {{buyer}} hat sich verbessert',
  },
  contact: {
    title: 'Kontakt',
    text: 'Bei Fragen wenden Sie sich bitte an den Helpdesk.',
  },
}
