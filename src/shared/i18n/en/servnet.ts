import type { servnet as source } from '../fr/servnet.ts'
import type { Texts } from '../texts.ts'

export const servnet: Texts<typeof source> = {
  menu: {
    home: 'Home',
    services: 'Services',
    products: 'Products',
    profile: 'User profile',
    help: 'Help',
  },
  title: 'Serv@Net',
  banner: {
    steer_with_confidence: 'Steer with confidence',
  },
  sinceYesterday: {
    none: 'Nothing new since yesterday.',
    alerts_one: 'One new alert since yesterday.',
    alerts_other: '{{count}} new alerts since yesterday.',
    messages_one: 'One message to read.',
    messages_other: '{{count}} messages to read.',
  },
  greeting: 'Hello, {{name}}',
  reminders: {
    confirmEmail: 'Confirm your e-mail address',
    codeSent:
      'A code has been sent to {{email}}. Until you have entered it, nothing else is sent to this address: no alerts, and no warning that your password expires.',
    codeOver:
      'The code that was sent to {{email}} is no longer valid. Ask for another one: until the address is confirmed, no alerts and no warnings are sent to it.',
    expires_one: 'Your password expires tomorrow',
    expires_other: 'Your password expires in {{count}} days',
    expiresToday: 'Your password expires today',
    expiresText:
      'Change it when it suits you. After that date, you will be asked for a new one when you sign in.',
    changeNow: 'Change it now',
    later: 'Later',
    rehearsal: 'Can you still answer your questions?',
    rehearsalText: 'A one-minute rehearsal with no consequences, so that you are never locked out.',
    rehearse: 'Try it',
    unsaved: 'Your changes to the profile are not saved',
    unsavedText: 'What you had typed is kept on this computer.',
    resume: 'Continue',
  },
  loading: 'Loading your home page',
  notKept: 'This was not saved',
  messages: {
    title: 'Latest messages',
    unavailable: 'The information screen is unavailable for the moment.',
    unavailableNext: 'Your alerts are still up to date. Messages will return as soon as possible.',
    none: 'No messages at the moment.',
    unread: 'Unread',
    all: 'All messages',
    show: 'Show more messages',
    readAll: 'Mark all as read',
    loading: 'Loading the messages',
    missing: 'This message does not exist, or it is not for you.',
  },
  alerts: {
    title: 'Alerts',
    none: 'No alerts. Your limits and your buyers’ ratings have not changed.',
    isNew: 'New',
    all: 'All alerts',
    open_one: 'One to handle',
    open_other: '{{count}} to handle',
    allHandled: 'Everything is handled.',
    policy: 'Policy {{policyId}}',
    limit_granted: 'Limit granted on {{buyer}}',
    limit_reduced: 'Limit reduced on {{buyer}}',
    limit_withdrawn: 'Limit withdrawn on {{buyer}}',
    rating_worse: 'The rating of {{buyer}} has worsened',
    rating_better: 'The rating of {{buyer}} has improved',
  },
  contact: {
    title: 'Contact',
    text: 'If you have any questions, please contact the Helpdesk.',
  },
}
