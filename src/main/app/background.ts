/**
 * What the window does not wait for: the schemas, the keychain's library, the log, the menu. Loaded
 * as a part of its own while the first page is being drawn.
 */
import { join } from 'node:path'
import { app, clipboard, Menu, net, shell } from 'electron'
import type { MenuCommand } from '../../shared/contract/app/routes.ts'
import type { EventName } from '../../shared/contract/channels.ts'
import type { SessionView } from '../../shared/contract/identity/sessions.ts'
import type { Language } from '../../shared/languages.ts'
import { clientCertificateFor, readConfiguration } from '../platform/configuration/configuration.ts'
import { deepLinkScheme } from './deep-link.ts'
import { createKnockAtProxy, letAccountSignIn } from './proxies.ts'
import type { Environment } from '../platform/configuration/environment.ts'
import { openLog, type Log } from '../platform/log/log.ts'
import { createOsKeychain } from '../platform/secrets/os-keychain.ts'
import type { Cover } from '../lock/lock-service.ts'
import type { Desktop } from './notifications.ts'
import { createServices, type Services } from './services.ts'
import type { PackagedApp } from '../updates/open-updates.ts'
import type { Settings } from '../platform/settings/settings.ts'
import { menuTemplate } from './window/menu-template.ts'
import {
  askWhereToSave,
  askWhichDocuments,
  askWhichTable,
  printPage,
} from './window/main-window.ts'

/** When this bundle was made, in ms since 1970; set by the build. */
declare const BUILT_AT: number
/** The public halves of the keys that sign announcements of updates; set by the build. */
declare const UPDATE_KEYS: readonly string[]

export type Background = Services & {
  readonly log: Log
  /** The page's process is gone, for Chromium's reason; another one loads. */
  readonly pageGone: (reason: string) => void
}

/** Rejects where a part of it cannot do without what is missing; the app then ends. */
export async function startBackground(options: {
  readonly environment: Environment
  readonly settings: Settings
  readonly language: () => Language
  readonly send: (name: EventName, payload: unknown) => void
  readonly cover: Cover
  readonly desktop: Desktop
  readonly tableWorker: string
}): Promise<Background> {
  const { environment, language } = options
  const folder = app.getPath('userData')
  const log = openLog(join(folder, 'logs', 'main.log'))
  const configuration = await readConfiguration(environment.configuration)
  app.on('select-client-certificate', (event, _contents, url, offered, answer) => {
    event.preventDefault()
    const certificate = clientCertificateFor(url, offered, configuration)
    if (certificate === null) answer()
    else answer(certificate)
  })
  if (configuration.ok) letAccountSignIn(configuration.proxySignIn)
  const managedLanguage = configuration.ok ? configuration.language : null
  if (options.settings.values().managedLanguage !== managedLanguage) {
    void options.settings.update({ managedLanguage })
  }
  const services = createServices({
    ...options,
    configuration,
    folder,
    version: app.getVersion(),
    builtAt: new Date(BUILT_AT),
    log,
    fetch: (url, init) => net.fetch(url, init),
    knockAtProxy: createKnockAtProxy,
    osKeychain: createOsKeychain(environment.keychainService),
    openExternal: (url) => shell.openExternal(url),
    openFile: (path) => shell.openPath(path),
    askWhereToSave,
    askWhichTable,
    askWhichDocuments,
    printPage,
    systemLocale: () => app.getSystemLocale(),
    copyText: (text) => clipboard.writeText(text),
    onMenuChange: updateMenu,
    packaged: app.isPackaged ? packagedApp() : undefined,
  })
  updateMenu(services.session.view())
  function choose(command: MenuCommand): void {
    options.send('menu.chosen', command)
  }
  function updateMenu(session: SessionView): void {
    const template = menuTemplate({
      language: language(),
      platform: process.platform,
      session,
      choose,
      // Where no password is set yet, one comes to where it is.
      lock: () => {
        if (!services.lock.lock()) choose({ kind: 'lockSettings' })
      },
    })
    Menu.setApplicationMenu(Menu.buildFromTemplate(template))
  }
  // With the terminator before the link, so that nothing in a link is taken for a switch.
  if (app.isPackaged) app.setAsDefaultProtocolClient(deepLinkScheme, process.execPath, ['--'])
  services.started(process.argv)
  function pageGone(reason: string): void {
    log.warn('page gone', { reason })
  }
  return { ...services, log, pageGone }
}

/** How it was installed, for its updates; nothing of it is looked at here. */
function packagedApp(): PackagedApp {
  return {
    version: app.getVersion(),
    platform: process.platform,
    program: process.execPath,
    resources: process.resourcesPath,
    // Set by the runtime of an AppImage for what it runs.
    appImage: process.env['APPIMAGE'],
    keys: UPDATE_KEYS,
    quit: () => app.quit(),
    relaunch: () => app.relaunch(),
  }
}
