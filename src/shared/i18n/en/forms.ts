import type { forms as source } from '../fr/forms.ts'
import type { Texts } from '../texts.ts'

export const forms: Texts<typeof source> = {
  cancel: 'Cancel',
  retry: 'Try again',
  summary: {
    title_one: 'One point needs correcting',
    title_other: '{{count}} points need correcting',
    item: '{{field}}: {{problem}}',
  },
  questions: {
    question: 'Question {{number}}',
    answer: 'Answer {{number}}',
    choose: 'Choose a question',
    hide: 'Hide the answers',
    unavailable: 'The questions could not be loaded.',
  },
  code: {
    label: 'Code received by e-\u2060mail',
    hint: { numeric: 'Six digits', alphanumeric: 'Eight letters and digits' },
    validUntil: 'Valid until {{time}}.',
    validUntilDay: 'Valid until {{moment}}.',
    over: 'This code is no longer valid. Ask for a new one.',
    send: 'Send a new code',
    sending: 'Sending…',
    sendIn: 'A new code can be requested in {{time}}.',
    sendNow: 'A new code can be requested.',
    sent: 'A new code is on its way. The previous one is no longer valid.',
  },
  attempts: {
    left_one: 'You have one attempt left.',
    left_other: 'You have {{count}} attempts left.',
  },
  reauthentication: {
    text: 'Enter your password to continue. You will not be asked again for five minutes.',
    password: 'Your password',
    submit: 'Confirm',
    submitting: 'Checking…',
    acts: {
      changeEmail: 'Change your e-\u2060mail address',
      seeQuestions: 'See your security questions',
      changeQuestions: 'Save your new questions',
      rehearse: 'Check your answers',
      endSession: 'End the session of {{device}}',
      endOtherSessions: 'End all other sessions',
    },
  },
}
