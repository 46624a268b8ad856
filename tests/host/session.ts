/** `session.defaultSession`: the permissions that pages have, and what they may download. */
import type { Event, Session } from 'electron'
import type { BrowserContext, Page } from 'playwright-core'
import { preventableEvent } from './events.ts'
import { toPageUrl } from './origin.ts'
import { schemes } from './protocol.ts'

type CheckHandler = NonNullable<Parameters<Session['setPermissionCheckHandler']>[0]>
type RequestHandler = NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>
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

let check: CheckHandler | null = null
const downloadListeners = new Set<DownloadListener>()

type UsedSession = Pick<
  Session,
  'setPermissionCheckHandler' | 'setPermissionRequestHandler' | 'setSpellCheckerEnabled'
> & {
  readonly on: (name: 'will-download', listener: DownloadListener) => void
}

export const session: { readonly defaultSession: UsedSession } = {
  defaultSession: {
    on: (_name, listener) => void downloadListeners.add(listener),
    setPermissionCheckHandler: (handler) => {
      check = handler
    },
    // Chromium asks once and is told beforehand: the check's answer stands for the request's.
    setPermissionRequestHandler: (_handler: RequestHandler | null) => undefined,
    // Chromium's own looks at a machine's dictionaries alone, and fetches nothing: it has no network.
    setSpellCheckerEnabled: () => undefined,
  },
}

/** Gives pages the permissions that main's check handler grants, and denies all others. */
export async function applyPermissions(context: BrowserContext): Promise<void> {
  if (!check) return
  const browser = context.browser()
  const client = browser ? await browser.newBrowserCDPSession() : null
  const [scheme] = schemes
  if (!client || scheme === undefined) return
  const appOrigin = `${scheme}://services-online`
  const origin = toPageUrl(appOrigin, schemes)
  for (const [name, chromiumName] of permissions) {
    const details = { isMainFrame: true, requestingUrl: `${appOrigin}/` }
    const granted = check(null, name, appOrigin, details)
    // oxlint-disable-next-line no-await-in-loop -- one connection, answered in order
    await client.send('Browser.setPermission', {
      permission: { name: chromiumName },
      setting: granted ? 'granted' : 'denied',
      origin: new URL(origin).origin,
    })
  }
}

/** Cancels what a page begins to download where main's listeners prevent it. */
export function guardDownloads(page: Page): void {
  page.on('download', (download) => {
    const event = preventableEvent()
    for (const listener of downloadListeners) listener(event)
    if (!event.defaultPrevented) return
    console.log('host: refused a download')
    void download.cancel()
  })
}
