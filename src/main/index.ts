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
import { listenToSystem } from './system-events.ts'
import { bringToFront, openMainWindow } from './window/main-window.ts'
import { denyPermissions } from './window/security.ts'

const environment = readEnvironment(process.env, process.platform)
app.enableSandbox()
// As the installer names it, so that Windows keeps the app and its pinned button together; it
// counts only before the first window.
if (process.platform === 'win32') app.setAppUserModelId('com.atradius.services-online')
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

  /** Asked once the app is ready. */
  const language = () => effectiveLanguage(settings.values(), app.getPreferredSystemLanguages())
  const open = () => {
    window = openMainWindow(settings, language, {
      shown: () => {
        const ms = Math.round(performance.now())
        void loaded.promise.then(({ log }) => log.info('window shown', { ms }))
      },
      pageGone: (reason) => void loaded.promise.then(({ pageGone }) => pageGone(reason)),
    })
  }
  const toFront = () => {
    if (window === null || window.isDestroyed()) open()
    else bringToFront(window)
  }
  listenToSystem(app, process.platform, loaded.promise, toFront)

  await app.whenReady()
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
