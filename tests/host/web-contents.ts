/** `webContents`: one page, its navigation, its messages. */
import { EventEmitter } from 'node:events'
import type {
  ContextMenuParams,
  Event,
  PrintToPDFOptions,
  WebContents,
  WebContentsWillNavigateEventParams,
} from 'electron'
import type { BrowserContext, Page } from 'playwright-core'
import { preventableEvent, refuseUnknownEvents } from './events.ts'
import { invokeMain } from './ipc-main.ts'
import type { HostFrame } from './ipc-main.ts'
import { menuChanges, menuShortcuts, pressShortcut } from './menu.ts'
import { openPageChannel } from './page-channel.ts'
import type { PageChannel } from './page-channel.ts'
import { printPage } from './print-page.ts'
import { servePage, toAppUrl, toPageUrl, type ProtocolHandler } from './protocol.ts'

type NavigateEvent = Event<
  Pick<WebContentsWillNavigateEventParams, 'url' | 'isMainFrame' | 'isSameDocument'>
>
type ContentsEvents = {
  'will-navigate': [details: NavigateEvent, url: string]
  'did-finish-load': []
  'dom-ready': []
  'did-fail-load': [event: Event, errorCode: number, description: string, url: string]
  'render-process-gone': [event: Event, details: { reason: string; exitCode: number }]
  'preload-error': [event: Event, path: string, error: Error]
  destroyed: []
  /** The host's own: something with a size was laid out, for the first time. */
  '-first-layout': []
  /** Chromium's pages have no webview, no redirects of ours and no other frames: never raised. */
  'will-attach-webview': [event: Event, preferences: object, params: object]
  'will-redirect': [details: NavigateEvent, url: string]
  'will-frame-navigate': [details: NavigateEvent]
  /** Chromium shows its own. */
  'context-menu': [event: Event, params: ContextMenuParams]
}
const contentsEvents = [
  'will-navigate',
  'did-finish-load',
  'dom-ready',
  'did-fail-load',
  'render-process-gone',
  'preload-error',
  'destroyed',
  '-first-layout',
  'will-attach-webview',
  'will-redirect',
  'will-frame-navigate',
  'context-menu',
] as const satisfies readonly (keyof ContentsEvents)[]

type Used = Pick<
  WebContents,
  | 'send'
  | 'getURL'
  | 'isDestroyed'
  | 'setWindowOpenHandler'
  | 'setWebRTCIPHandlingPolicy'
  | 'reload'
  | 'focus'
  | 'printToPDF'
>
type WebRtcPolicy = Parameters<WebContents['setWebRTCIPHandlingPolicy']>[0]
type WindowOpenHandler = Parameters<WebContents['setWindowOpenHandler']>[0]

export type Attachment = {
  readonly context: BrowserContext
  readonly page: Page
  readonly preload: string | undefined
  /** What main answers for the schemes of this page's session. */
  readonly handlers: ReadonlyMap<string, ProtocolHandler>
}

export class HostWebContents extends EventEmitter<ContentsEvents> implements Used {
  readonly mainFrame: HostFrame
  #page: Page | undefined
  #channel: PageChannel | undefined
  #openHandler: WindowOpenHandler | undefined
  #webRtcPolicy: WebRtcPolicy = 'default'
  /** The address that main itself asked for: no `will-navigate` for it. */
  #expected: string | undefined

  constructor() {
    super()
    refuseUnknownEvents(this, 'webContents', contentsEvents)
    const url = () => this.getURL()
    this.mainFrame = {
      parent: null,
      name: '',
      detached: false,
      get url() {
        return url()
      },
    }
  }

  /** Binds these contents to Chromium's page. */
  async attach({ context, page, preload, handlers }: Attachment): Promise<void> {
    this.#page = page
    this.#channel = await openPageChannel(page, preload, {
      call: ({ channel, args }, isCurrent) =>
        // A frame that has gone on to another document is none any more.
        invokeMain(channel, args, () => (isCurrent() ? this.mainFrame : null)),
      shortcut: pressShortcut,
      laidOut: () => this.emit('-first-layout'),
      preloadFailed: (error) =>
        this.emit('preload-error', preventableEvent(), preload ?? '', error),
    })
    const tellMenu = () => void this.#channel?.send({ kind: 'menu', ...menuShortcuts() })
    menuChanges.on('changed', tellMenu)
    page.on('domcontentloaded', () => {
      tellMenu()
      this.emit('dom-ready')
    })
    page.on('load', () => this.emit('did-finish-load'))
    page.on('close', () => this.emit('destroyed'))
    page.on('crash', () => {
      this.emit('render-process-gone', preventableEvent(), { reason: 'crashed', exitCode: 1 })
    })
    // Chromium opens it all the same: what Electron would not have shown is closed at once.
    context.on('page', (popup) => void popup.close())
    const opener = await context.newCDPSession(page)
    opener.on('Page.windowOpen', ({ url }) => this.#askToOpen(toAppUrl(url)))
    await opener.send('Page.enable')
    await servePage({
      context,
      window: page,
      handlers,
      mayNavigate: (url) => this.#mayNavigate(url),
    })
  }

  setWebRTCIPHandlingPolicy(policy: WebRtcPolicy): void {
    this.#webRtcPolicy = policy
  }

  /** Chromium's switches for what main has asked of these contents before they open. */
  switches(): string[] {
    return [`--webrtc-ip-handling-policy=${this.#webRtcPolicy}`]
  }

  /** Resolves when the page has loaded, rejects as Electron does (`ERR_… loading '…'`). */
  async load(url: string): Promise<void> {
    if (!this.#page) throw new Error('The window is not open yet')
    this.#expected = url
    try {
      await this.#page.goto(toPageUrl(url))
    } catch (error) {
      const code = /net::(ERR_\w+)/u.exec(String(error))?.[1] ?? 'ERR_FAILED'
      this.emit('did-fail-load', preventableEvent(), -2, code, url)
      throw new Error(`${code} (-2) loading '${url}'`, { cause: error })
    }
  }

  send(channel: string, ...args: unknown[]): void {
    void this.#channel?.send({ kind: 'event', channel, args })
  }

  getURL(): string {
    return toAppUrl(this.#page?.url() ?? '')
  }

  isDestroyed(): boolean {
    return this.#page?.isClosed() ?? false
  }

  focus(): void {
    void this.#page?.bringToFront()
  }

  reload(): void {
    this.#expected = this.getURL()
    // Playwright has given up a page that crashed; Electron loads it again.
    void this.#page?.reload().catch(() => undefined)
  }

  /** Chromium prints as Electron has it print, and knows the same options by other names. */
  async printToPDF(options: PrintToPDFOptions): Promise<Buffer> {
    if (!this.#page) throw new Error('The window is not open yet')
    return printPage(this.#page, options)
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.#openHandler = handler
  }

  #mayNavigate(url: string): boolean {
    const expected = this.#expected
    this.#expected = undefined
    if (expected !== undefined && new URL(expected).href === new URL(url).href) return true
    const params = { url, isMainFrame: true, isSameDocument: false }
    const event: NavigateEvent = Object.assign(preventableEvent(), params)
    this.emit('will-navigate', event, url)
    return !event.defaultPrevented
  }

  #askToOpen(url: string): void {
    const answer = this.#openHandler?.({
      url,
      frameName: '',
      features: '',
      disposition: 'new-window',
      referrer: { url: '', policy: 'no-referrer' },
    })
    if (answer?.action !== 'deny') throw new Error(`tests/host opens no second window for ${url}`)
  }
}
