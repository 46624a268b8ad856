/** Network addresses: one spelling for each, and the networks that it is counted and queued by. */
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

/** From the narrowest to the widest, in CIDR notation save for a single address. */
export type Networks = {
  /** What one subscriber has to themselves: an IPv4 address, or an IPv6 /64. */
  readonly own: string
  /** What a home or an office is often given: an IPv6 /56. IPv4 has nothing of the kind. */
  readonly site: string | null
  /** What an organisation is given, or many subscribers share: an IPv4 /24, or an IPv6 /48. */
  readonly prefix: string
}

export type Address = {
  /** Its one spelling: dotted decimal, or as RFC 5952 has it. */
  readonly text: string
  readonly networks: Networks
}

type Parsed = ReturnType<typeof ipaddr.process>

/** Longer than any address with a zone, brackets, quotes, a port and the other parameters. */
const longestSpelling = 256

/** IPv6 addresses that stand for an IPv4 one, in their last 32 bits (RFC 4291, 2765 and 6052). */
const standingForIpv4 = ['::ffff:0:0/96', '::ffff:0:0:0/96', '64:ff9b::/96'].map(ipaddr.parseCIDR)

/** What nobody calls from: the unspecified address, everyone, groups. */
const nobodys = ['0.0.0.0/8', '224.0.0.0/4', '255.255.255.255/32', '::/128', 'ff00::/8'].map(
  ipaddr.parseCIDR,
)

/**
 * The address that `text` spells, as sockets, proxies and RFC 7239 do: with a port, in brackets, in
 * quotes, behind `for=`, with a zone, as IPv4 within IPv6. Null for what is no address of anybody's.
 */
export function parseAddress(text: string): Address | null {
  if (text.length > longestSpelling) return null
  const bare = withoutPort(withoutQuotes(forParameter(text).trim()).trim())
  // Stricter than the parser below, which reads `010.1` as 8.0.0.1.
  if (isIP(bare) === 0) return null
  const parsed = unwrapped(ipaddr.parse(withoutZone(bare)))
  return isIn(nobodys, parsed) ? null : addressOf(parsed)
}

/** Of `for=192.0.2.60;proto=http` what `for` says; a text without parameters as it is. */
function forParameter(text: string): string {
  if (!text.includes('=')) return text
  const parameter = text.split(';').find((part) => /^\s*for\s*=/i.test(part))
  return parameter === undefined ? '' : parameter.slice(parameter.indexOf('=') + 1)
}

function withoutQuotes(text: string): string {
  return /^"(.*)"$/s.exec(text)?.[1] ?? text
}

/** RFC 7239 lets proxies hide a port behind a word. An IPv6 address has one only behind brackets. */
function withoutPort(text: string): string {
  const parts = /^\[([^\]]*)\](?::\w*)?$/.exec(text) ?? /^([\d.]+):\w*$/.exec(text)
  return parts?.[1]?.trim() ?? text
}

function withoutZone(text: string): string {
  const [address = text] = text.split('%')
  return address
}

function unwrapped(parsed: Parsed): Parsed {
  return isIn(standingForIpv4, parsed)
    ? ipaddr.fromByteArray(parsed.toByteArray().slice(-4))
    : parsed
}

function isIn(networks: readonly [Parsed, number][], address: Parsed): boolean {
  return networks.some(
    ([network, bits]) => network.kind() === address.kind() && address.match(network, bits),
  )
}

function addressOf(parsed: Parsed): Address {
  const text = spell(parsed)
  if (parsed.kind() === 'ipv4') {
    return { text, networks: { own: text, site: null, prefix: networkOf(parsed, 24) } }
  }
  const networks = {
    own: networkOf(parsed, 64),
    site: networkOf(parsed, 56),
    prefix: networkOf(parsed, 48),
  }
  return { text, networks }
}

/** In CIDR notation; `bits` is a multiple of 8. */
function networkOf(parsed: Parsed, bits: number): string {
  const kept = bits / 8
  const bytes = parsed.toByteArray().map((byte, index) => (index < kept ? byte : 0))
  return `${spell(ipaddr.fromByteArray(bytes))}/${bits}`
}

function spell(parsed: Parsed): string {
  return 'octets' in parsed ? parsed.toString() : parsed.toRFC5952String()
}
