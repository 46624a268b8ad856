/** The main process. The window comes first; everything that it can do without follows. */
import { join, resolve } from 'node:path'
import { app, ipcMain, protocol, type BrowserWindow } from 'electron'
import { eventChannel, invokeChannel, type EventName } from '../shared/ipc/channels.ts'
import { appScheme } from './app-protocol/app-origin.ts'
import { createAppProtocol } from './app-protocol/app-protocol.ts'
import type { Background } from './background.ts'
import { readEnvironment } from './environment.ts'
import { effectiveLanguage } from './language.ts'
import { openSettings } from './settings/settings.ts'
import { bringToFront, openMainWindow } from './window/main-window.ts'
import { denyPermissions } from './window/security.ts'

/** Quitting waits for what is on its way to the portal and the disk, but not for ever. */
const farewellMs = 3_000

const environment = readEnvironment(process.env, process.platform)
app.enableSandbox()
if (environment.profile !== null) app.setPath('userData', resolve(environment.profile))
protocol.registerSchemesAsPrivileged([
  { scheme: appScheme, privileges: { standard: true, secure: true, codeCache: true } },
])

if (app.requestSingleInstanceLock()) void start()
else app.quit()

async function start(): Promise<void> {
  const loaded = Promise.withResolvers<Background>()
  let window: BrowserWindow | null = null
  const settings = openSettings(join(app.getPath('userData'), 'settings.json'), (notice) => {
    void loaded.promise.then(({ notices }) => notices.raise(notice))
  })

  const open = () => {
    window = openMainWindow(settings, () => {
      const ms = Math.round(performance.now())
      void loaded.promise.then(({ log }) => log.info('window shown', { ms }))
    })
  }
  const toFront = () => {
    if (window === null || window.isDestroyed()) open()
    else bringToFront(window)
  }
  // Before the app is ready: macOS hands over the link that it was started with that early.
  listen(loaded.promise, toFront)

  await app.whenReady()
  const systemLanguages = app.getPreferredSystemLanguages()
  const language = () => effectiveLanguage(settings.values(), systemLanguages)
  const root = join(import.meta.dirname, '../renderer')
  denyPermissions()
  protocol.handle(appScheme, createAppProtocol({ root, language }))
  ipcMain.handle(invokeChannel, async (event, name: unknown, input: unknown) => {
    // Read before waiting: a frame that has gone by then can no longer be asked.
    const frame = event.senderFrame
    const sender = frame && { url: frame.url, parent: frame.parent }
    return (await loaded.promise).router(sender, name, input)
  })
  open()

  const { startBackground } = await import('./background.ts')
  const send = (name: EventName, payload: unknown) => {
    if (window?.isDestroyed() === false) window.webContents.send(eventChannel, name, payload)
  }
  loaded.resolve(startBackground({ environment, settings, language, send }))
}

/** What the system, and other starts of the app, ask for. */
function listen(loaded: Promise<Background>, toFront: () => void): void {
  app.on('second-instance', (_event, args) => {
    if (app.isReady()) toFront()
    void loaded.then(({ startedAgain }) => startedAgain(args))
  })
  app.on('open-url', (event, url) => {
    event.preventDefault()
    if (app.isReady()) toFront()
    void loaded.then(({ follow }) => follow(url))
  })
  app.on('activate', toFront)
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  app.on('will-quit', (event) => {
    event.preventDefault()
    const farewell = loaded.then(({ close }) => close())
    const limit = new Promise((done) => setTimeout(done, farewellMs))
    void Promise.race([farewell, limit]).finally(() => app.exit(0))
  })
}
