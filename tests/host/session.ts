/** `session.defaultSession`: the permissions that pages have. */
import type { Session } from 'electron'
import type { BrowserContext } from 'playwright-core'
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

let check: CheckHandler | null = null

export const session: {
  defaultSession: Pick<Session, 'setPermissionCheckHandler' | 'setPermissionRequestHandler'>
} = {
  defaultSession: {
    setPermissionCheckHandler: (handler) => {
      check = handler
    },
    // Chromium asks once and is told beforehand: the check's answer stands for the request's.
    setPermissionRequestHandler: (_handler: RequestHandler | null) => undefined,
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
