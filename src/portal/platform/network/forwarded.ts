/**
 * Which address a request comes from: that of the connection, or what the proxies in front say in
 * `X-Forwarded-For`. Each names whom it was called by at the end of the list, so that it is read from
 * there, and only as far as those who wrote it are trusted.
 */
import ipaddr from 'ipaddr.js'
import { parseAddress, type Address } from './address.ts'

export type Forwarded = {
  readonly client: Address
  /**
   * What an operator must hear of: the header came from a peer that is not trusted, and was ignored;
   * or a trusted proxy named what is no address, and its own stands for it.
   */
  readonly doubt: 'untrusted_peer' | 'no_address' | null
}

export type IsTrusted = (address: Address) => boolean

/** Says whether an address is one of `proxies`, which are addresses or networks in CIDR notation. */
export function createIsTrusted(proxies: readonly string[]): IsTrusted {
  const networks = proxies.map(parseNetwork)
  return ({ text }) => {
    const address = ipaddr.parse(text)
    return networks.some(([network, bits]) => {
      return network.kind() === address.kind() && address.match(network, bits)
    })
  }
}

type Network = ReturnType<typeof ipaddr.parseCIDR>

/** @throws where `text` is neither an address nor a network */
function parseNetwork(text: string): Network {
  const [network, bits] = ipaddr.parseCIDR(text.includes('/') ? text : `${text}/${bitsOf(text)}`)
  // Peers are compared in their one spelling, which for an IPv4 address is that of IPv4.
  if ('parts' in network && network.isIPv4MappedAddress() && bits >= 96) {
    return [network.toIPv4Address(), bits - 96]
  }
  return [network, bits]
}

function bitsOf(address: string): 32 | 128 {
  return address.includes(':') ? 128 : 32
}

/** Whom `header`, all `X-Forwarded-For` of a request joined by commas, makes of a call by `peer`. */
export function readForwarded(
  peer: Address,
  header: string | undefined,
  isTrusted: IsTrusted,
): Forwarded {
  if (header === undefined) return { client: peer, doubt: null }
  if (!isTrusted(peer)) return { client: peer, doubt: 'untrusted_peer' }
  let client = peer
  for (const entry of header.split(',').toReversed()) {
    // A list may have empty elements (RFC 9110, section 5.6.1).
    if (entry.trim() === '') continue
    const named = parseAddress(entry)
    if (named === null) return { client, doubt: 'no_address' }
    client = named
    if (!isTrusted(named)) break
  }
  return { client, doubt: null }
}
