/** `atradius-services-online://open/<service>` opens the app for one of the services. */
import { serviceIdSchema, type ServiceId } from '../shared/portal/common.ts'

export const deepLinkScheme = 'atradius-services-online'

export type DeepLink =
  | { readonly kind: 'none' }
  | { readonly kind: 'invalid' }
  | { readonly kind: 'service'; readonly service: ServiceId }

/** Anything but exactly that shape is refused: a link comes from any web page. */
export function parseDeepLink(text: string): DeepLink {
  const url = URL.parse(text)
  if (url?.protocol !== `${deepLinkScheme}:`) return { kind: 'invalid' }
  const service = serviceIdSchema.safeParse(url.pathname.replace(/^\/|\/$/g, ''))
  const plain = url.host === 'open' && url.search === '' && url.hash === '' && url.username === ''
  return plain && service.success ? { kind: 'service', service: service.data } : { kind: 'invalid' }
}

/** Windows and Linux pass the link as an argument of the command line. */
export function deepLinkInArguments(args: readonly string[]): DeepLink {
  const text = args.find((arg) => arg.toLowerCase().startsWith(`${deepLinkScheme}:`))
  return text === undefined ? { kind: 'none' } : parseDeepLink(text)
}
