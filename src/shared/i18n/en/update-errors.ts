import type { updateErrors as source } from '../fr/update-errors.ts'
import type { Texts } from '../texts.ts'

export const updateErrors: Texts<typeof source> = {
  update_feed_unreachable: {
    message: 'The update server does not answer.',
    next: 'You can go on working: the app will try again by itself in a few hours.',
  },
  update_feed_refused: {
    message:
      'The announcement of an update was not accepted: it cannot be read, or does not come from Atradius.',
    next: 'Nothing was installed and you can go on working. If this happens again, tell your IT department.',
  },
  update_feed_outdated: {
    message: 'The update server offers an older version than it had announced before.',
    next: 'It was refused and you can go on working. If this happens again, tell your IT department.',
  },
  update_file_refused: {
    message: 'The update file that was received is not the one that Atradius has published.',
    next: 'It was removed and nothing was installed. Try again later; if this happens again, tell your IT department.',
  },
  update_interrupted: {
    message: 'The download of the update was interrupted.',
    next: 'What has been received is kept: the app will go on with it by itself, or at once if you ask for it.',
  },
  update_edits_sending: {
    message: 'A change is being sent: the app does not close now.',
    next: 'Wait a few seconds, then try again.',
  },
  update_typed_unsaved: {
    message: 'A page holds something that you have not saved yet.',
    next: 'Save it or discard it, then do this again. The update will in any case be installed when you quit the app.',
  },
  update_not_installed: {
    message: 'The update could not be installed.',
    next: 'This version goes on working. Close the app and open it again; if this happens again, tell your IT department.',
  },
  update_went_back: {
    message:
      'Version {{version}} did not open on this computer: the app went back to the one before.',
    next: 'You need not do anything: that version will not be offered again, and your data is intact. Tell the Helpdesk if you were waiting for it.',
  },
  store_newer: {
    message: 'The data on this computer was stored by a newer version of the app.',
    next: 'It is left as it is. Install the latest version: until then, nothing new is kept on this computer.',
  },
  store_not_migrated: {
    message: 'The data of this computer could not be adapted to this version of the app.',
    next: 'It stays intact, and the version before opens it. Contact the Helpdesk: until then nothing new is kept on the computer.',
  },
}
