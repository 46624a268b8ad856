/** The start proper. The window comes first; everything that it can do without follows. */
import { join } from 'node:path'
import { app, ipcMain, powerMonitor, type BrowserWindow } from 'electron'
import { eventChannel, invokeChannel, type EventName } from '../../shared/contract/channels.ts'
import type { Language } from '../../shared/languages.ts'
import { appScheme } from '../ipc/app-origin.ts'
import { createAppProtocol } from './protocol/app-protocol.ts'
import type { Background } from './background.ts'
import type { Environment } from '../platform/configuration/environment.ts'
import type { Settings } from '../platform/settings/settings.ts'
import type { PageFailure, StartFailure } from './startup/failed-start.ts'
import { createDesktop } from './desktop.ts'
import { listenToPower } from './power-events.ts'
import { listenToSystem } from './system-events.ts'
import { createCover } from './window/cover.ts'
import { bringToFront, openMainWindow } from './window/main-window.ts'
import { openPageSession } from './window/page-session.ts'

export type StartOptions = {
  readonly environment: Environment
  readonly settings: Settings
  /** Settled here with what the window did not wait for. */
  readonly loaded: PromiseWithResolvers<Background>
  /** Asked once the app is ready. */
  readonly language: () => Language
  /** Ends a start that failed. */
  readonly fail: (failure: StartFailure) => void
  /** Says what becomes of errors that nobody catches. */
  readonly strayErrorsGoTo: (handle: (error: unknown) => void) => void
}

/**
 * Where what is built lies. This file is of the entry, which is built into `main/index.js`; any other may come
 * to lie in a folder beneath it.
 */
const built = join(import.meta.dirname, '..')

/** Resolves once everything runs; rejects where something that the app cannot do without fails. */
export async function start(options: StartOptions): Promise<void> {
  const { settings, language, loaded } = options
  const once = (use: (background: Background) => void) => void loaded.promise.then(use)
  let window: BrowserWindow | null = null
  let pageWorks = false
  /** Of the page in the window: its first screen is drawn, and it hears what main tells it. */
  let listening = Promise.withResolvers<void>()
  const send = (name: EventName, payload: unknown) => {
    if (window?.isDestroyed() === false) window.webContents.send(eventChannel, name, payload)
  }

  /** Before the first page works, it never will; later, what was typed counts for more. */
  const pageFails = (failure: PageFailure) => {
    if (pageWorks) once(({ log }) => log.failed('page failed', failure.error))
    else options.fail(failure)
  }
  /** Null until a window can open; the first one then does so without being asked. */
  let open: (() => void) | null = null
  const toFront = () => {
    if (window === null || window.isDestroyed()) open?.()
    else bringToFront(window)
  }
  listenToSystem(app, process.platform, loaded.promise, toFront)

  await app.whenReady()
  const session = await openPageSession()
  session.protocol.handle(
    appScheme,
    createAppProtocol({
      root: join(built, 'renderer'),
      language,
      missing: (error) => pageFails({ kind: 'damaged', error }),
    }),
  )
  open = () => {
    listening = Promise.withResolvers()
    window = openMainWindow({
      preload: join(built, 'preload/index.cjs'),
      settings,
      language,
      session,
      told: {
        shown: () => {
          const ms = Math.round(performance.now())
          once(({ log }) => log.info('window shown', { ms }))
        },
        focused: () => once(({ hint }) => hint()),
        pageGone: (reason) => once(({ pageGone }) => pageGone(reason)),
        failed: pageFails,
        traversed: (kind) => send('menu.chosen', { kind }),
        sessionEnds: () =>
          once(({ close, updates }) => {
            updates.forgo()
            void close()
          }),
      },
    })
  }
  ipcMain.handle(invokeChannel, async (event, name: unknown, input: unknown) => {
    pageWorks = true
    if (name === 'app.shown') listening.resolve()
    // Read before waiting: a frame that has gone by then can no longer be asked.
    const frame = event.senderFrame
    const sender = frame && { url: frame.url, parent: frame.parent }
    return (await loaded.promise).router(sender, name, input)
  })
  open()

  const { startBackground } = await import('./background.ts')
  const background = await startBackground({
    ...options,
    send,
    tableWorker: join(built, 'main/table-worker.js'),
    cover: createCover(() => window),
    desktop: createDesktop(
      () => window,
      () => {
        toFront()
        return listening.promise
      },
    ),
  })
  const { lock, awake } = background
  listenToPower(powerMonitor, { ...lock, awake }, setInterval)
  options.strayErrorsGoTo((error) => background.log.failed('stray error', error))
  loaded.resolve(background)
}
