import type { enrolment as source } from '../fr/enrolment.ts'
import type { Texts } from '../texts.ts'

export const enrolment: Texts<typeof source> = {
  title: 'Registering your account',
  intro:
    'A few more details are enough to register your account. You will be asked for them only at this first sign-in.',
  signedInAs: 'Account: {{username}}',
  signOut: 'Sign out',
  until: 'To be completed by {{date}}.',
  loading: 'Loading your registration',
  resumed:
    'What you entered has been restored. For security, the password and the answers are never kept: please enter them again.',
  resumedData: 'What you entered has been restored.',
  stepSaved: 'Step 1 is saved.',

  kept: 'You can stop at any time: what you enter here will stay on this computer, except the password and the answers.',
  keptData: 'You can stop at any time: what you enter here will stay on this computer.',

  notKept:
    'What you enter cannot be kept on this computer. Please complete this step without closing the app.',
  steps: {
    security: 'Security',
    personalData: 'Your personal details',
  },
  security: {
    passwordTitle: 'Your new password',
    passwordIntro:
      'It replaces the one you received. Select “?” to see the security rules it has to meet.',
    newPassword: 'New password',
    questionsTitle: 'Your three questions',
    questionsIntro:
      'You will be asked them if you forget your password or want to change it. Choose three different questions.',
    answersHint: 'Capital letters, accents, spaces and punctuation make no difference.',
    alreadySaved:
      'This step is already saved. Leave the fields empty to change nothing, or fill in all of them to replace it.',
    next: 'Next',
    saving: 'Saving…',
  },
  personalData: {
    emailTitle: 'Please enter an e-\u2060mail address',
    emailIntro:
      'We will use it to tell you about important changes to your access, and to warn you when your password is about to expire.',
    email: 'Enter your e-\u2060mail address',
    emailHint:
      'One address cannot serve several accounts. You will receive a code there to confirm it.',
    emailConfirmation: 'Enter your e-\u2060mail address again',
    alertsByEmail: 'Also receive Serv@Net alerts at this address',
    identityTitle: 'Please give us some further details',
    firstName: 'First name',
    lastName: 'Last name',
    language: 'Preferred language',
    languageHint: 'For the app and for our e-\u2060mails.',
    back: 'Back',
    next: 'Next',
    saving: 'Saving…',
  },
  done: {
    heading: 'Your account is registered',
    text: 'From now on, your username and your new password open all your services.',
    open: 'Open Serv@Net',
  },
}
