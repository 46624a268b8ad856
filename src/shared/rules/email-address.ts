/**
 * What an e-mail address may look like, how it is kept and how it is shown. RFC 5321's mailbox with
 * a domain in the DNS; international domains (RFC 5890) are kept in their ASCII form, which every
 * mail server understands, and shown in their own script.
 */
import punycode from 'punycode.js'

/** RFC 5321, section 4.5.3.1; a path of 256 octets has room for 254 between its brackets. */
const longestLocalPart = 64
export const longestEmailAddress = 254
/** RFC 1035: 255 octets with the length of each label, hence 253 characters. */
const longestDomain = 253

/** `email_accents`: only the part before the @ stands in the way, with a letter beyond ASCII. */
export type EmailFailure = 'email_invalid' | 'email_accents'

export type EmailReading =
  | { readonly ok: true; readonly address: string }
  | { readonly ok: false; readonly code: EmailFailure }

/**
 * Reads an address as people type and paste it: with spaces around it, after `mailto:`, in angle
 * brackets, behind one name. Whatever could name a second recipient is refused.
 */
export function readEmailAddress(typed: string): EmailReading {
  const text = unwrap(typed)
  const [localPart = '', typedDomain, ...more] = text.split('@')
  const domain = more.length === 0 && typedDomain !== undefined ? domainToAscii(typedDomain) : null
  if (domain === null) return { ok: false, code: 'email_invalid' }
  const local = readLocalPart(localPart)
  if (local === null) {
    const accents = readLocalPart(localPart.replaceAll(beyondAscii, 'a')) !== null
    return { ok: false, code: accents ? 'email_accents' : 'email_invalid' }
  }
  const address = `${local}@${domain}`
  return address.length > longestEmailAddress
    ? { ok: false, code: 'email_invalid' }
    : { ok: true, address }
}

/** What two spellings of one kept address have in common: no mailbox differs by its case alone. */
export function emailKeyOf(address: string): string {
  return address.toLowerCase()
}

/** `address`, as it is kept, for people: an international domain in its own script. */
export function showEmailAddress(address: string): string {
  const at = address.lastIndexOf('@')
  const shown = `${address.slice(0, at)}@${domainToUnicode(address.slice(at + 1))}`
  const read = readEmailAddress(shown)
  // What would not lead back to the same address is shown as it is.
  return read.ok && emailKeyOf(read.address) === emailKeyOf(address) ? shown : address
}

/** White space and what nobody sees: it comes along when an address is copied. */
const edges = /^[\s\p{Default_Ignorable_Code_Point}]+|[\s\p{Default_Ignorable_Code_Point}]+$/gu

/** `Marie Lambert <marie@firm.example>`; a comma, a colon or a semicolon only between quotes. */
const bracketed = /^(?:"[^"\\\p{Cc}]*"\s*|[^"<>@,:;\\\p{Cc}]*)<(?<inner>[^<>]*)>$/u

const mailto = /^mailto:(?<inner>[^?]*)(?:\?.*)?$/isu

/** What remains of `typed` where it is unmistakable; else `typed`, which is then no address. */
function unwrap(typed: string): string {
  const text = typed.replaceAll(edges, '')
  const inner = (bracketed.exec(text)?.groups?.['inner'] ?? text).replaceAll(edges, '')
  const linked = mailto.exec(inner)?.groups?.['inner']
  return linked === undefined ? inner : decodePercent(linked)
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const atom = /[\w!#$%&'*+/=?^`{|}~-]+/u.source
const dotAtom = new RegExp(String.raw`^${atom}(?:\.${atom})*$`, 'u')
const quoted = /^"(?<content>[^"]*)"$/u
/** Letters that only a server with SMTPUTF8 (RFC 6531) takes; few do, on the way or at its end. */
const beyondAscii = /[\p{L}\p{M}\p{N}]/gu

/**
 * Null where it is none. Quotes that change nothing go: it is the same mailbox without. What only
 * quotes allow (spaces, commas, an @) is refused: not every mail server on the way reads it alike.
 */
function readLocalPart(text: string): string | null {
  const content = quoted.exec(text)?.groups?.['content'] ?? text
  return content.length <= longestLocalPart && dotAtom.test(content) ? content : null
}

const letters = /^[\p{L}\p{M}\p{N}.-]+$/u
const label = /^(?!-)[a-z\d-]{1,63}(?<!-)$/u

/** By the rules by which browsers read hosts (UTS 46); null where no mail can be sent to it. */
function domainToAscii(text: string): string | null {
  if (!letters.test(text) || !URL.canParse(`https://${text}`)) return null
  const domain = new URL(`https://${text}`).hostname
  const labels = domain.split('.')
  const top = labels.at(-1) ?? ''
  // Neither a name within one network nor an IP address.
  if (labels.length < 2 || !/[a-z]/u.test(top) || domain.length > longestDomain) return null
  return labels.every((one) => label.test(one)) ? domain : null
}

function domainToUnicode(domain: string): string {
  try {
    // oxlint-disable-next-line import/no-named-as-default-member -- Node finds no named export in it
    return punycode.toUnicode(domain)
  } catch {
    // Not everything that begins with "xn--" is Punycode.
    return domain
  }
}
