/** `atradius-services-online://open/<service>` opens the app for one of the services. */
import { serviceIdSchema } from '../../shared/contract/common.ts'
import type { ServiceId } from '../../shared/services.ts'
import { afterSwitches } from './startup/hardening.ts'

export const deepLinkScheme = 'atradius-services-online'

/**
 * The service that a link opens; null for anything but exactly that shape, because any web page
 * can hand one over.
 */
export function parseDeepLink(text: string): ServiceId | null {
  const url = URL.parse(text)
  if (url?.protocol !== `${deepLinkScheme}:` || url.host !== 'open') return null
  if (url.search !== '' || url.hash !== '' || url.username !== '') return null
  const service = serviceIdSchema.safeParse(url.pathname.replace(/^\/|\/$/g, ''))
  return service.success ? service.data : null
}

/** The link that opens `service`, for others to follow. */
export function deepLinkTo(service: ServiceId): string {
  return `${deepLinkScheme}://open/${service}`
}

/**
 * Windows and Linux pass the link as an argument of the command line. The scheme is registered so
 * that it follows `--`, where no part of a link is taken for a switch; elsewhere it is none.
 */
export function deepLinkIn(args: readonly string[]): string | null {
  const given = afterSwitches(args)
  return given.find((text) => text.toLowerCase().startsWith(`${deepLinkScheme}:`)) ?? null
}
