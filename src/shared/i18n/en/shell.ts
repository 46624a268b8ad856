import type { shell as source } from '../fr/shell.ts'
import type { Texts } from '../texts.ts'

export const shell: Texts<typeof source> = {
  menu: {
    label: 'Main menu',
    open: 'Menu',
    signOut: 'Sign out',
    signingOut: 'Signing out…',
  },
  skipToContent: 'Skip to content',
  home: 'Back to the start',
  coming: 'coming later',
  account: {
    label: 'Your account:',
    profile: 'User profile',
    lock: 'Lock',
    setUpLock: 'Lock…',
    help: 'Help',
    language: 'Language',
  },
  footer: {
    legal: 'Legal notice',
    cookies: 'Cookie information',
  },
}
