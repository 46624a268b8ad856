/** `protocol`: main's own scheme, answered by main, on Chromium's request interception. */
import type { CustomScheme, Protocol } from 'electron'
import type { BrowserContext, Page, Request as PageRequest, Route } from 'playwright-core'
import { toAppUrl } from './origin.ts'

type Handler = Parameters<Protocol['handle']>[1]

/** Asked before the main frame leaves for `url` (as main names it); false keeps it where it is. */
export type NavigationGuard = (url: string) => boolean
/** Told of every window that the page opens. */
export type PopupGuard = (url: string) => void

export const schemes = new Set<string>()
const handlers = new Map<string, Handler>()

export const protocol: Pick<Protocol, 'handle' | 'registerSchemesAsPrivileged'> = {
  registerSchemesAsPrivileged: (custom: CustomScheme[]) => {
    if (custom.length > 1) throw new Error('tests/host knows one scheme of the app’s own')
    for (const { scheme } of custom) schemes.add(scheme)
  },
  handle: (scheme, handler) => {
    handlers.set(scheme, handler)
  },
}

/** Answers every request of `window`'s page from main, and lets none out to a network. */
export async function servePage(
  context: BrowserContext,
  window: Page,
  mayNavigate: NavigationGuard,
  onPopup: PopupGuard,
): Promise<void> {
  // The page's own route comes before the context's, which is left with the windows it opens.
  await context.route('**/*', async (route) => {
    if (route.request().isNavigationRequest()) onPopup(toAppUrl(route.request().url(), schemes))
    await route.abort('aborted')
  })
  await window.route('**/*', async (route) => {
    const request = route.request()
    const url = toAppUrl(request.url(), schemes)
    const leaves = request.isNavigationRequest() && request.frame() === window.mainFrame()
    if (leaves && !mayNavigate(url)) return route.abort('aborted')
    const handler = handlers.get(new URL(url).protocol.slice(0, -1))
    return handler ? fulfil(route, url, handler) : route.abort('blockedbyclient')
  })
}

async function fulfil(route: Route, url: string, handler: Handler): Promise<void> {
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
