import type { mail as source } from '../fr/mail.ts'
import type { Texts } from '../texts.ts'

export const mail: Texts<typeof source> = {
  greeting: 'Hello,',
  greetingByName: 'Hello {{name}},',
  sender: 'Atradius Services Online',
  moment: '{{moment}} (Brussels time)',
  caution: 'Wasn’t this you?',
  footer: {
    questions: 'Any questions? Contact the Helpdesk: {{phone}}, {{email}}.',
    automatic: 'This message was sent automatically; please do not reply to it.',
  },
  code: {
    rules:
      'This code is valid for {{duration}} from the request, until {{moment}}. Do not give it to anyone. We will never ask you for it, neither by phone nor by e-mail.',
  },
  recovery_code: {
    subject: 'Your code for a new password',
    text: 'You have forgotten your password. To choose a new one, enter this code in the app:',
    caution:
      'Ignore this message: your password stays the same. If you receive more of them, tell the Helpdesk.',
  },
  recovery_unfinished: {
    subject: 'Several requests for a new password',
    text: 'In the last 24 hours, “Forgotten your password?” was used several times for your account without being completed.',
    next: 'Your password stays the same. If this was you, there is nothing you need to do.',
    caution:
      'Someone may be trying to get into your account. Do not give any code to anyone, and tell the Helpdesk.',
  },
  email_change_code: {
    subject: 'Confirm your e-mail address',
    text: 'This address was chosen for an Atradius Services Online account. To confirm it, enter this code in the app:',
    caution: 'Ignore this message: without this code, your address will not be used.',
  },
  email_change_requested: {
    subject: 'Change of e-mail address requested',
    text: 'A new e-mail address was requested for your account:',
    next: 'Nothing changes until it has been confirmed with the code that we sent there.',
    caution: 'Change your password in the app, then call the Helpdesk without delay.',
  },
  email_changed: {
    subject: 'Your e-mail address was changed',
    text: 'From now on we will write to you at this address:',
    next: 'This is the last message you will receive here.',
    caution: 'Call the Helpdesk without delay: someone else may be using your account.',
  },
  password_changed: {
    subject: 'Your password was changed',
    text: 'The password of your account was changed on {{moment}}.',
    next: 'If this was you, there is nothing you need to do.',
    caution:
      'Choose a new password at once with “Forgotten your password?”, then call the Helpdesk.',
  },
  password_recovered: {
    subject: 'You have a new password',
    text: 'A new password was chosen with “Forgotten your password?” on {{moment}}. For your security, all your devices were signed out.',
    next: 'You can sign in with the new password.',
    caution: 'Call the Helpdesk without delay: someone else may be using your account.',
  },
  new_device: {
    subject: 'Sign-in from a new device',
    text: 'Your account was signed in to from a device that we did not know:',
    next: 'If this was you, there is nothing you need to do.',
    caution:
      'Change your password in the app, sign this device out under “User profile”, then call the Helpdesk.',
  },
  password_expiry: {
    subject_later: 'Your password expires in {{days}} days',
    subject_tomorrow: 'Your password expires tomorrow',
    subject_today: 'Your password expires today',
    text: 'Your password is valid until {{moment}}.',
    how: 'You can change it now in the app, under “User profile”.',
    afterwards: 'After that you can still sign in: the app will first ask you to choose a new one.',
  },
  alerts_digest: {
    subject_one: 'Serv@Net: one new alert',
    subject_other: 'Serv@Net: {{count}} new alerts',
    text_one: 'One new alert is waiting for you in Serv@Net:',
    text_other: '{{count}} new alerts are waiting for you in Serv@Net:',
    more_one: 'And one more.',
    more_other: 'And {{count}} more.',
    where: 'You will find them on the home page of Serv@Net.',
    choice:
      'You receive this message because you chose alerts by e-mail. You can change this choice under “User profile”.',
  },
}
