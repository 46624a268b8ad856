import type { updates as source } from '../fr/updates.ts'
import type { Texts } from '../texts.ts'

export const updates: Texts<typeof source> = {
  title: 'Updates',
  off: {
    policy: 'Your IT department has turned updates off.',
    development: 'This development version does not update itself.',
    noFeed: 'This installation does not look for updates: ask your IT department for new versions.',
    unverifiable:
      'This installation cannot verify who publishes an update, so it installs none. Ask your IT department to install the app again.',
  },
  managed: 'Your administrator updates this app: you need not do anything.',
  upToDate: 'The app is up to date.',
  notChecked: 'The app looks for new versions by itself.',
  checkedAt: {
    today: 'Checked today at {{time}}',
    yesterday: 'Checked yesterday at {{time}}',
    earlier: 'Checked on {{date}}',
  },
  checking: 'Looking for a new version…',
  available: 'Version {{version}} is available.',
  downloading: 'Downloading version {{version}}',
  ready: 'Version {{version}} is ready.',
  readyNext: 'Restart now, or go on working: it will be installed when you quit the app.',
  installing: 'The app is closing, and will open in version {{version}}.',
  whatIsNew: 'What is new',
  actions: {
    check: 'Check now',
    download: 'Download',
    install: 'Restart now',
    retry: 'Try again',
  },
}
