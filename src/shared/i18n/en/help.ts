import type { help as source } from '../fr/help.ts'
import type { Texts } from '../texts.ts'

export const help: Texts<typeof source> = {
  title: 'Help',
  intro: 'What you need to sign in and get to work without losing time.',
  signIn: {
    title: 'Your sign-in',
    oneIdentity:
      'One username and one password open Serv@Net, Collect@Net, Atradius Insights and the Partner Area.',
    stay: 'If you choose to stay signed in, the proof of your sign-in is kept in this computer’s keychain, never in a readable file. Signing out erases it.',
    forgotten:
      'Forgotten your password? You can choose a new one yourself from the sign-in screen. We will never ask for your password by phone or e-mail.',
    offline:
      'Without a network, the app shows the latest data kept on this computer and states its date. What you change is kept there and sent as soon as the service answers; a button at the top of the window shows what is waiting.',
  },
  keyboard: {
    title: 'Keyboard and text size',
    enter: 'Submit a form',
    tab: 'Go to the next field, or to the previous one with Shift',
    escape: 'Close a hint or a menu',
    zoomIn: 'Enlarge the text',
    zoomOut: 'Reduce the text',
    zoomReset: 'Return to normal size',
    help: 'Open help',
    palette: 'Search, go to a page or run an action',
    service: 'Open a service',
    profile: 'Open your profile',
    lock: 'Lock the app',
    back: 'Previous page',
    forward: 'Next page',
    refresh: 'Refresh the data',
    keys: {
      enter: 'Enter',
      tab: 'Tab',
      escape: 'Esc',
      shift: 'Shift',
      control: 'Ctrl',
      command: '⌘',
    },
    display: 'Light or dark mode, contrast and animations follow the settings of your computer.',
  },
  contact: {
    title: 'How to reach us',
    text: 'If you have any questions, please contact the Helpdesk.',
    phone: 'Phone',
    email: 'E-mail',
    address: 'Address',
    website: 'Website',
  },
  version: 'Version {{version}}',
  portal: 'Connected to {{host}}',
  about: {
    title: 'About',
    version: 'Version {{version}}',
    portal: 'Portal: {{host}}',
    noPortal: 'No portal is configured',
    managed: {
      title: 'Set by your organisation',
      policy: 'Windows policy',
      profile: 'Configuration profile',
      file: 'Configuration file',
    },
    copy: 'Copy',
    copied: 'Copied',
  },
}
