/**
 * How many requests of one network may be on their way at once. Behind a proxy a client's connections
 * are the proxy's: what can be bounded there is what it keeps the portal waiting for. Where there are
 * too many, the one that takes longest is given up for the new one.
 */
import type { IncomingMessage } from 'node:http'
import { isLongBody } from '../../shared/contract/endpoint.ts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { FindClient } from './find-client.ts'

/** Far more than a network that means well has on its way: a body is a packet or two. */
const mostOfPrefix = 250

/** In milliseconds, for all of a request; for one as long as a file, a line of 640 kbit/s is enough. */
const patience = { usual: 20_000, file: 180_000 } as const

/** As long as any request may take, in milliseconds: what Node itself is told. */
export const longestRequest = patience.file

/**
 * Has `app` hang up on bodies that are still to come, where a network has too many of them, or one takes too
 * long.
 */
export function limitReceiving(app: FastifyInstance, findClient: FindClient): void {
  /** By prefix, in the order in which they began. */
  const receiving = new Map<string, Set<IncomingMessage>>()
  app.addHook('onRequest', async (request) => {
    if (!hasBody(request)) return
    const { raw } = request
    hangUpLate(request)
    const { prefix } = findClient(request).networks
    const ofPrefix = receiving.get(prefix) ?? new Set()
    receiving.set(prefix, ofPrefix.add(raw))
    // Once the body is there, or nobody is left to send it.
    raw.once('close', () => {
      ofPrefix.delete(raw)
      if (ofPrefix.size === 0 && receiving.get(prefix) === ofPrefix) receiving.delete(prefix)
    })
    const [longest] = ofPrefix
    if (ofPrefix.size <= mostOfPrefix || longest === undefined) return
    // Now, as its closing is told of later, and the next one must not find it again.
    ofPrefix.delete(longest)
    longest.socket.destroy()
  })
}

function hangUpLate({ raw, routeOptions: { bodyLimit } }: FastifyRequest): void {
  const allowed = isLongBody({ bodyLimit }) ? patience.file : patience.usual
  const timer = setTimeout(() => raw.socket.destroy(), allowed)
  const stop = () => clearTimeout(timer)
  raw.once('end', stop).once('close', stop)
}

function hasBody({ headers }: FastifyRequest): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
}
