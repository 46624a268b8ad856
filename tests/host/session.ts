/** `session`: what its pages may do, which schemes main answers for them, and their way out. */
import type { Event, Protocol, Session } from 'electron'
import type { BrowserContext, Page } from 'playwright-core'
import { app } from './app.ts'
import { preventableEvent } from './events.ts'
import { schemes, toPageUrl, type ProtocolHandler } from './protocol.ts'

type CheckHandler = NonNullable<Parameters<Session['setPermissionCheckHandler']>[0]>
type RequestHandler = NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>
type ProxyConfig = Parameters<Session['setProxy']>[0]
type Permission = Parameters<CheckHandler>[1]

/** Electron's names beside those that Chromium's protocol has for the same thing. */
const permissions = [
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
  ['midi', 'midi'],
  ['clipboard-read', 'clipboard-read'],
  ['idle-detection', 'idle-detection'],
  ['sensors', 'accelerometer'],
  ['persistent-storage', 'persistent-storage'],
  ['media', 'camera'],
  ['media', 'microphone'],
] as const satisfies readonly (readonly [Permission, string])[]

type DownloadListener = (event: Event) => void

type Used = Pick<
  Session,
  | 'allowNTLMCredentialsForDomains'
  | 'setPermissionCheckHandler'
  | 'setPermissionRequestHandler'
  | 'setProxy'
  | 'setSpellCheckerDictionaryDownloadURL'
  | 'setSpellCheckerEnabled'
  | 'setSpellCheckerLanguages'
> & {
  readonly protocol: Pick<Protocol, 'handle'>
  readonly on: (name: 'will-download', listener: DownloadListener) => void
}

export class HostSession implements Used {
  readonly handlers = new Map<string, ProtocolHandler>()
  readonly protocol: Used['protocol'] = {
    handle: (scheme, handler) => {
      this.handlers.set(scheme, handler)
    },
  }
  #check: CheckHandler | null = null
  #proxy: ProxyConfig = {}
  readonly #downloadListeners = new Set<DownloadListener>()
  #spellCheckerLanguages: readonly string[] = app.getPreferredSystemLanguages()

  constructor(name: string) {
    // Electron asks for dictionaries as soon as a session is there, whether or not it is to check.
    setImmediate(() => {
      for (const language of this.#spellCheckerLanguages) {
        console.log(`host: session "${name}" fetches a dictionary for ${language}`)
      }
    })
  }

  on(_name: 'will-download', listener: DownloadListener): void {
    this.#downloadListeners.add(listener)
  }

  setPermissionCheckHandler(handler: CheckHandler | null): void {
    this.#check = handler
  }

  /** Chromium asks once and is told beforehand: the check's answer stands for the request's. */
  setPermissionRequestHandler(_handler: RequestHandler | null): void {}

  /** Nobody signs in to Linux for others to know of. */
  allowNTLMCredentialsForDomains(domains: string): void {
    console.log(`host: this account signs in to ${domains}`)
  }

  setSpellCheckerLanguages(languages: string[]): void {
    this.#spellCheckerLanguages = languages
  }

  /** Neither spares the session the dictionaries of its languages. */
  setSpellCheckerEnabled(_isEnabled: boolean): void {}
  setSpellCheckerDictionaryDownloadURL(url: string): void {
    if (!url.endsWith('/')) throw new Error('The URL must end with a slash')
  }

  /** Takes effect for the window that opens after it. */
  async setProxy(config: ProxyConfig): Promise<void> {
    this.#proxy = config
  }

  /** Chromium's switches for the way out that main has chosen; none is the system's own. */
  proxySwitches(): string[] {
    const { mode, proxyRules, proxyBypassRules } = this.#proxy
    if (mode !== 'fixed_servers' || proxyRules === undefined) return []
    return [
      `--proxy-server=${proxyRules}`,
      ...(proxyBypassRules === undefined ? [] : [`--proxy-bypass-list=${proxyBypassRules}`]),
    ]
  }

  /** Gives pages the permissions that main's check handler grants, and denies all others. */
  async applyPermissions(context: BrowserContext): Promise<void> {
    if (!this.#check) return
    const browser = context.browser()
    const client = browser ? await browser.newBrowserCDPSession() : null
    const [scheme] = schemes
    if (!client || scheme === undefined) return
    const appOrigin = `${scheme}://services-online`
    const origin = toPageUrl(appOrigin)
    for (const [name, chromiumName] of permissions) {
      const details = { isMainFrame: true, requestingUrl: `${appOrigin}/` }
      const granted = this.#check(null, name, appOrigin, details)
      // oxlint-disable-next-line no-await-in-loop -- one connection, answered in order
      await client.send('Browser.setPermission', {
        permission: { name: chromiumName },
        setting: granted ? 'granted' : 'denied',
        origin: new URL(origin).origin,
      })
    }
  }

  /** Cancels what a page begins to download where main's listeners prevent it. */
  guardDownloads(page: Page): void {
    page.on('download', (download) => {
      const event = preventableEvent()
      for (const listener of this.#downloadListeners) listener(event)
      if (!event.defaultPrevented) return
      console.log('host: refused a download')
      void download.cancel()
    })
  }
}

const sessions = new Map<string, HostSession>()

function sessionNamed(name: string): HostSession {
  if (!app.isReady()) throw new Error('Session can only be received when app is ready')
  const found = sessions.get(name) ?? new HostSession(name)
  sessions.set(name, found)
  return found
}

app.once('ready', () => void sessionNamed(''))

export const session = {
  get defaultSession(): HostSession {
    return sessionNamed('')
  },
  fromPartition: (partition: string): HostSession => sessionNamed(partition),
}
