import type { forms as source } from '../fr/forms.ts'
import type { Texts } from '../texts.ts'

export const forms: Texts<typeof source> = {
  cancel: 'Annuleren',
  retry: 'Opnieuw proberen',
  summary: {
    title_one: 'Eén punt moet worden verbeterd',
    title_other: '{{count}} punten moeten worden verbeterd',
    item: '{{field}}: {{problem}}',
  },
  questions: {
    question: 'Vraag {{number}}',
    answer: 'Antwoord {{number}}',
    choose: 'Kies een vraag',
    hide: 'Antwoorden verbergen',
    unavailable: 'De vragen konden niet worden geladen.',
  },
  code: {
    label: 'Code uit de e-\u2060mail',
    hint: { numeric: 'Zes cijfers', alphanumeric: 'Acht letters en cijfers' },
    validUntil: 'Geldig tot {{time}}.',
    validUntilDay: 'Geldig tot {{moment}}.',
    over: 'Deze code is niet meer geldig. Vraag een nieuwe aan.',
    send: 'Nieuwe code versturen',
    sending: 'Wordt verstuurd…',
    sendIn: 'U kunt een nieuwe code vragen over {{time}}.',
    sendNow: 'U kunt een nieuwe code vragen.',
    sent: 'Er is een nieuwe code onderweg. De vorige is niet meer geldig.',
  },
  attempts: {
    left_one: 'U hebt nog één poging.',
    left_other: 'U hebt nog {{count}} pogingen.',
  },
  reauthentication: {
    text: 'Voer uw wachtwoord in om door te gaan. We vragen het daarna vijf minuten lang niet meer.',
    password: 'Uw wachtwoord',
    submit: 'Bevestigen',
    submitting: 'Wordt gecontroleerd…',
    acts: {
      changeEmail: 'E-\u2060mailadres wijzigen',
      seeQuestions: 'Uw beveiligingsvragen bekijken',
      changeQuestions: 'Uw nieuwe vragen opslaan',
      rehearse: 'Uw antwoorden controleren',
      endSession: 'De sessie van {{device}} beëindigen',
      endOtherSessions: 'Alle andere sessies beëindigen',
    },
  },
}
