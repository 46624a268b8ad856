/** What each call of the renderer does. Wiring: the work is in the services. */
import { success } from '../../shared/ipc/result.ts'
import type { Language } from '../../shared/portal/common.ts'
import type { Device } from '../../shared/portal/sessions.ts'
import type { EnrolmentService } from '../enrolment/enrolment-service.ts'
import { externalTarget } from '../external-links.ts'
import type { Notices } from '../notices.ts'
import type { LastAnswers } from '../portal-client/last-answers.ts'
import type { PortalClient } from '../portal-client/portal-client.ts'
import type { createHomeService } from '../servnet/home-service.ts'
import type { SessionService } from '../session/session-service.ts'
import type { Settings } from '../settings/settings.ts'
import type { Handlers } from './router.ts'

export type HandlerServices = {
  readonly version: string
  readonly platform: Device['platform']
  readonly portalHost: string | null
  readonly settings: Settings
  readonly session: SessionService
  readonly client: PortalClient
  readonly lastAnswers: LastAnswers
  readonly enrolment: EnrolmentService
  readonly readHome: ReturnType<typeof createHomeService>
  readonly keychainUsable: () => boolean
  /** Whether a deep link waits for a page to follow it; from then on it does not. */
  readonly takeRequest: () => boolean
  readonly notices: Notices
  readonly language: () => Language
  readonly onLanguage: (language: Language) => void
  readonly openExternal: (url: string) => Promise<void>
  /** How long the first screen waits for the keychain. */
  readonly patienceMs: number
}

export function createHandlers(services: HandlerServices): Handlers {
  const { client, enrolment, lastAnswers, session, settings } = services

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
        notices: services.notices.collect(),
        service: settings.values().service,
        serviceRequested: services.takeRequest(),
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
    'app.openExternal': async ({ link }) => {
      await services.openExternal(externalTarget(link))
      return success({})
    },

    'portal.meta': lastAnswers.meta,
    'portal.passwordPolicy': lastAnswers.passwordPolicy,
    'portal.securityQuestions': (query) => client.call('securityQuestions', { query }),
    'portal.checkPassword': (body) => client.call('passwordCheck', { body }),

    'session.signIn': session.signIn,
    'session.resume': async () => {
      const view = await session.restore()
      // Shown at once; what the portal then says arrives as `session.changed`.
      if (view.kind !== 'signedOut') void session.refresh()
      return success(session.view())
    },
    'session.signOut': async () => success(await session.signOut()),

    'enrolment.read': enrolment.read,
    'enrolment.saveDraft': enrolment.saveDraft,
    'enrolment.saveSecurity': enrolment.saveSecurity,
    'enrolment.savePersonalData': enrolment.savePersonalData,

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
