/** `protocol`: main's own scheme, answered by main, on Chromium's request interception. */
import type { CustomScheme, Protocol } from 'electron'
import type { BrowserContext, Page, Request as PageRequest, Route } from 'playwright-core'
import { app } from './app.ts'

export type ProtocolHandler = Parameters<Protocol['handle']>[1]

/** Asked before the main frame leaves for `url` (as main names it); false keeps it where it is. */
export type NavigationGuard = (url: string) => boolean

export type ServedPage = {
  readonly context: BrowserContext
  readonly window: Page
  /** By scheme; what has none goes to the network, as in Electron. */
  readonly handlers: ReadonlyMap<string, ProtocolHandler>
  readonly mayNavigate: NavigationGuard
}

export const schemes = new Set<string>()

export const protocol: Pick<Protocol, 'registerSchemesAsPrivileged'> = {
  registerSchemesAsPrivileged: (custom: CustomScheme[]) => {
    if (app.isReady()) {
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    }
    if (custom.length > 1) throw new Error('tests/host knows one scheme of the app’s own')
    for (const { scheme } of custom) schemes.add(scheme)
  },
}

/** Answers what the page asks of main's schemes from main. */
export async function servePage(served: ServedPage): Promise<void> {
  const { context, window, handlers, mayNavigate } = served
  // The page's own route comes before the context's, which is left with the windows it opens.
  await context.route('**/*', (route) => route.abort('aborted'))
  await window.route('**/*', async (route) => {
    const request = route.request()
    const url = toAppUrl(request.url())
    const leaves = request.isNavigationRequest() && request.frame() === window.mainFrame()
    if (leaves && !mayNavigate(url)) return route.abort('aborted')
    const scheme = new URL(url).protocol.slice(0, -1)
    const handler = handlers.get(scheme)
    if (handler) return fulfil(route, url, handler)
    // A scheme of main's that this page's session has no answers for.
    return schemes.has(scheme) ? route.abort('failed') : route.continue()
  })
}

async function fulfil(route: Route, url: string, handler: ProtocolHandler): Promise<void> {
  try {
    const response = await handler(toRequest(url, route.request()))
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    })
  } catch (error) {
    // Electron answers net::ERR_FAILED where a handler throws or the page is gone meanwhile.
    console.error('host:', error)
    await route.abort('failed').catch(() => undefined)
  }
}

function toRequest(url: string, request: PageRequest): Request {
  return new Request(url, { method: request.method(), headers: request.headers() })
}

/**
 * Chromium lets nobody intercept `app://`, so the page sees `https://<host>.invalid` (a secure
 * context on a name that never resolves) where main sees `app://<host>`.
 */
const pageSuffix = '.invalid'

/** The address that the page has for main's `appUrl`; addresses of other schemes stay as they are. */
export function toPageUrl(appUrl: string): string {
  const url = new URL(appUrl)
  if (!schemes.has(url.protocol.slice(0, -1))) return appUrl
  return `https://${url.host}${pageSuffix}${url.pathname}${url.search}${url.hash}`
}

/** The address that main has for the page's `pageUrl`; foreign addresses stay as they are. */
export function toAppUrl(pageUrl: string): string {
  const [scheme] = schemes
  if (scheme === undefined || !URL.canParse(pageUrl)) return pageUrl
  const url = new URL(pageUrl)
  if (url.protocol !== 'https:' || !url.host.endsWith(pageSuffix)) return pageUrl
  const host = url.host.slice(0, -pageSuffix.length)
  return `${scheme}://${host}${url.pathname}${url.search}${url.hash}`
}
