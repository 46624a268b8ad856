import type { passwords as source } from '../fr/passwords.ts'
import type { Texts } from '../texts.ts'

export const passwords: Texts<typeof source> = {
  rules: {
    title: 'Password rules',
    tip: 'Several unrelated words make a password that is strong and easy to remember. You can also paste one from a password manager.',
    too_short: 'At least {{min}} characters',
    too_long: 'At most {{max}} characters',
    missing_lower: 'A lower-case letter',
    missing_upper: 'A capital letter',
    missing_digit: 'A digit',
    missing_symbol: 'A symbol, such as - or !',
    contains_username: 'Without your username',
    contains_name: 'Without your first or last name',
    contains_email: 'Without your e-\u2060mail address',
    too_common: 'Not common, and not made of a service’s or company’s name, a season or a month',
    used_before: 'Different from your last {{history}} passwords',
    expires: 'It has to be replaced every {{days}} days; we will remind you by e-\u2060mail.',
  },
  states: {
    met: 'Met',
    unmet: 'Not met yet',
    failed: 'Not met',
    waiting: 'Checked when saving',
    checking: 'Being checked',
  },
  progress: '{{met}} of {{total}} rules met',
  complete: 'All rules are met',
  strength: {
    label: 'Strength',
    levels: {
      very_weak: 'Very weak',
      weak: 'Weak',
      fair: 'Fair',
      good: 'Good',
      strong: 'Excellent',
    },
  },
  unreachable: 'The rules cannot be loaded at the moment. They will be checked when saving.',
  change: {
    current: 'Current password',
    new: 'New password',
    keepOthers: 'Keep my other sessions open',
    keepOthersHint: 'Otherwise your other devices will ask for the new password.',
    submit: 'Change password',
    saving: 'Saving…',
  },
  due: {
    title: 'Your password needs renewing',
    account: 'Account: {{username}}',
    forgotten:
      'If you no longer remember the current one, sign out, then choose “Forgotten your password?”.',
    signOut: 'Sign out',
    signingOut: 'Signing out…',
    changed: 'Your password has been changed.',
    ended_one: 'One other session was ended.',
    ended_other: '{{count}} other sessions were ended.',
    reasons: {
      expired: 'It has expired. Choose a new one and you can go straight on.',
      requested:
        'Your contact person has asked for it to be replaced. Choose a new one and you can go straight on; your other devices will have to sign in again.',
      unknown: 'Choose a new one and you can go straight on.',
    },
  },
}
