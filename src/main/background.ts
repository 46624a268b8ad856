/**
 * What the window does not wait for: the schemas, the keychain's library, the log, the menu. Loaded
 * as a part of its own while the first page is being drawn.
 */
import { join } from 'node:path'
import { app, net, shell } from 'electron'
import type { EventName } from '../shared/ipc/channels.ts'
import type { Language } from '../shared/portal/common.ts'
import { deepLinkScheme } from './deep-link.ts'
import type { Environment } from './environment.ts'
import { openLog, type Log } from './log.ts'
import { createOsKeychain } from './secrets/os-keychain.ts'
import { createServices, type Services } from './services.ts'
import type { Settings } from './settings/settings.ts'
import { setApplicationMenu } from './window/menu.ts'
import { askWhereToSave } from './window/save-dialog.ts'

/** When this bundle was made, in ms since 1970; set by the build. */
declare const BUILT_AT: number

export type Background = Services & {
  readonly log: Log
  /** The page's process is gone, for Chromium's reason; another one loads. */
  readonly pageGone: (reason: string) => void
}

export function startBackground(options: {
  readonly environment: Environment
  readonly settings: Settings
  readonly language: () => Language
  readonly send: (name: EventName, payload: unknown) => void
}): Background {
  const { environment, language } = options
  const folder = app.getPath('userData')
  const log = openLog(join(folder, 'logs', 'main.log'))
  process.on('uncaughtException', (error) => log.failed('uncaught exception', error))
  process.on('unhandledRejection', (error) => log.failed('unhandled rejection', error))

  // It would put another library in the keychain's place: a packaged app takes no code from outside.
  if (app.isPackaged) delete process.env['NAPI_RS_NATIVE_LIBRARY_PATH']
  const services = createServices({
    ...options,
    folder,
    version: app.getVersion(),
    builtAt: new Date(BUILT_AT),
    log,
    fetch: (url, init) => net.fetch(url, init),
    keychain: createOsKeychain(environment.keychainService),
    openExternal: (url) => shell.openExternal(url),
    askWhereToSave,
    onLanguage: (changed) => setApplicationMenu(changed, process.platform),
  })
  setApplicationMenu(language(), process.platform)
  if (app.isPackaged) app.setAsDefaultProtocolClient(deepLinkScheme)
  services.started(process.argv)
  function pageGone(reason: string): void {
    log.warn('page gone', { reason })
  }
  return { ...services, log, pageGone }
}
