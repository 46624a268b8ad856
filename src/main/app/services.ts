/** Everything between the IPC router and the outside, put together without a word of Electron. */
import type { EventName } from '../../shared/contract/channels.ts'
import { events, type EventPayload } from '../../shared/contract/routes.ts'
import type { SessionView } from '../../shared/contract/identity/sessions.ts'
import type { Language } from '../../shared/languages.ts'
import { placeOf, type Configuration } from '../platform/configuration/configuration.ts'
import { createOpenExternal } from '../services/contact/open-external.ts'
import { createLinks, type Links } from './links.ts'
import { createNotifications, type Desktop } from './notifications.ts'
import type { Environment } from '../platform/configuration/environment.ts'
import { createAppHandlers } from './handlers.ts'
import { createEdits } from './edits.ts'
import { createExportEdits } from './export-edits.ts'
import { createKeptData } from './kept-data.ts'
import { createLock, createLockParts, type LockOptions } from './lock.ts'
import { createOfflineHandlers } from './offline-handlers.ts'
import { createOnlineServices, type OnlineServicesOptions } from './online-services.ts'
import { createRouter, type Handlers, type Router } from '../ipc/router.ts'
import type { Log } from '../platform/log/log.ts'
import { createNotices, type Notices } from '../platform/notices.ts'
import { freeLock } from '../../shared/contract/offline/lock.ts'
import { refusalWithoutLock } from '../lock/lock-policy.ts'
import type { Cover, LockService } from '../lock/lock-service.ts'
import { createDocuments } from '../store/documents.ts'
import { personKey } from '../store/person.ts'
import { metaResource } from '../resources/portal-resources.ts'
import { createStore } from '../store/store.ts'
import type { Fetch } from '../portal-client/exchange.ts'
import { createPortalClient } from '../portal-client/portal-client.ts'
import { createProxySignIn, type KnockAtProxy } from '../portal-client/proxy-sign-in.ts'
import { createRetryNotice } from './retry-notice.ts'
import { createDeviceSecret } from '../platform/secrets/device-secret.ts'
import { keychainFailures, type OsKeychain } from '../platform/secrets/os-keychain.ts'
import { createKeychain } from '../platform/secrets/keychain.ts'
import type { AskWhereToSave } from '../platform/files/chosen-file.ts'
import { createIdentityHandlers } from '../services/identity/handlers.ts'
import type { PrintPage } from '../services/insights/month-pack.ts'
import type { ServnetOptions } from '../services/servnet/handlers.ts'
import { createSessionService, type SessionService } from '../session/session-service.ts'
import type { Settings } from '../platform/settings/settings.ts'
import { storesFolderIn } from '../store/former-files.ts'
import type { PackagedApp } from '../updates/open-updates.ts'
import { createAppUpdates, type AppUpdates } from './updates.ts'

/** How long the first screen waits for a keychain that may be asking to be unlocked. */
const defaultPatienceMs = 4_000

export type ServicesOptions = {
  readonly environment: Pick<Environment, 'device'>
  readonly configuration: Configuration
  /** The profile folder, and what was read of it to open the window. */
  readonly folder: string
  readonly settings: Settings
  readonly language: () => Language
  /** Of the system's region, e.g. `fr-BE`. */
  readonly systemLocale: () => string
  readonly version: string
  readonly builtAt: Date
  readonly log: Log
  readonly fetch: Fetch
  readonly osKeychain: OsKeychain
  readonly openExternal: (url: string) => Promise<void>
  readonly askWhereToSave: AskWhereToSave
  readonly printPage: PrintPage
  /** Passes an event to the open window, if there is one. */
  readonly send: (name: EventName, payload: unknown) => void
  /** Puts a text into the system's clipboard. */
  readonly copyText: (text: string) => Promise<void>
  /** The language or the session is another: the application menu follows. */
  readonly onMenuChange: (session: SessionView) => void
  readonly desktop: Desktop
  /** What lies over the window while it locks. */
  readonly cover: Cover
  /** The way through a proxy to the portal at `url`, for who may be asked. */
  readonly knockAtProxy?: (url: URL) => KnockAtProxy
  /** Missing in development: nothing is updated then. */
  readonly packaged?: PackagedApp | undefined
  readonly timeoutMs?: number
  readonly patienceMs?: number
  /** How long saving waits for the portal before the edit is left to go by itself. */
  readonly savePatienceMs?: number
} & Pick<LockOptions, 'now' | 'lockCosts'> &
  Pick<ServnetOptions, 'askWhichTable' | 'tableWorker'> &
  Pick<OnlineServicesOptions, 'askWhichDocuments' | 'openFile'>

