/**
 * In Electron's place: does nothing, and keeps what main asks of it, so that a test can say what that must
 * be. What Electron then does is Electron's; `tests/host` is what shows it.
 */
import { EventEmitter } from 'node:events'

type Handler = (...args: unknown[]) => unknown

/** Told by name, the latest each. */
class Told extends EventEmitter {
  readonly told = new Map<string, unknown[]>()

  protected keep(name: string, ...args: unknown[]): void {
    this.told.set(name, args)
  }
}

class RecordedSession extends Told {
  readonly protocol = {
    handle: (scheme: string, answer: Handler) => this.keep(`protocol ${scheme}`, answer),
  }
  setSpellCheckerLanguages = (languages: unknown) => this.keep('spellCheckerLanguages', languages)
  setSpellCheckerDictionaryDownloadURL = (url: unknown) => this.keep('dictionaries', url)
  setSpellCheckerEnabled = (isEnabled: unknown) => this.keep('spellChecker', isEnabled)
  setPermissionRequestHandler = (handler: unknown) => this.keep('permissionRequest', handler)
  setPermissionCheckHandler = (handler: unknown) => this.keep('permissionCheck', handler)
  setProxy = async (proxy: unknown) => this.keep('proxy', proxy)
}

class RecordedContents extends Told {
  setWindowOpenHandler = (handler: unknown) => this.keep('windowOpen', handler)
  setWebRTCIPHandlingPolicy = (policy: unknown) => this.keep('webRtc', policy)
  isDestroyed = () => false
}

/** Of the only screen, all of it. */
const screenArea = { x: 0, y: 0, width: 1600, height: 1000 }

const windows: RecordedWindow[] = []

class RecordedWindow extends Told {
  readonly webContents = new RecordedContents()
  readonly options: Readonly<Record<string, unknown>>

  constructor(options: Readonly<Record<string, unknown>>) {
    super()
    this.options = options
    windows.push(this)
  }

  /** Whether the person has closed it. */
  isClosed = false
  loadURL = async (url: string) => this.keep('loadURL', url)
  isDestroyed = () => this.isClosed
  isMinimized = () => false
  focus = () => this.keep('focus')
  show = () => this.keep('show')
  isFocused = () => false
  isMaximized = () => false
  getNormalBounds = () => screenArea
  static getAllWindows = () => windows
}

class RecordedApp extends Told {
  isPackaged = true
  readonly commandLine = { hasSwitch: () => false, removeSwitch: () => undefined }
  /** The profile folder. */
  folder = ''
  enableSandbox = () => this.keep('enableSandbox')
  getPath = () => this.folder
  getVersion = () => '0.1.0'
  getPreferredSystemLanguages = () => ['fr-BE']
  requestSingleInstanceLock = () => true
  isReady = () => true
  whenReady = async () => undefined
  exit = (code: number) => this.keep('exit', code)
  quit = () => this.keep('quit')
}

class RecordedProtocol extends Told {
  registerSchemesAsPrivileged = (schemes: unknown) => this.keep('schemes', schemes)
}

const sessions = new Map<string, RecordedSession>()
function sessionNamed(name: string): RecordedSession {
  const found = sessions.get(name) ?? new RecordedSession()
  sessions.set(name, found)
  return found
}

const notifications: RecordedNotification[] = []

class RecordedNotification extends EventEmitter {
  readonly options: Readonly<Record<string, unknown>>

  constructor(options: Readonly<Record<string, unknown>>) {
    super()
    this.options = options
  }

  show = () => void notifications.push(this)
  static isSupported = () => true
}

/** By channel. */
const ipcHandlers = new Map<string, Handler>()

/** What was asked of it. */
export const recorded = { windows, sessions, ipcHandlers, notifications }

/** What main imports. */
export const electron = {
  app: new RecordedApp(),
  BrowserWindow: RecordedWindow,
  View: EventEmitter,
  Notification: RecordedNotification,
  protocol: new RecordedProtocol(),
  session: {
    get defaultSession() {
      return sessionNamed('')
    },
    fromPartition: sessionNamed,
  },
  ipcMain: { handle: (channel: string, handler: Handler) => ipcHandlers.set(channel, handler) },
  nativeTheme: { shouldUseDarkColors: false },
  screen: { getAllDisplays: () => [{ workArea: screenArea }] },
  powerMonitor: new EventEmitter(),
  dialog: { showErrorBox: () => undefined },
  net: {},
  shell: {},
  clipboard: {},
  Menu: {},
}
