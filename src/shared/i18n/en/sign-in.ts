import type { signIn as french } from '../fr/sign-in.ts'
import type { Texts } from '../texts.ts'

export const signIn: Texts<typeof french> = {
  title: 'Welcome to Atradius',
  windowTitle: 'Sign in',
  welcome:
    'To offer you the best possible service, we have made our information and online services easier to reach: one username and one password are all you need.',
  noAccount:
    'If you do not have a username and password yet, please get in touch with your dedicated contact person.',
  allServices: 'All services',
  username: 'Username',
  password: 'Password',
  staySignedIn: 'Stay signed in on this device',
  staySignedInUnavailable:
    'Not possible on this device: its keychain is not available. You will need to sign in each time you open the app.',
  submit: 'Sign in',
  submitting: 'Signing in…',
  forgotten: 'Forgotten your password?',
  usernameForgotten: 'Forgotten your username?',
  usernameMissing: 'Enter your username.',
  passwordMissing: 'Enter your password.',
  incomplete: 'Something is missing to sign you in.',
  waiting: 'You can try again in {{time}}.',
  waitingOver: 'You can try again now.',
  reason: {
    signedOut: 'Your session on this device is closed.',
    sessionEnded: 'Your session has ended. Sign in again to pick up where you left off.',
  },
}
