/** What keeps closed what is kept on this computer, in the person’s words: a part of `errors`. */
import type { lockErrors as french } from '../fr/lock-errors.ts'
import type { Texts } from '../texts.ts'

export const lockErrors: Texts<typeof french> = {
  app_locked: {
    message: 'The app is locked.',
    next: 'Unlock it, then try again.',
  },
  lock_password_wrong: {
    message: 'This password does not open the app.',
    next: 'Check it, capitals included, then try again.',
  },
  lock_unavailable: {
    message: 'Locking is not possible at the moment: this computer’s keychain cannot be used.',
    next: 'Unlock it, or ask your IT department to turn it on, then try again.',
  },
  lock_required: {
    message: 'Your organisation requires a lock of the app.',
    next: 'First choose how the app locks.',
  },
  lock_managed: {
    message: 'This setting of the lock is set by your organisation.',
    next: 'Choose one of the values offered, or ask your IT department.',
  },
  lease_over: {
    message: 'The Atradius service has not been reached for too long.',
    next: 'Connect this computer to the network: the app will open by itself. Your data and your changes are still here.',
  },
  clock_set_back: {
    message: 'This computer’s clock was set back.',
    next: 'Set the date and the time, then connect this computer to the network: the app will open by itself.',
  },
}
