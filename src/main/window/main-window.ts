/** The one window. */
import { join } from 'node:path'
import { app, BrowserWindow, nativeTheme } from 'electron'
import { appUrl } from '../app-protocol/app-origin.ts'
import type { Settings } from '../settings/settings.ts'
import { confine } from './security.ts'
import { smallestWindow } from './smallest-window.ts'
import { startPath } from './start-path.ts'

/** The page's own background, so that nothing flashes before it is drawn. */
const background = { light: '#ffffff', dark: '#14161a' } as const
const firstSize = { width: 1180, height: 800, maximized: false }

/** @param onShown called once, when the first page is drawn and the window shows */
export function openMainWindow(settings: Settings, onShown: () => void): BrowserWindow {
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
  window.once('ready-to-show', () => {
    if (maximized) window.maximize()
    window.show()
    onShown()
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