export type Services = Pick<Links, 'follow' | 'started' | 'startedAgain'> & {
  readonly router: Router
  readonly session: SessionService
  readonly lock: LockService
  readonly notices: Notices
  /** What is kept may be older than the person wants: they look at the app again. */
  readonly hint: () => void
  /** The computer has slept. */
  readonly awake: () => void
  /** For the end of the app: resolves when the portal and the disk have all that is meant for them. */
  readonly close: () => Promise<void>
  /** What becomes of an update at the end of the app, after `close`. */
  readonly updates: Pick<AppUpdates, 'installAtEnd' | 'forgo'>
}

/** Puts together what a call goes through; nothing is read or asked for before the first call. */
export function createServices(options: ServicesOptions): Services {
  const { environment, configuration, folder, language, log, settings, version } = options
  const { askWhereToSave, systemLocale } = options
  const tell = <Name extends EventName>(name: Name, payload: EventPayload<Name>) =>
    options.send(name, events[name].parse(payload))
  const notices = createNotices({
    raised(notice) {
      log.warn('notice', { code: notice.code })
      tell('notice.raised', notice)
    },
    withdrawn: (code) => tell('notice.withdrawn', { code }),
  })
  if (!configuration.ok) {
    notices.raise({ code: 'configuration_invalid', params: { path: placeOf(configuration) } })
  }
  const client = createPortalClient({
    configuration,
    fetch: options.fetch,
    userAgent: `AtradiusServicesOnline/${version}`,
    builtAt: options.builtAt,
    ...(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs }),
    onOutcome: (failure) => keptData.connection.observe(failure),
    onSession: (portalTime) => lockParts.lease.contact(portalTime),
    signInToProxy: (refused) => proxySignIn?.signIn(refused) ?? Promise.resolve(false),
  })

  const keychain = createKeychain(options.osKeychain, notices.raise, () => {
    for (const code of keychainFailures) notices.withdraw(code)
  })
  const asksForProxies = configuration.ok && configuration.proxySignIn.kind === 'ask'
  const proxySignIn =
    asksForProxies && options.knockAtProxy !== undefined
      ? createProxySignIn({
          keychain,
          knock: options.knockAtProxy(configuration.portalUrl),
          ask: (question) => tell('proxy.asked', { question }),
        })
      : null
  const { raise } = notices
  const patienceMs = options.patienceMs ?? defaultPatienceMs
  const store = createStore({ folder: storesFolderIn(folder), keychain, raise, patienceMs })
  const documents = createDocuments(store, raise)
  const deviceSecret = createDeviceSecret(keychain, patienceMs)
  const lockParts = createLockParts({
    store,
    policy: configuration.ok ? configuration.lock : freeLock,
    leaseHours: async () =>
      (await keptData.resources.last(metaResource, {}))?.data.offlineLeaseHours ?? null,
    now: options.now,
    lockCosts: options.lockCosts,
  })
  const session = createSessionService({
    client,
    keychain,
    store,
    settings,
    device: environment.device,
    deviceSecret,
    gate: lockParts.gate,
    patienceMs,
    onChange: (view) => {
      log.info('session changed', { kind: view.kind })
      tell('session.changed', view)
      options.onMenuChange(view)
      keptData.syncing.sessionChanged(view)
      if (view.kind !== 'ready') void online.forgetOpened()
      if (sendingFor !== null && view.kind !== 'ready') options.desktop.withdraw()
      sendFor(view.kind === 'ready' ? view.user.username : null)
      void lock.refresh()
      void notifications.resume()
    },
  })
  const { lock, handlers: lockHandlers } = createLock({
    ...lockParts,
    client,
    session,
    store,
    settings,
    cover: options.cover,
  })
  /** Whose edits go: somebody's who has just come waits for no time of an earlier failure. */
  let sendingFor: string | null = null
  function sendFor(who: string | null): void {
    if (who !== null && who !== sendingFor) void outbox.wake()
    sendingFor = who
  }
  const outbox = createEdits({
    client,
    session,
    store,
    log,
    notices,
    tell,
    keptData: () => keptData,
    patienceMs: options.savePatienceMs,
  })
  const keptData = createKeptData({
    client,
    session,
    store,
    outbox,
    log,
    notices,
    tell,
    onKeptChanged: (names) => void notifications.look(names),
  })
  const { resources } = keptData
  const notifications = createNotifications({
    ...options,
    session,
    documents,
    news: () => online.handlers['credit.news']({}),
    goTo: (command) => tell('menu.chosen', command),
  })
  const { isReachable } = keptData.connection
  const updates = createAppUpdates({ ...options, isOnline: isReachable, outbox, notices, tell })
  const now = options.now ?? Date.now
  const kept = { store, documents, resources, outbox, isReachable }
  const base = { ...kept, client, session, settings, language, askWhereToSave, now }

  const links = createLinks({ ...options, notices, tell })
  const online = createOnlineServices({ ...options, ...base, deviceSecret, tell })
  // A run before may have ended without a chance to.
  void online.forgetOpened()
  const appHandlers = createAppHandlers({
    version,
    platform: environment.device.platform,
    portalHost: configuration.ok ? configuration.portalUrl.host : null,
    proxySignIn,
    managed: configuration.ok ? configuration.managed : { settings: [], sources: [] },
    settings,
    session,
    resources,
    openExternal: createOpenExternal({
      ...links,
      ...online,
      resources,
    }),
    retryNotice: createRetryNotice({ ...base, keychain, notices }),
    keychainUsable: keychain.usable,
    links,
    notices,
    language,
    onLanguage: () => options.onMenuChange(session.view()),
    copyText: options.copyText,
    onShown: updates.shown,
    patienceMs,
  })
  async function close(): Promise<void> {
    keptData.close()
    notifications.close()
    updates.close()
    await Promise.all([outbox.close(), session.close(), online.forgetOpened()])
    await lock.settled()
    await lockParts.lease.persist(true)
    await Promise.all([store.settled(), settings.settled()])
    await store.close()
  }

  const handlers: Handlers = {
    ...appHandlers,
    ...notifications.handlers,
    ...createIdentityHandlers({
      ...base,
      deviceSecret,
      systemLocale,
      onPasswordChanged: (owner, password) => lockParts.gate.follow(personKey(owner), password),
    }),
    ...online.handlers,
    ...createOfflineHandlers({
      ...keptData,
      outbox,
      exportEdits: createExportEdits(base),
    }),
    ...lockHandlers,
    ...updates.handlers,
  }
  const router = createRouter(handlers, log, (name) =>
    session.view().kind === 'lockSetup' ? refusalWithoutLock(name) : null,
  )
  const { awake, hint, ...syncing } = keptData.syncing
  // What is in front of somebody now needs no telling later; hours of quiet may have ended in a sleep.
  const thenTell = (work: () => void) => () => {
    work()
    void notifications.resume()
  }
  const background = { ...syncing, hint: thenTell(hint), awake: thenTell(awake) }
  return { ...links, ...background, router, session, lock, notices, close, updates }
}
