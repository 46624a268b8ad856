import type { common as french } from '../fr/common.ts'
import type { Texts } from '../texts.ts'

export const common: Texts<typeof french> = {
  company: 'Atradius',
  optional: '(optional)',
  loading: 'Loading…',
  loadingLong: 'This is taking longer than usual. You can wait, or come back later.',

  close: 'Close',
  back: 'Back',
  next: 'Next',
  language: {
    label: 'Language',
  },
  password: {
    show: 'Show',
    hide: 'Hide',
    showLong: 'Show: {{field}}',
    hideLong: 'Hide: {{field}}',
    capsLock: 'Caps Lock is on.',
  },
  steps: {
    label: 'Progress',
    position: 'Step {{position}} of {{total}}',
    ahead: 'Next: {{step}}',

    done: '(done)',
  },
  contact: {
    link: 'Contact us',
  },
  portalHost: 'You are signing in to {{host}}',
  notFound: {
    title: 'This page does not exist',
    text: 'The link may be out of date or incomplete.',
    action: 'Back to the start',
  },
  failure: {
    title: 'This page could not be shown',
    text: 'Something unexpected went wrong in the app. What you had saved is safe.',
    action: 'Reload the page',
    contact: 'If it happens again, please get in touch with your contact person.',
  },
  linkCopied: {
    title: 'The link to this page has been copied.',
    text: 'It opens the app at this page, for anyone who has access to it.',
  },
}
