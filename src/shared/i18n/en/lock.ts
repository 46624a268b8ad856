/** The lock's own page. */
export const lock = {
  title: 'App locked',
  password: {
    own: 'Lock password',
    portal: 'Atradius password',
    former: 'Previous Atradius password',
  },
  missing: 'Enter your password.',
  unlock: 'Unlock',
  unlocking: 'Opening…',
  other: 'Another person',
  forgotten: {
    own: 'Forgot your password?',
    portal: 'Password changed elsewhere?',
  },
  former:
    'Your Atradius password was changed elsewhere. Enter the previous one a last time: the new one will take its place.',
  signedIn: 'You are signed in. What is kept on this computer still opens with this password.',
  signIn: {
    text: 'Sign in with your Atradius password. This computer must be connected to the network.',
    submit: 'Sign in',
    submitting: 'Signing in…',
    back: 'Back',
  },
  abandon: {
    open: 'Continue without what is kept here',
    title: 'Erase what is kept here?',
    text: 'Without this password, your data on this computer can no longer be opened. It will be erased, and the lock turned off.',
    lost_one: 'One change that was not sent will be lost.',
    lost_other: '{{count}} changes that were not sent will be lost.',
    confirm: 'Erase and continue',
    keep: 'Cancel',
  },
  waiting_one: 'One change is waiting here to be sent.',
  waiting_other: '{{count}} changes are waiting here to be sent.',
  retry: 'Try again',
  retrying: 'Connecting…',
  wait: 'You can try again in {{time}}.',
  waitOver: 'You can try again now.',
}
