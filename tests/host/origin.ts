/**
 * Chromium lets nobody intercept `app://`, so the page sees `https://<host>.invalid` (a secure
 * context on a name that never resolves) where main sees `app://<host>`.
 */
const pageSuffix = '.invalid'

/** The address that the page has for main's `appUrl`; addresses of other schemes stay as they are. */
export function toPageUrl(appUrl: string, schemes: ReadonlySet<string>): string {
  const url = new URL(appUrl)
  if (!schemes.has(url.protocol.slice(0, -1))) return appUrl
  return `https://${url.host}${pageSuffix}${url.pathname}${url.search}${url.hash}`
}

/** The address that main has for the page's `pageUrl`; foreign addresses stay as they are. */
export function toAppUrl(pageUrl: string, schemes: ReadonlySet<string>): string {
  const [scheme] = schemes
  if (scheme === undefined || !URL.canParse(pageUrl)) return pageUrl
  const url = new URL(pageUrl)
  if (url.protocol !== 'https:' || !url.host.endsWith(pageSuffix)) return pageUrl
  const host = url.host.slice(0, -pageSuffix.length)
  return `${scheme}://${host}${url.pathname}${url.search}${url.hash}`
}
