/** What each call about identity does. Wiring: the work is in the services. */
import type { identityRoutes } from '../../../shared/contract/identity/routes.ts'
import { failure, success, type Result } from '../../../shared/contract/result.ts'
import type { Language } from '../../../shared/languages.ts'
import type { HandlersOf } from '../../ipc/router.ts'
import type { AskWhereToSave } from '../../platform/files/chosen-file.ts'
import type { DeviceSecret } from '../../platform/secrets/device-secret.ts'
import type { Settings } from '../../platform/settings/settings.ts'
import type { Outbox } from '../../outbox/outbox.ts'
import type { PortalClient } from '../../portal-client/portal-client.ts'
import {
  passwordPolicyResource,
  securityQuestionsResource,
} from '../../resources/portal-resources.ts'
import type { Params, Resource } from '../../resources/resource.ts'
import type { Resources } from '../../resources/resources.ts'
import type { SessionService } from '../../session/session-service.ts'
import { refusalOf } from '../../session/session-state.ts'
import type { Documents } from '../../store/documents.ts'
import { createEnrolmentService } from './enrolment/enrolment-service.ts'
import { createEmailService } from './profile/email-service.ts'
import { createProfileService } from './profile/profile-service.ts'
import { createProfileDrafts } from './profile/profile-draft.ts'
import { createRemindersService } from './profile/reminders-service.ts'
import { createRecoveryService } from './recovery/recovery-service.ts'
import { createExportEvents } from './security/export-events.ts'
import { createSecurityService } from './security/security-service.ts'

export type IdentityOptions = {
  readonly client: PortalClient
  readonly session: SessionService
  readonly documents: Documents
  readonly settings: Settings
  readonly resources: Resources
  readonly outbox: Outbox
  readonly deviceSecret: DeviceSecret
  /** The app's present language. */
  readonly language: () => Language
  readonly askWhereToSave: AskWhereToSave
  /** Of the system's region, e.g. `fr-BE`. */
  readonly systemLocale: () => string
  /** Somebody's password is another from now on. */
  readonly onPasswordChanged: (owner: string, password: string) => Promise<void>
}

/** The handlers of identity, with services of their own behind them. */
export function createIdentityHandlers(
  options: IdentityOptions,
): HandlersOf<keyof typeof identityRoutes> {
  const { client, session, resources, outbox } = options
  const edited = {
    ...options,
    drafts: createProfileDrafts(options.documents),
  }
  const enrolment = createEnrolmentService(options)
  const recovery = createRecoveryService(options)
  const profile = createProfileService(edited)
  const email = createEmailService(edited)
  const reminders = createRemindersService(edited)
  const security = createSecurityService(options)

  return {
    'portal.passwordPolicy': () => dataOf(resources, passwordPolicyResource, {}),
    'portal.securityQuestions': (query) => dataOf(resources, securityQuestionsResource, query),
    'portal.checkPassword': (body) => client.call('passwordCheck', { body }),

    'session.signIn': async (input) => {
      const result = await session.signIn(input)
      if (!result.ok) return result
      reminders.beginAnew()
      await recovery.forget()
      return result
    },
    'session.resume': async () => {
      const view = await session.restore()
      // Shown at once; what the portal then says arrives as `session.changed`.
      if (view.kind !== 'signedOut') void session.refresh()
      return success(session.view())
    },
    'session.signOut': async ({ discardEdits }) => {
      // It destroys what is kept: behind the lock that is its owner's alone to do.
      const view = session.view()
      const refusal = view.kind === 'locked' ? refusalOf(view) : null
      if (refusal !== null) return failure(refusal)
      let count = 0
      const isDone = await session.signOut(async () => {
        const { waiting, needsAttention } = await outbox.counts()
        count = waiting + needsAttention
        return discardEdits || count === 0
      })
      if (!isDone) return failure({ code: 'edits_waiting', params: { count } })
      await recovery.forget()
      return success(session.view())
    },

    'enrolment.read': enrolment.read,
    'enrolment.saveDraft': enrolment.saveDraft,
    'enrolment.saveSecurity': enrolment.saveSecurity,
    'enrolment.savePersonalData': enrolment.savePersonalData,

    'recovery.read': recovery.read,
    'recovery.start': recovery.start,
    'recovery.sendCode': recovery.sendCode,
    'recovery.answer': recovery.answer,
    'recovery.setPassword': recovery.setPassword,
    'recovery.leave': async () => {
      await recovery.leave()
      return success({})
    },

    'profile.read': profile.read,
    'profile.saveDraft': ({ draft }) => profile.saveDraft(draft),
    'profile.savePersonal': profile.savePersonal,
    'profile.savePreferences': profile.savePreferences,
    'profile.requestEmail': email.request,
    'profile.pendingEmail': email.pending,
    'profile.confirmEmail': email.confirm,
    'profile.cancelEmail': email.cancel,
    'profile.reminders': reminders.read,
    'profile.dismissReminder': reminders.dismiss,

    'security.reauthenticate': security.reauthenticate,
    'security.changePassword': security.changePassword,
    'security.questions': security.questions,
    'security.saveQuestions': security.saveQuestions,
    'security.rehearse': security.rehearse,
    'security.sessions': security.sessions,
    'security.endSession': security.endSession,
    'security.endOtherSessions': security.endOtherSessions,
    'security.events': security.events,
    'security.exportEvents': createExportEvents(options),
  }
}

/** What pages show without its age. */
async function dataOf<Data, Input extends Params>(
  resources: Resources,
  resource: Resource<Data, Input>,
  params: Input,
): Promise<Result<Data>> {
  const result = await resources.read(resource, params)
  return result.ok ? success(result.data.data) : result
}
