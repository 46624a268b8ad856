import type { recovery as source } from '../fr/recovery.ts'
import type { Texts } from '../texts.ts'

export const recovery: Texts<typeof source> = {
  title: 'Passwort vergessen',
  back: 'Zurück zur Anmeldung',
  loading: 'Ihre Anfrage wird geladen',
  next: 'Weiter',
  previous: 'Zurück',
  steps: {
    username: 'Ihr Benutzername',
    answers: 'Sicherheitsfragen beantworten',
    code: 'Code aus der E-\u2060Mail',
    password: 'Neues Passwort eingeben',
  },
  username: {
    intro: 'Bitte geben Sie unten Ihren Benutzernamen ein, um fortzufahren',
    label: 'Benutzername',
    sending: 'Einen Moment …',
    forgotten: 'Benutzernamen vergessen?',
  },
  forgottenUsername: {
    title: 'Benutzername vergessen',
    intro:
      'Aus Sicherheitsgründen kann die Anwendung ihn Ihnen nicht nennen. Er steht meist ganz in der Nähe. Sonst genügt ein Anruf.',
    whereTitle: 'Wo er steht',
    where: {
      letter: 'In der Nachricht Ihrer Kontaktperson, neben Ihrem Anfangspasswort.',
      computer:
        'Auf einem Computer, an dem Sie sich schon angemeldet haben: Die Anmeldung trägt ihn von selbst ein.',
      manager: 'In Ihrem Passwortmanager, wenn er diese Anmeldung gespeichert hat.',
    },
    whomTitle: 'Wer ihn Ihnen sagen kann',
    whom: 'Ihre Kontaktperson, nachdem sie Ihre Identität geprüft hat. Nennen Sie ihr nie Ihr Passwort oder Ihre Antworten.',
  },
  answers: {
    account: 'Benutzername: {{username}}',
    intro: 'Bitte beantworten Sie Ihre persönlichen Sicherheitsfragen.',
    introWithCode:
      'Bitte beantworten Sie Ihre persönlichen Sicherheitsfragen und geben Sie den Code aus der E-\u2060Mail ein. Alles wird gemeinsam geprüft.',
    introCode: 'Bitte geben Sie den Code aus der E-\u2060Mail ein.',
    hint: 'Großschreibung, Akzente, Leerzeichen und Satzzeichen spielen keine Rolle.',
    questionsTitle: 'Ihre Fragen',
    codeTitle: 'Ihr Code',
    codeSent:
      'Wenn es ein Konto für „{{username}}“ gibt, wurde soeben ein Code an dessen E-\u2060Mail-Adresse gesendet.',
    until: 'Diese Anfrage bleibt bis {{time}} offen.',
    checking: 'Wird geprüft …',
  },
  noMail: {
    title: 'Kommt die Nachricht nicht an?',
    spam: 'Das Senden kann einige Minuten dauern. Sehen Sie auch im Spam-Ordner nach.',
    name: 'Prüfen Sie den oben angezeigten Benutzernamen.',
    other:
      'Die Nachricht geht an die Adresse in Ihrem Profil: Vielleicht ist es eine andere als die, bei der Sie nachsehen.',
    contact: 'Hilft das nicht, kann Ihnen Ihre Kontaktperson ein neues Erstpasswort geben.',
  },
  password: {
    intro: 'Klicken Sie auf „?“, um die Sicherheitsregeln zu sehen.',
    sessions: 'Zu Ihrer Sicherheit werden alle offenen Sitzungen beendet.',
    label: 'Geben Sie ein neues Passwort ein',
    again: 'Bestätigen Sie das neue Passwort',
    saving: 'Wird gespeichert …',
  },
  done: {
    heading: 'Neues Passwort gespeichert',
    text: 'Sie können sich mit dem neuen Passwort anmelden.',
    sessions:
      'Alle offenen Sitzungen wurden beendet. Eine E-\u2060Mail bestätigt Ihnen die Änderung.',
    action: 'Zurück zur Startseite',
  },
  over: {
    title: 'Diese Anfrage ist geschlossen',
    text: 'Ihre Frist ist verstrichen, oder alle Versuche sind verbraucht. Ihr Benutzername bleibt erhalten, Ihre Antworten aus Sicherheitsgründen nicht. Um neu zu beginnen, wählen Sie „Weiter“.',
  },
  signInOpen: 'Wenn Ihnen Ihr Passwort wieder einfällt, können Sie sich sofort anmelden.',
}
