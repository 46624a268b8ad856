import type { recovery as source } from '../fr/recovery.ts'
import type { Texts } from '../texts.ts'

export const recovery: Texts<typeof source> = {
  title: 'Forgotten password',
  back: 'Back to sign-in',
  loading: 'Loading your request',
  next: 'Continue',
  previous: 'Back',
  steps: {
    username: 'Your username',
    answers: 'Answer your security questions',
    code: 'Code received by e-\u2060mail',
    password: 'Enter a new password',
  },
  username: {
    intro: 'To continue, please enter your username below',
    label: 'Username',
    sending: 'One moment…',
    forgotten: 'Forgotten your username?',
  },
  forgottenUsername: {
    title: 'Forgotten username',
    intro:
      'For safety, the application cannot remind you of it. It is close at hand, or one call away.',
    whereTitle: 'Where to find it',
    where: {
      letter: 'In the message from your contact person, next to your initial password.',
      computer:
        'On a computer where you have signed in before: the sign-in screen fills it in by itself.',
      manager: 'In your password manager, if it has kept this sign-in.',
    },
    whomTitle: 'Who can tell you',
    whom: 'Your contact person, once they have checked your identity. Never give them your password or your answers.',
  },
  answers: {
    account: 'Username: {{username}}',
    intro: 'Please answer your personal security questions.',
    introWithCode:
      'Please answer your personal security questions and enter the code sent by e-\u2060mail. Everything is checked together.',
    introCode: 'Please enter the code sent by e-\u2060mail.',
    hint: 'Capital letters, accents, spaces and punctuation make no difference.',
    questionsTitle: 'Your questions',
    codeTitle: 'Your code',
    codeSent:
      'If there is an account for “{{username}}”, a code has just been sent to its e-\u2060mail address.',
    until: 'This request stays open until {{time}}.',
    checking: 'Checking…',
  },
  noMail: {
    title: 'Has the message not arrived?',
    spam: 'It can take a few minutes. Please look in your junk mail too.',
    name: 'Check the username shown above.',
    other:
      'The message goes to the address in your profile, which may not be the one you are checking.',
    contact: 'If that does not help, your contact person can issue you a new initial password.',
  },
  password: {
    intro: 'Select “?” to see the security rules it has to meet.',
    sessions: 'For your security, all your open sessions will be ended.',
    label: 'Enter a new password',
    again: 'Confirm the new password',
    saving: 'Saving…',
  },
  done: {
    heading: 'New password saved',
    text: 'You can sign in with the new password.',
    sessions: 'All open sessions have been ended, and an e-\u2060mail confirms the change.',
    action: 'Back to the home page',
  },
  over: {
    title: 'This request is closed',
    text: 'Its time has run out, or all its attempts have been used. Your username is kept; for your security, your answers are not. To start again, select “Continue”.',
  },
  signInOpen: 'If you remember your password, you can sign in right now.',
}
