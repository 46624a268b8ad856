/** Finds out who calls, and tells the operator once where the proxies in front are not set up. */
import type { Socket } from 'node:net'
import type { FastifyBaseLogger, FastifyRequest } from 'fastify'
import { parseAddress, type Address, type Networks } from '../network/address.ts'
import type { Client } from '../network/client.ts'
import { createIsTrusted, readForwarded, type Forwarded } from '../network/forwarded.ts'
import { ProblemError } from '../problem-error.ts'

/** Peers that were told of. More of them tell the operator nothing new, and would fill the memory. */
const mostToldOf = 100

export type FindClient = (request: FastifyRequest) => Client

/** @param trustedProxies addresses or networks in CIDR notation */
export function createFindClient(
  trustedProxies: readonly string[],
  log: Pick<FastifyBaseLogger, 'warn'>,
): FindClient {
  const isTrusted = createIsTrusted(trustedProxies)
  const tellOnce = createTellOnce(log)
  const peers = new WeakMap<Socket, Address>()
  const peerOf = (socket: Socket): Address => {
    const peer = peers.get(socket) ?? parsePeer(socket)
    peers.set(socket, peer)
    return peer
  }
  return (request) => {
    const peer = peerOf(request.socket)
    const header = request.headers['x-forwarded-for']
    const { client, doubt } = readForwarded(peer, joined(header), isTrusted)
    if (doubt !== null) tellOnce(peer, doubt)
    return new RequestClient(request, client)
  }
}

/** @throws ProblemError where the connection broke off; nobody reads it then */
function parsePeer({ remoteAddress }: Socket): Address {
  const peer = remoteAddress === undefined ? null : parseAddress(remoteAddress)
  if (peer === null) throw new ProblemError('invalid_request')
  return peer
}

function joined(header: string | string[] | undefined): string | undefined {
  return typeof header === 'object' ? header.join(',') : header
}

/** Its signal costs more than a read takes, so it is made where it is asked for. */
class RequestClient implements Client {
  readonly address: string
  readonly networks: Networks
  readonly #request: FastifyRequest

  constructor(request: FastifyRequest, { text, networks }: Address) {
    this.address = text
    this.networks = networks
    this.#request = request
  }

  get signal(): AbortSignal {
    // Hung up before anyone asked: that event does not come again.
    return this.#request.raw.destroyed ? AbortSignal.abort() : this.#request.signal
  }
}

const doubts = {
  untrusted_peer:
    'X-Forwarded-For is ignored: its sender is not among the trusted proxies (--trusted-proxies)',
  no_address: 'X-Forwarded-For of a trusted proxy names no address: its own stands for its clients',
} as const satisfies Record<NonNullable<Forwarded['doubt']>, string>

function createTellOnce(log: Pick<FastifyBaseLogger, 'warn'>) {
  const told = new Set<string>()
  return ({ text: peer }: Address, doubt: keyof typeof doubts): void => {
    const key = `${doubt} ${peer}`
    if (told.has(key) || told.size >= mostToldOf) return
    told.add(key)
    log.warn({ peer }, doubts[doubt])
  }
}
