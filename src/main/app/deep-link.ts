/** `atradius-services-online://open/<page>` opens the app at one of its pages: a service, a list, one thing in it. */
import { pageAddressOf } from '../../shared/pages.ts'
import { afterSwitches } from './startup/hardening.ts'

export const deepLinkScheme = 'atradius-services-online'

/**
 * The address of the page that a link opens, as the app writes it; null for anything but exactly that,
 * because any web page can hand one over.
 */
export function parseDeepLink(text: string): string | null {
  const url = URL.parse(text)
  if (url?.protocol !== `${deepLinkScheme}:` || url.host !== 'open') return null
  if (url.hash !== '' || url.username !== '' || url.password !== '') return null
  return pageAddressOf(url.pathname, url.search)
}

/**
 * The link that opens the page with this address, for others to follow.
 * @returns null where it is not the address of a page that links lead to
 */
export function deepLinkTo(pathname: string, search: string): string | null {
  const address = pageAddressOf(pathname, search)
  return address === null ? null : `${deepLinkScheme}://open${address}`
}

/**
 * Windows and Linux pass the link as an argument of the command line. The scheme is registered so
 * that it follows `--`, where no part of a link is taken for a switch; elsewhere it is none.
 */
export function deepLinkIn(args: readonly string[]): string | null {
  const given = afterSwitches(args)
  return given.find((text) => text.toLowerCase().startsWith(`${deepLinkScheme}:`)) ?? null
}
