/** What each call about the app itself does, and about what the portal says of itself. */
import { release } from 'node:os'
import pTimeout from 'p-timeout'
import type { ManagedView } from '../../shared/contract/app/managed.ts'
import type { notificationRoutes } from '../../shared/contract/app/notifications.ts'
import type { appRoutes } from '../../shared/contract/app/routes.ts'
import type { Device } from '../../shared/contract/identity/sessions.ts'
import { failure, success } from '../../shared/contract/result.ts'
import type { Language } from '../../shared/languages.ts'
import type { HandlersOf } from '../ipc/router.ts'
import type { Notices } from '../platform/notices.ts'
import type { Settings } from '../platform/settings/settings.ts'
import { metaResource } from '../resources/portal-resources.ts'
import type { ProxySignIn } from '../portal-client/proxy-sign-in.ts'
import type { Resources } from '../resources/resources.ts'
import type { OpenExternal } from '../services/contact/open-external.ts'
import type { SessionService } from '../session/session-service.ts'
import { deepLinkTo } from './deep-link.ts'
import type { Links } from './links.ts'
import type { RetryNotice } from './retry-notice.ts'

export type AppOptions = {
  readonly version: string
  readonly platform: Device['platform']
  readonly portalHost: string | null
  /** What an administrator has set. */
  readonly managed: ManagedView
  /** Null where nobody is asked. */
  readonly proxySignIn: ProxySignIn | null
  readonly settings: Settings
  readonly session: SessionService
  readonly resources: Resources
  readonly openExternal: OpenExternal
  readonly retryNotice: RetryNotice
  readonly keychainUsable: () => boolean
  readonly links: Pick<Links, 'requested' | 'onFollowed'>
  readonly notices: Notices
  readonly language: () => Language
  /** Another language was chosen. */
  readonly onLanguage: () => void
  readonly copyText: (text: string) => Promise<void>
  /** A page works. */
  readonly onShown: () => Promise<void>
  /** How long the first screen waits for the keychain. */
  readonly patienceMs: number
}

/** The handlers of the app and of the portal's own description. */
export function createAppHandlers(
  options: AppOptions,
): HandlersOf<Exclude<keyof typeof appRoutes, keyof typeof notificationRoutes>> {
  const { session, settings, notices } = options
  return {
    'app.state': async () => {
      // What comes later still arrives, as an event; the page does not wait for it.
      const view = await pTimeout(session.restore(), {
        milliseconds: options.patienceMs,
        fallback: () => {
          notices.raise({ code: 'keychain_locked' })
          return session.view()
        },
      })
      return success({
        version: options.version,
        platform: options.platform,
        language: options.language(),
        portalHost: options.portalHost,
        canStaySignedIn: options.keychainUsable(),
        session: view,
        notices: notices.present(),
        service: settings.values().service,
        requested: options.links.requested(),
        proxyQuestion: options.proxySignIn?.question() ?? null,
      })
    },
    'app.shown': async () => {
      await options.onShown()
      return success({})
    },
    'app.setLanguage': async ({ language }) => {
      await settings.update({ language })
      options.onLanguage()
      return success({})
    },
    'app.chooseService': async ({ service }) => {
      await settings.update({ service })
      return success({})
    },
    'app.openExternal': options.openExternal,
    'app.requestFollowed': async ({ address }) => {
      options.links.onFollowed(address)
      return success({})
    },
    'app.copyLink': async ({ path, search }) => {
      const link = deepLinkTo(path, search)
      if (link === null) return failure({ code: 'deep_link_invalid' })
      await options.copyText(link)
      return success({})
    },
    'app.dismissNotice': async ({ code }) => {
      notices.dismiss(code)
      return success({})
    },
    'app.retryNotice': options.retryNotice,
    'app.copyVersion': async () => {
      const { version, portalHost, platform, managed } = options
      const lines = [
        `Atradius Services Online ${version}`,
        portalHost,
        `${platform} ${release()}`,
        ...managed.settings.map(({ name, by }) => `${name} (${by})`),
      ]
      await options.copyText(lines.filter((line) => line !== null).join('\n'))
      return success({})
    },
    'app.answerProxy': async ({ id, answer }) => {
      options.proxySignIn?.answer(id, answer)
      return success({})
    },
    'app.managed': async () => success(options.managed),

    'portal.meta': async () => {
      const meta = await options.resources.read(metaResource, {})
      return meta.ok ? success(meta.data.data) : meta
    },
  }
}
