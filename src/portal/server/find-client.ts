/** Finds out who calls, and tells the operator once where the proxies in front are not set up. */
import type { Socket } from 'node:net'
import type { FastifyBaseLogger, FastifyRequest } from 'fastify'
import { parseAddress, type Address } from '../platform/network/address.ts'
import { ClientGoneError, type Client } from '../platform/network/client.ts'
import { readForwarded, type Forwarded, type IsTrusted } from '../platform/network/forwarded.ts'

/** Peers that were told of. More of them tell the operator nothing new, and would fill the memory. */
const mostWarnedOf = 100

/** @throws ClientGoneError where the connection broke off before it was known whose it is */
export type FindClient = (request: Pick<FastifyRequest, 'socket' | 'headers'>) => Client

/** The other end of a connection: the client, or the proxy in front of it. */
type Peer = { readonly address: Address; readonly signal: AbortSignal }

/** Finds clients behind proxies that are trusted; the others' word is not taken. */
export function createFindClient(
  isTrusted: IsTrusted,
  log: Pick<FastifyBaseLogger, 'warn'>,
): FindClient {
  const warnOnce = createWarnOnce(log)
  const peers = new WeakMap<Socket, Peer>()
  const peerOf = (socket: Socket): Peer => {
    const peer = peers.get(socket) ?? describePeer(socket)
    peers.set(socket, peer)
    return peer
  }
  return ({ socket, headers }) => {
    const { address: peer, signal } = peerOf(socket)
    const { client, doubt } = readForwarded(peer, joined(headers['x-forwarded-for']), isTrusted)
    if (doubt !== null) warnOnce(peer, doubt)
    return { address: client.text, networks: client.networks, signal }
  }
}

/** Once a connection, as it is the same for all of its requests. */
function describePeer(socket: Socket): Peer {
  const address = parseAddress(socket.remoteAddress ?? '')
  if (socket.destroyed || address === null) throw new ClientGoneError()
  const gone = new AbortController()
  socket.once('close', () => gone.abort())
  return { address, signal: gone.signal }
}

function joined(header: string | string[] | undefined): string | undefined {
  return typeof header === 'object' ? header.join(',') : header
}

const doubts = {
  untrusted_peer:
    'X-Forwarded-For is ignored: its sender is not among the trusted proxies (--trusted-proxies)',
  no_address: 'X-Forwarded-For of a trusted proxy names no address: its own stands for its clients',
} as const satisfies Record<NonNullable<Forwarded['doubt']>, string>

function createWarnOnce(log: Pick<FastifyBaseLogger, 'warn'>) {
  const told = new Set<string>()
  return ({ text: peer }: Address, doubt: keyof typeof doubts): void => {
    const key = `${doubt} ${peer}`
    if (told.has(key) || told.size >= mostWarnedOf) return
    told.add(key)
    log.warn({ peer }, doubts[doubt])
  }
}
