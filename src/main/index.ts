/** The main process: Electron on one side, the app's services on the other. */
import { join } from 'node:path'
import { app, BrowserWindow, ipcMain, net, protocol, shell } from 'electron'
import { eventChannel, invokeChannel } from '../shared/ipc/channels.ts'
import { events } from '../shared/ipc/routes.ts'
import { appScheme } from './app-protocol/app-origin.ts'
import { createAppProtocol } from './app-protocol/app-protocol.ts'
import { deepLinkInArguments, deepLinkScheme, parseDeepLink, type DeepLink } from './deep-link.ts'
import { readEnvironment } from './environment.ts'
import { openLog } from './log.ts'
import { createOsKeychain } from './secrets/os-keychain.ts'
import { createServices, type Services, type Tell } from './services.ts'
import { bringToFront, openMainWindow } from './window/main-window.ts'
import { setApplicationMenu } from './window/menu.ts'
import { denyPermissions } from './window/security.ts'

/** When this bundle was made, in ms since 1970; set by the build. */
declare const BUILT_AT: number

/** Quitting waits for the end of a session to reach the portal, but not for ever. */
const farewellMs = 3_000

const environment = readEnvironment(process.env, process.platform)
app.enableSandbox()
if (environment.profile !== null) app.setPath('userData', environment.profile)
protocol.registerSchemesAsPrivileged([
  { scheme: appScheme, privileges: { standard: true, secure: true, codeCache: true } },
])

if (app.requestSingleInstanceLock()) void start()
else app.quit()

async function start(): Promise<void> {
  const folder = app.getPath('userData')
  const log = openLog(join(folder, 'logs', 'main.log'))
  process.on('uncaughtException', (error) => log.failed('uncaught exception', error))
  process.on('unhandledRejection', (error) => log.failed('unhandled rejection', error))

  let window: BrowserWindow | null = null
  const tell: Tell = (name, payload) => {
    if (window === null || window.isDestroyed()) return
    window.webContents.send(eventChannel, name, events[name].parse(payload))
  }

  await app.whenReady()
  const services = createServices({
    environment,
    folder,
    version: app.getVersion(),
    builtAt: new Date(BUILT_AT),
    systemLanguages: app.getPreferredSystemLanguages(),
    log,
    fetch: (url, init) => net.fetch(url, init),
    keychain: createOsKeychain(environment.keychainService),
    openExternal: (url) => shell.openExternal(url),
    tell,
    onLanguage: (language) => setApplicationMenu(language, process.platform),
  })
  const { language, router, session, settings } = services

  denyPermissions()
  protocol.handle(
    appScheme,
    createAppProtocol({ root: join(import.meta.dirname, '../renderer'), language }),
  )
  ipcMain.handle(invokeChannel, (event, name: unknown, input: unknown) =>
    router(event.senderFrame, name, input),
  )
  const open = () => {
    window = openMainWindow(settings, () =>
      log.info('window shown', { ms: Math.round(performance.now()) }),
    )
  }
  open()

  // What follows was not needed to open the window.
  setApplicationMenu(language(), process.platform)
  follow(deepLinkInArguments(process.argv), services, tell)
  app.on('second-instance', (_event, args) => {
    if (window !== null) bringToFront(window)
    const link = deepLinkInArguments(args)
    if (link.kind === 'none') services.notices.raise({ code: 'already_running' })
    follow(link, services, tell)
  })
  app.on('open-url', (event, url) => {
    event.preventDefault()
    if (window !== null) bringToFront(window)
    follow(parseDeepLink(url), services, tell)
  })
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) open()
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  app.on('will-quit', (event) => {
    event.preventDefault()
    const limit = new Promise((resolve) => setTimeout(resolve, farewellMs))
    void Promise.race([session.close(), limit]).finally(() => app.exit(0))
  })
  if (app.isPackaged) app.setAsDefaultProtocolClient(deepLinkScheme)
}

function follow(link: DeepLink, { notices, settings }: Services, tell: Tell): void {
  if (link.kind === 'invalid') notices.raise({ code: 'deep_link_invalid' })
  if (link.kind !== 'service') return
  const { service } = link
  void settings.update({ service })
  tell('service.requested', { service })
}
