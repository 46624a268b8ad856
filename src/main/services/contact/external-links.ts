/** The only addresses that ever reach the system's browser, mail program and telephone. */
import { assertNever } from '../../../shared/assert-never.ts'
import { readEmailAddress } from '../../../shared/rules/email-address.ts'
import type { ExternalLink } from '../../../shared/contract/app/routes.ts'
import type { Contact, Meta } from '../../../shared/contract/portal/meta.ts'

/**
 * What `link` opens, as the portal names it; null where that is no address of the kind that is meant,
 * whatever the portal says.
 */
export function externalTarget(
  link: ExternalLink,
  contact: Contact,
  links: Meta['links'] = {},
): string | null {
  switch (link) {
    case 'website':
      return webAddress(contact.website)
    case 'legal':
    case 'cookies':
      return webAddress(links[link] ?? contact.website)
    case 'email':
      return mailAddress(contact.email)
    case 'phone':
      return phoneNumber(contact.phone)
    default:
      return assertNever(link)
  }
}

/** By https, and without a name or a password that would show where it does not lead. */
function webAddress(text: string): string | null {
  const url = URL.parse(text)
  const isPlain = url?.protocol === 'https:' && url.username === '' && url.password === ''
  return isPlain ? url.href : null
}

/** One address, and nothing that a mail program would take for more than that. */
function mailAddress(text: string): string | null {
  const read = readEmailAddress(text)
  return read.ok ? `mailto:${encodeURIComponent(read.address).replace('%40', '@')}` : null
}

/** As people write it, with the signs that group its digits. */
function phoneNumber(text: string): string | null {
  return /^\+?[\d\s().\u00a0/-]{3,}$/.test(text) ? `tel:${text.replaceAll(/[^\d+]/g, '')}` : null
}
