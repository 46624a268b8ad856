/** The one window. */
import { join } from 'node:path'
import {
  app,
  BrowserWindow,
  nativeTheme,
  screen,
  type ContextMenuParams,
  type Session,
  type WebContents,
  dialog,
} from 'electron'
import type { Language } from '../../../shared/languages.ts'
import { appUrl, isAppUrl } from '../../ipc/app-origin.ts'
import type { Settings } from '../../platform/settings/settings.ts'
import { startFailureOf, type PageFailure } from '../startup/failed-start.ts'
import { reloadAfterCrash } from './reload-after-crash.ts'
import { smallestWindow } from '../../platform/settings/settings-values.ts'
import { documentEndings } from '../../../shared/rules/document-content.ts'
import type { SaveQuestion } from '../../platform/files/chosen-file.ts'
import type { PrintedPage } from '../../services/insights/month-pack.ts'
import { placeWithin } from './place-within.ts'
import { startPath } from './start-path.ts'

/** The page's own background, so that nothing flashes before it is drawn. */
const background = { light: '#ffffff', dark: '#14161a' } as const
const firstPlace = { width: 1180, height: 800, position: null, maximized: false }

type Told = {
  /** Once, when the first page is drawn and the window shows. */
  readonly shown: () => void
  /** The person looks at it again. */
  readonly focused: () => void
  /** Each time that the page's process has crashed or was ended; with Chromium's reason. */
  readonly pageGone: (reason: string) => void
  /** The first page will not come: its script, its document or its process is missing. */
  readonly failed: (failure: PageFailure) => void
  /** Windows ends its session, and the app with it, without another word; told again as it does. */
  readonly sessionEnds: () => void
  /** The mouse's or the keyboard's own button for going back or forward. */
  readonly traversed: (direction: 'back' | 'forward') => void
}

type MainWindowOptions = {
  /** The preload script's file. */
  readonly preload: string
  readonly settings: Settings
  /** The app's present one, for the menu of a right click. */
  readonly language: () => Language
  readonly session: Session
  readonly told: Told
}

/** Opens the window where and as large as it was last, and on the page that the last session left. */
export function openMainWindow(options: MainWindowOptions): BrowserWindow {
  const { settings, language, told } = options
  const last = settings.values().window ?? firstPlace
  const areas = screen.getAllDisplays().map(({ workArea }) => workArea)
  const window = new BrowserWindow({
    ...placeWithin(last, areas),
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    title: 'Atradius Services Online',
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? background.dark : background.light,
    webPreferences: {
      preload: options.preload,
      session: options.session,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  })
  restrictNavigation(window.webContents)
  let isShown = false
  reloadAfterCrash(window.webContents, (reason, again) => {
    told.pageGone(reason)
    const error = new Error('The page’s process ends each time.')
    if (!again && !isShown) told.failed({ kind: 'unexpected', error })
  })
  window.webContents.on('preload-error', (_event, _path, error) =>
    told.failed({ kind: 'damaged', error }),
  )
  window.webContents.on('context-menu', (_event, params) => void offer(params))
  async function offer(params: ContextMenuParams): Promise<void> {
    // Loaded when it is first needed: the window opens without the menu's words.
    const { showContextMenu } = await import('./context-menu.ts')
    if (!window.isDestroyed()) showContextMenu(window, params, language())
  }
  window.on('app-command', (_event, command) => {
    if (command === 'browser-backward') told.traversed('back')
    if (command === 'browser-forward') told.traversed('forward')
  })
  window.once('ready-to-show', () => {
    if (last.maximized) window.maximize()
    window.show()
    isShown = true
    told.shown()
  })
  window.on('focus', told.focused)
  window.on('close', () => void rememberPlace(window, settings))
  // Once it ends there is no time left for the portal or the disk, so being asked is the sign. Where
  // somebody else then keeps Windows from ending, a session that is not kept has to be begun again.
  window.on('query-session-end', () => {
    void rememberPlace(window, settings)
    told.sessionEnds()
  })
  window.on('session-end', told.sessionEnds)
  const { lastSession, service } = settings.values()
  void load(window, appUrl(startPath(lastSession, service)), told.failed)
  return window
}

async function load(
  window: BrowserWindow,
  url: string,
  failed: (failure: PageFailure) => void,
): Promise<void> {
  try {
    await window.loadURL(url)
  } catch (error) {
    // A window that was closed, or a page that went on to another one, breaks the loading off.
    const isBrokenOff = String(error).includes('ERR_ABORTED')
    if (!window.isDestroyed() && !isBrokenOff) failed(startFailureOf(error))
  }
}

/** For a second start of the app: what is already open comes to the front. */
export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

async function rememberPlace(window: BrowserWindow, settings: Settings): Promise<void> {
  const { x, y, width, height } = window.getNormalBounds()
  const maximized = window.isMaximized()
  await settings.update({ window: { width, height, position: { x, y }, maximized } })
}

/** The window stays on the app's own pages, opens no other, and has no way past its proxy. */
function restrictNavigation(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!isAppUrl(event.url)) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  // WebRTC's data channels ask for no permission, and its UDP knows no proxy.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}

/** The system's own box, over the window; null where the person closes it. */
export async function askWhereToSave(question: SaveQuestion): Promise<string | null> {
  const [window] = BrowserWindow.getAllWindows()
  const options = {
    defaultPath: join(app.getPath('documents'), question.fileName),
    filters: [{ name: question.kind, extensions: [question.extension] }],
  }
  const answer = await (window === undefined
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(window, options))
  return answer.canceled || answer.filePath === '' ? null : answer.filePath
}

/** The documents that the person chose in the system's box, all at once if they like. */
export async function askWhichDocuments(): Promise<readonly string[]> {
  const [window] = BrowserWindow.getAllWindows()
  const options = {
    properties: ['openFile' as const, 'multiSelections' as const],
    filters: [{ name: 'PDF, PNG, JPEG, XLSX, DOCX, CSV, TXT, EML', extensions: documentEndings }],
  }
  const answer = await (window === undefined
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options))
  return answer.canceled ? [] : answer.filePaths
}

/** The table that the person chose in the system's box; null where they thought better of it. */
export async function askWhichTable(): Promise<string | null> {
  const [window] = BrowserWindow.getAllWindows()
  const options = {
    properties: ['openFile' as const],
    filters: [{ name: 'CSV, XLSX', extensions: ['csv', 'tsv', 'txt', 'xlsx', 'xlsm'] }],
  }
  const answer = await (window === undefined
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options))
  return answer.canceled ? null : (answer.filePaths[0] ?? null)
}

/** Room around what is printed, in inches; the page's own style has the same. */
const margins = { top: 0.55, bottom: 0.75, left: 0.6, right: 0.6 }

/**
 * The page that the window is on, as its style for print has it: on A4, tagged for who reads by ear.
 * @throws Error where no window is there, or it is on another page; what Chromium throws
 */
export async function printPage({ path, footer }: PrintedPage): Promise<Uint8Array> {
  const [window] = BrowserWindow.getAllWindows()
  if (window === undefined) throw new Error('There is no window to print')
  const shown = URL.parse(window.webContents.getURL())?.pathname ?? null
  if (shown !== path) throw new Error('The window is on another page than the one to print')
  return window.webContents.printToPDF({
    pageSize: 'A4',
    margins,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
    displayHeaderFooter: true,
    // Left out, Chromium writes the time and the title there.
    headerTemplate: '<span></span>',
    footerTemplate: footer,
  })
}
