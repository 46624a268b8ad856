import type { storeErrors as source } from '../fr/store-errors.ts'
import type { Texts } from '../texts.ts'

export const storeErrors: Texts<typeof source> = {
  disk_full: {
    message: 'The disk of this computer is full.',
    next: 'Free some space, then try again. Until then nothing is kept on the computer.',
  },
  storage_failed: {
    message: 'The data could not be kept on this computer.',
    next: 'Try again. If this continues, ask your IT department to check the access rights to your folder.',
  },
  edits_waiting: {
    message: 'Some changes have not reached Atradius yet: {{count}}. They would be lost.',
    next: 'Wait until they have been sent, save them to a file, or sign out and give them up.',
  },
  store_damaged: {
    message: 'Data kept on this computer was damaged.',
    next: 'It has been put aside, and what could still be read was carried over. Check what you had not saved yet.',
  },
  store_key_missing: {
    message: 'Data on this computer can no longer be opened: its key is gone from the keychain.',
    next: 'Your data will be loaded again from the service. What had not been sent yet has to be done again.',
    next_one:
      'Your data will be loaded again from the service. One change had not been sent yet: please make it again.',
    next_other:
      'Your data will be loaded again from the service. {{count}} changes had not been sent yet: please make them again.',
  },
  store_unavailable: {
    message: 'A part of the app is missing: nothing can be kept on this computer.',
    next: 'You can work while you are connected. Reinstall the app, or ask your IT department to do so.',
  },
}
