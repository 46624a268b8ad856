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
  search: 'Search',
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
  proxy: {
    title: 'Sign in to the proxy',
    text: 'Your network’s proxy asks who you are before it lets the app through. This is not your Atradius password.',
    host: 'Proxy',
    realm: 'Name it gives',
    again: 'The proxy did not accept this name and password.',
    username: 'Username for the proxy',
    password: 'Password for the proxy',
    keep: 'Keep in this computer’s keychain',
    submit: 'Sign in',
    cancel: 'Cancel',
  },
}
