/** Which code serves which endpoint of the profile. */
import { meOf } from '../accounts/me.ts'
import type { Context } from '../context.ts'
import type { Handlers } from '../http/handler.ts'
import { ProblemError } from '../problem-error.ts'

type ProfileHandlers = Pick<
  Handlers,
  | 'me'
  | 'mePatch'
  | 'preferences'
  | 'preferencesPatch'
  | 'passwordChange'
  | 'emailChangeCreate'
  | 'emailChange'
  | 'emailChangeConfirm'
  | 'emailChangeCancel'
  | 'reauthenticate'
  | 'sessionEndOthers'
  | 'chosenQuestions'
  | 'chosenQuestionsReplace'
  | 'rehearsal'
  | 'rehearsalPostpone'
  | 'securityEvents'
>

export function createProfileHandlers(_context: Context): ProfileHandlers {
  return {
    me: ({ principal }) => meOf(principal, null),
    mePatch: notYet,
    preferences: notYet,
    preferencesPatch: notYet,
    passwordChange: notYet,
    emailChangeCreate: notYet,
    emailChange: notYet,
    emailChangeConfirm: notYet,
    emailChangeCancel: notYet,
    reauthenticate: notYet,
    sessionEndOthers: notYet,
    chosenQuestions: notYet,
    chosenQuestionsReplace: notYet,
    rehearsal: notYet,
    rehearsalPostpone: notYet,
    securityEvents: notYet,
  }
}

function notYet(): never {
  throw new ProblemError('unavailable')
}
