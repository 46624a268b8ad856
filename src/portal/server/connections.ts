/**
 * How many connections there may be, in all and from one network. Where there are too many, one that
 * is not being answered is closed for the new one: whoever holds connections open without sending
 * what belongs on them loses them, and whoever sends at once is served.
 */
import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { parseAddress } from '../platform/network/address.ts'
import type { IsTrusted } from '../platform/network/forwarded.ts'

export type ConnectionLimits = {
  readonly inAll: number
  /** Of one prefix. Proxies in front have none: all of their clients come over theirs. */
  readonly ofPrefix: number
}

/** Each takes some 20 kB; far more than a portal's people, or a company behind one address, have. */
export const connectionLimits: ConnectionLimits = { inAll: 4000, ofPrefix: 1000 }

/** A network's connections, those first on which nothing was answered for the longest time. */
type Group = {
  readonly prefix: string
  readonly limit: number
  readonly sockets: Set<Socket>
}

/** Holds the connections of `app` to `limits`. */
export function limitConnections(
  app: FastifyInstance,
  isTrusted: IsTrusted,
  limits: ConnectionLimits = connectionLimits,
): void {
  const groups = new Map<string, Group>()
  const groupOf = new WeakMap<Socket, Group>()
  const answering = new WeakSet<Socket>()
  let total = 0

  /** At once where it is given up, as its closing is told of later; so it may come twice. */
  const forget = (socket: Socket): void => {
    const group = groupOf.get(socket)
    if (group?.sockets.delete(socket) !== true) return
    total -= 1
    if (group.sockets.size === 0) groups.delete(group.prefix)
  }

  const closeOldest = ({ sockets }: Group): void => {
    for (const socket of sockets) {
      if (answering.has(socket)) continue
      // The new one is the last of them: it goes where all others are being answered.
      forget(socket)
      socket.destroy()
      return
    }
  }

  app.server.on('connection', (socket: Socket) => {
    const peer = parseAddress(socket.remoteAddress ?? '')
    if (peer === null) {
      // Broken off already.
      socket.destroy()
      return
    }
    const { prefix } = peer.networks
    const limit = isTrusted(peer) ? limits.inAll : limits.ofPrefix
    const group = groups.get(prefix) ?? { prefix, limit, sockets: new Set() }
    groups.set(prefix, group)
    group.sockets.add(socket)
    groupOf.set(socket, group)
    total += 1
    socket.once('close', () => forget(socket))
    if (group.sockets.size > group.limit) closeOldest(group)
    else if (total > limits.inAll) closeOldest(busiest(groups.values()) ?? group)
  })

  // By then the whole request is there.
  app.addHook('preHandler', async ({ socket }) => {
    answering.add(socket)
  })
  app.addHook('onResponse', async ({ socket }) => {
    answering.delete(socket)
    const sockets = groupOf.get(socket)?.sockets
    if (sockets?.delete(socket) === true) sockets.add(socket)
  })
}

function busiest(groups: Iterable<Group>): Group | undefined {
  let found: Group | undefined
  for (const group of groups) {
    if (found === undefined || group.sockets.size > found.sockets.size) found = group
  }
  return found
}
