/** `BrowserWindow`: the app's one window, on a Chromium window without tabs. */
import { EventEmitter } from 'node:events'
import type {
  BrowserWindow as ElectronWindow,
  BrowserWindowConstructorOptions,
  Event,
} from 'electron'
import { app } from './app.ts'
import { openBrowser } from './browser.ts'
import { preventableEvent, refuseUnknownEvents } from './events.ts'
import { addWindow } from './open-windows.ts'
import { HostSession, session } from './session.ts'
import { ContentView } from './view.ts'
import { HostWebContents } from './web-contents.ts'

type WindowEvents = {
  'ready-to-show': []
  show: []
  focus: []
  close: [event: Event]
  closed: []
  /** Chromium goes back and forward by itself: never raised. */
  'app-command': [event: Event, command: string]
  'query-session-end': [event: Event]
  'session-end': [event: Event]
  /** The desktop's window manager moves Chromium's window without telling us: never raised. */
  resize: []
  move: []
  maximize: []
  unmaximize: []
}
const windowEvents = [
  'ready-to-show',
  'show',
  'focus',
  'close',
  'closed',
  'app-command',
  'query-session-end',
  'session-end',
  'resize',
  'move',
  'maximize',
  'unmaximize',
] as const satisfies readonly (keyof WindowEvents)[]

type Used = Pick<
  ElectronWindow,
  | 'loadURL'
  | 'show'
  | 'focus'
  | 'restore'
  | 'close'
  | 'destroy'
  | 'isDestroyed'
  | 'isMinimized'
  | 'isFocused'
  | 'isMaximized'
  | 'maximize'
  | 'getBounds'
  | 'getNormalBounds'
  | 'setBackgroundColor'
  | 'setTitle'
  | 'getContentSize'
  | 'setContentProtection'
>

/** Windows asks every program before it ends the first: about the time that one has, in ms. */
const sessionEndMs = 1_000

export class BrowserWindow extends EventEmitter<WindowEvents> implements Used {
  static readonly #all = new Set<BrowserWindow>()
  readonly webContents = new HostWebContents()
  readonly contentView = new ContentView()
  readonly #opened: Promise<void>
  readonly #closed = Promise.withResolvers<void>()
  readonly #bounds: Electron.Rectangle
  #closePage: () => Promise<void> = async () => undefined
  #announced = false
  #destroyed = false

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super()
    refuseUnknownEvents(this, 'BrowserWindow', windowEvents)
    if (BrowserWindow.#all.size > 0) throw new Error('tests/host opens one window')
    const { x = 0, y = 0, width = 800, height = 600 } = options
    this.#bounds = { x, y, width, height }
    const own = options.webPreferences?.session ?? session.defaultSession
    if (!(own instanceof HostSession)) throw new TypeError('tests/host: not one of its sessions')
    app.emit('web-contents-created', preventableEvent(), this.webContents)
    this.#opened = this.#open(own, options.webPreferences?.preload)
    BrowserWindow.#all.add(this)
    addWindow({ close: () => this.#agreesToClose(), closed: this.#closed.promise }, () =>
      app.lastWindowClosed(),
    )
  }

  static getAllWindows(): BrowserWindow[] {
    return [...BrowserWindow.#all]
  }

  /** As Windows ends its session: nothing quits, the process is just no longer there. */
  static endSession(): void {
    for (const window of BrowserWindow.#all) window.emit('query-session-end', preventableEvent())
    setTimeout(() => {
      for (const window of BrowserWindow.#all) window.emit('session-end', preventableEvent())
      process.kill(process.pid, 'SIGKILL')
    }, sessionEndMs)
  }

  async #open(own: HostSession, preload: string | undefined): Promise<void> {
    const { width, height } = this.#bounds
    // What main asks of a window it asks right after making it.
    await Promise.resolve()
    const switches = [...own.proxySwitches(), ...this.webContents.switches()]
    const folder = app.getPath('sessionData')
    const context = await openBrowser({ folder, width, height, switches })
    const page = context.pages()[0] ?? (await context.newPage())
    page.on('close', () => this.#hasClosed())
    this.webContents.once('-first-layout', () => this.emit('ready-to-show'))
    this.#closePage = () => page.close()
    await own.applyPermissions(context)
    own.guardDownloads(page)
    await this.webContents.attach({ context, page, preload, handlers: own.handlers })
  }

  #hasClosed(): void {
    if (this.#destroyed) return
    // Closed by the desktop: Chromium asks nobody, so a listener's objection comes too late.
    if (!this.#announced) this.emit('close', preventableEvent())
    this.#destroyed = true
    BrowserWindow.#all.delete(this)
    this.emit('closed')
    this.#closed.resolve()
  }

  async loadURL(url: string): Promise<void> {
    await this.#opened
    await this.webContents.load(url)
  }

  close(): void {
    this.#agreesToClose()
  }

  #agreesToClose(): boolean {
    const event = preventableEvent()
    this.emit('close', event)
    this.#announced = !event.defaultPrevented
    if (!event.defaultPrevented) this.destroy()
    return !event.defaultPrevented
  }

  destroy(): void {
    void this.#opened.then(() => this.#closePage())
  }

  show(): void {
    this.emit('show')
  }

  focus(): void {
    this.webContents.focus()
    this.emit('focus')
  }

  restore(): void {
    this.focus()
  }

  isDestroyed(): boolean {
    return this.#destroyed
  }

  /** In front, as the one window of the display. */
  isFocused(): boolean {
    return !this.#destroyed
  }

  isMinimized(): boolean {
    return false
  }

  isMaximized(): boolean {
    return false
  }

  maximize(): void {}
  setBackgroundColor(): void {}
  setTitle(): void {}

  getBounds(): Electron.Rectangle {
    return { ...this.#bounds }
  }

  getContentSize(): number[] {
    return [this.#bounds.width, this.#bounds.height]
  }

  /** Whether the system's pictures of the window show it. */
  setContentProtection(enable: boolean): void {
    console.log(`host: pictures of the window ${enable ? 'show nothing' : 'show it'}`)
  }

  getNormalBounds(): Electron.Rectangle {
    return this.getBounds()
  }
}
