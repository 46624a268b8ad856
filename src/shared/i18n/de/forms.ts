import type { forms as source } from '../fr/forms.ts'
import type { Texts } from '../texts.ts'

export const forms: Texts<typeof source> = {
  cancel: 'Abbrechen',
  retry: 'Erneut versuchen',
  summary: {
    title_one: 'Ein Punkt ist zu korrigieren',
    title_other: '{{count}} Punkte sind zu korrigieren',
    item: '{{field}}: {{problem}}',
  },
  questions: {
    question: 'Frage {{number}}',
    answer: 'Antwort {{number}}',
    choose: 'Wählen Sie eine Frage',
    hide: 'Antworten verbergen',
    unavailable: 'Die Fragen konnten nicht geladen werden.',
  },
  code: {
    label: 'Code aus der E-\u2060Mail',
    hint: { numeric: 'Sechs Ziffern', alphanumeric: 'Acht Buchstaben und Ziffern' },
    validUntil: 'Gültig bis {{time}} Uhr.',
    validUntilDay: 'Gültig bis {{moment}} Uhr.',
    over: 'Dieser Code gilt nicht mehr. Fordern Sie einen neuen an.',
    send: 'Neuen Code senden',
    sending: 'Wird gesendet …',
    sendIn: 'Ein neuer Code kann in {{time}} angefordert werden.',
    sendNow: 'Ein neuer Code kann angefordert werden.',
    sent: 'Ein neuer Code ist unterwegs. Der vorige gilt nicht mehr.',
  },
  attempts: {
    left_one: 'Sie haben noch einen Versuch.',
    left_other: 'Sie haben noch {{count}} Versuche.',
  },
  reauthentication: {
    text: 'Geben Sie zum Fortfahren Ihr Passwort ein. Danach werden Sie fünf Minuten lang nicht mehr danach gefragt.',
    password: 'Ihr Passwort',
    submit: 'Bestätigen',
    submitting: 'Wird geprüft …',
    acts: {
      changeEmail: 'E-\u2060Mail-Adresse ändern',
      seeQuestions: 'Ihre Sicherheitsfragen ansehen',
      changeQuestions: 'Ihre neuen Fragen speichern',
      rehearse: 'Ihre Antworten prüfen',
      endSession: 'Sitzung von {{device}} beenden',
      endOtherSessions: 'Alle anderen Sitzungen beenden',
    },
  },
}
