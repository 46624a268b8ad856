/** What each call of the renderer does. Wiring: the work is in the services. */
import { success } from '../../shared/contract/result.ts'
import type { Language } from '../../shared/languages.ts'
import type { ServiceId } from '../../shared/services.ts'
import type { Device } from '../../shared/contract/identity/sessions.ts'
import type { EnrolmentService } from '../services/identity/enrolment/enrolment-service.ts'
import type { OpenExternal } from '../services/contact/open-external.ts'
import type { Notices } from '../platform/notices.ts'
import type { LastAnswers } from '../portal-client/last-answers.ts'
import type { PortalClient } from '../portal-client/portal-client.ts'
import type { EmailService } from '../services/identity/profile/email-service.ts'
import type { ProfileService } from '../services/identity/profile/profile-service.ts'
import type { RemindersService } from '../services/identity/profile/reminders-service.ts'
import type { RecoveryService } from '../services/identity/recovery/recovery-service.ts'
import type { ExportEvents } from '../services/identity/security/export-events.ts'
import type { RetryNotice } from './retry-notice.ts'
import type { SecurityService } from '../services/identity/security/security-service.ts'
import type { HomeService } from '../services/servnet/home-service.ts'
import type { SessionService } from '../session/session-service.ts'
import type { Settings } from '../platform/settings/settings.ts'
import type { Handlers } from '../ipc/router.ts'

export type HandlerServices = {
  readonly version: string
  readonly platform: Device['platform']
  readonly portalHost: string | null
  readonly settings: Settings
  readonly session: SessionService
  readonly client: PortalClient
  readonly lastAnswers: LastAnswers
  readonly enrolment: EnrolmentService
  readonly recovery: RecoveryService
  readonly profile: ProfileService
  readonly email: EmailService
  readonly reminders: RemindersService
  readonly security: SecurityService
  readonly exportEvents: ExportEvents
  readonly readHome: HomeService['read']
  readonly openExternal: OpenExternal
  readonly retryNotice: RetryNotice
  readonly keychainUsable: () => boolean
  /** Whether a deep link waits for a page to follow it. */
  readonly isRequested: () => boolean
  readonly onFollowed: (service: ServiceId) => void
  readonly notices: Notices
  readonly language: () => Language
  readonly onLanguage: (language: Language) => void
  /** How long the first screen waits for the keychain. */
  readonly patienceMs: number
}

export function createHandlers(services: HandlerServices): Handlers {
  const { client, enrolment, lastAnswers, recovery, session, settings } = services
  const { email, profile, reminders, security } = services

  return {
    'app.state': async () => {
      const view = await within(services.patienceMs, session.restore(), () => {
        services.notices.raise({ code: 'keychain_locked' })
        return session.view()
      })
      return success({
        version: services.version,
        platform: services.platform,
        language: services.language(),
        portalHost: services.portalHost,
        canStaySignedIn: services.keychainUsable(),
        session: view,
        notices: services.notices.present(),
        service: settings.values().service,
        serviceRequested: services.isRequested(),
      })
    },
    'app.setLanguage': async ({ language }) => {
      await settings.update({ language })
      services.onLanguage(language)
      return success({})
    },
    'app.chooseService': async ({ service }) => {
      await settings.update({ service })
      return success({})
    },
    'app.openExternal': services.openExternal,
    'app.requestFollowed': async ({ service }) => {
      services.onFollowed(service)
      return success({})
    },
    'app.dismissNotice': async ({ code }) => {
      services.notices.dismiss(code)
      return success({})
    },
    'app.retryNotice': services.retryNotice,

    'portal.meta': lastAnswers.meta,
    'portal.passwordPolicy': lastAnswers.passwordPolicy,
    'portal.securityQuestions': (query) => client.call('securityQuestions', { query }),
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
    'session.signOut': async () => {
      await Promise.all([session.signOut(), recovery.forget()])
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
    'security.exportEvents': services.exportEvents,

    'servnet.home': services.readHome,
  }
}

/** What comes later still arrives, as an event; the page does not wait for it. */
async function within<Data>(ms: number, work: Promise<Data>, otherwise: () => Data): Promise<Data> {
  const late = Promise.withResolvers<Data>()
  const timer = setTimeout(() => late.resolve(otherwise()), ms)
  try {
    return await Promise.race([work, late.promise])
  } finally {
    clearTimeout(timer)
  }
}
