import type { ExternalLink } from '../shared/ipc/external-links.ts'

/** The insurer's own public places, as the guide names them. */
const targets: Readonly<Record<ExternalLink, string>> = {
  website: 'https://www.atradius.be/',
  email: 'mailto:info.be@atradius.com',
  phone: 'tel:+3281324211',
  legal: 'https://www.atradius.be/',
  cookies: 'https://www.atradius.be/',
}

/** The only addresses that ever reach the system's browser. */
export function externalTarget(link: ExternalLink): string {
  return targets[link]
}
