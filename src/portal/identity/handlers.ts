/** Which code serves which endpoint of identity. */
import type { identityEndpoints } from '../../shared/contract/identity/endpoints.ts'
import type { Context } from './context.ts'
import { readEnrolment } from './enrolment/enrolment.ts'
import { savePersonalData } from './enrolment/personal-data-step.ts'
import { saveSecurity } from './enrolment/security-step.ts'
import type { HandlersOf } from './handler.ts'
import { checkPassword } from './passwords/password-check.ts'
import { confirmEmailChange } from './profile/email-change-confirm.ts'
import { requestEmailChange } from './profile/email-change-request.ts'
import { cancelEmailChange, readEmailChange } from './profile/email-change.ts'
import { meOf, patchMe } from './profile/me.ts'
import { changePassword } from './profile/password.ts'
import { patchPreferences, preferencesOf } from './profile/preferences.ts'
import { readQuestions, replaceQuestions } from './profile/questions.ts'
import { questionsIn } from './questions/catalogue.ts'
import { verifyAnswers } from './recovery/answers.ts'
import { beginRecovery, sendCodeAgain } from './recovery/begin.ts'
import { findFlow, recoveryOf } from './recovery/flow.ts'
import { recoverPassword } from './recovery/new-password.ts'
import { listEvents } from './security/event-list.ts'
import { reauthenticate } from './security/reauthentication.ts'
import { postponeRehearsal, rehearse } from './security/rehearsal.ts'
import { endOtherSessions, endSession, signOut } from './security/session-end.ts'
import { listSessions } from './security/session-list.ts'
import { refreshSession } from './sessions/refresh.ts'
import { signIn } from './sign-in.ts'

/** The handlers of identity; each refuses what its function throws. */
export function createIdentityHandlers(context: Context): HandlersOf<typeof identityEndpoints> {
  const { passwordPolicy } = context.settings
  return {
    passwordPolicy: () => passwordPolicy,
    passwordCheck: ({ body, client }) => checkPassword(context, body, client),
    securityQuestions: ({ query }) => ({ items: questionsIn(query.language) }),

    sessionCreate: ({ body, client }) => signIn(context, body, client),
    sessionRefresh: ({ body, client }) => refreshSession(context, body.refreshToken, client),
    sessionList: ({ principal, query }) => listSessions(context, principal, query),
    sessionEndCurrent: async (call) => {
      await signOut(context, call)
    },
    sessionEnd: async (call) => {
      await endSession(context, call, call.params.id)
    },
    sessionEndOthers: async (call) => ({ ended: await endOtherSessions(context, call) }),

    recoveryCreate: ({ body, client }) => beginRecovery(context, body, client),
    recovery: async ({ params: { id }, query }) =>
      recoveryOf(id, await findFlow(context, id), query.language),
    recoveryCode: ({ params, query, client }) =>
      sendCodeAgain(context, params.id, query.language, client),
    recoveryAnswers: ({ params, body, client }) => verifyAnswers(context, params.id, body, client),
    recoveryPassword: ({ params, body, client }) =>
      recoverPassword(context, params.id, body.newPassword, client),

    enrolment: ({ principal }) => readEnrolment(context, principal),
    enrolmentSecurity: (call) => saveSecurity(context, call),
    enrolmentPersonalData: ({ principal, body }) => savePersonalData(context, principal, body),

    me: ({ principal: { user, pendingEmail } }) => meOf(user, pendingEmail),
    mePatch: (call) => patchMe(context, call),
    preferences: ({ principal }) => preferencesOf(principal.user),
    preferencesPatch: (call) => patchPreferences(context, call),
    emailChangeCreate: (call) => requestEmailChange(context, call),
    emailChange: ({ principal, params }) => readEmailChange(context, principal, params.id),
    emailChangeConfirm: (call) => confirmEmailChange(context, call),
    emailChangeCancel: async (call) => {
      await cancelEmailChange(context, call, call.params.id)
    },
    passwordChange: (call) => changePassword(context, call),
    chosenQuestions: (call) => readQuestions(context, call),
    chosenQuestionsReplace: (call) => replaceQuestions(context, call),

    reauthenticate: (call) => reauthenticate(context, call, call.body.password),
    rehearsal: (call) => rehearse(context, call),
    rehearsalPostpone: async (call) => {
      await postponeRehearsal(context, call)
    },
    securityEvents: ({ principal, query }) => listEvents(context, principal, query),
  }
}
