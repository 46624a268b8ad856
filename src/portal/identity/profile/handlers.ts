/** Which code serves which endpoint of the profile. */
import { meOf } from './me-view.ts'
import { createFindPendingEmail } from '../accounts/pending-email.ts'
import { reauthenticate } from '../security/reauthentication.ts'
import { endOtherSessions } from '../security/session-end.ts'
import type { Context } from '../context.ts'
import { listEvents } from '../security/event-list.ts'
import type { Handlers } from '../handler.ts'
import { confirmEmailChange } from './email-change-confirm.ts'
import { requestEmailChange } from './email-change-request.ts'
import { cancelEmailChange, readEmailChange } from './email-change.ts'
import { patchMe } from './me.ts'
import { changePassword } from './password.ts'
import { patchPreferences, preferencesOf } from './preferences.ts'
import { readQuestions, replaceQuestions } from './questions.ts'
import { postponeRehearsal, rehearse } from '../security/rehearsal.ts'

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

export function createProfileHandlers(context: Context): ProfileHandlers {
  const findPendingEmail = createFindPendingEmail(context)
  return {
    me: async ({ principal: { user } }) => meOf(user, await findPendingEmail(user.id)),
    mePatch: (call) => patchMe(context, call),
    preferences: ({ principal }) => preferencesOf(principal.user),
    preferencesPatch: (call) => patchPreferences(context, call),
    passwordChange: (call) => changePassword(context, call),
    emailChangeCreate: (call) => requestEmailChange(context, call),
    emailChange: ({ principal, params }) => readEmailChange(context, principal, params.id),
    emailChangeConfirm: (call) => confirmEmailChange(context, call),
    emailChangeCancel: async (call) => {
      await cancelEmailChange(context, call, call.params.id)
    },
    reauthenticate: (call) => reauthenticate(context, call, call.body.password),
    sessionEndOthers: async (call) => ({ ended: await endOtherSessions(context, call) }),
    chosenQuestions: (call) => readQuestions(context, call),
    chosenQuestionsReplace: (call) => replaceQuestions(context, call),
    rehearsal: (call) => rehearse(context, call),
    rehearsalPostpone: async (call) => {
      await postponeRehearsal(context, call)
    },
    securityEvents: ({ principal, query }) => listEvents(context, principal, query),
  }
}
