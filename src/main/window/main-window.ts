/** The one window. */
import { join } from 'node:path'
import { app, BrowserWindow, nativeTheme, type ContextMenuParams } from 'electron'
import type { Language } from '../../shared/portal/common.ts'
import { appUrl } from '../app-protocol/app-origin.ts'
import type { Settings } from '../settings/settings.ts'
import { reviveAfterCrash } from './revive.ts'
import { confine } from './security.ts'
import { smallestWindow } from './smallest-window.ts'
import { startPath } from './start-path.ts'

/** The page's own background, so that nothing flashes before it is drawn. */
const background = { light: '#ffffff', dark: '#14161a' } as const
const firstSize = { width: 1180, height: 800, maximized: false }

type Told = {
  /** Once, when the first page is drawn and the window shows. */
  readonly shown: () => void
  /** Each time that the page's process has crashed or was ended; with Chromium's reason. */
  readonly pageGone: (reason: string) => void
}

/** @param language the app's present one, for the menu of a right click */
export function openMainWindow(
  settings: Settings,
  language: () => Language,
  told: Told,
): BrowserWindow {
  // The size comes back; where it stands is left to the system, which knows today's screens.
  const { width, height, maximized } = settings.values().window ?? firstSize
  const window = new BrowserWindow({
    width,
    height,
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    title: 'Atradius Services Online',
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? background.dark : background.light,
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  })
  confine(window.webContents)
  reviveAfterCrash(window.webContents, told.pageGone)
  window.webContents.on('context-menu', (_event, params) => void offer(params))
  async function offer(params: ContextMenuParams): Promise<void> {
    // Loaded when it is first needed: the window opens without the menu's words.
    const { showContextMenu } = await import('./context-menu.ts')
    if (!window.isDestroyed()) showContextMenu(window, params, language())
  }
  window.once('ready-to-show', () => {
    if (maximized) window.maximize()
    window.show()
    told.shown()
  })
  window.on('close', () => void rememberSize(window, settings))
  const { lastSession, service } = settings.values()
  void window.loadURL(appUrl(startPath(lastSession, service)))
  return window
}

/** For a second start of the app: what is already open comes to the front. */
export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

async function rememberSize(window: BrowserWindow, settings: Settings): Promise<void> {
  const { width, height } = window.getNormalBounds()
  await settings.update({ window: { width, height, maximized: window.isMaximized() } })
}
