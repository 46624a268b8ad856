/**
 * What stands between the app and the portal, and does what networks do: over real connections, with
 * answers of the real portal where they pass.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { z } from 'zod'
import { assertNever } from '../../../src/shared/assert-never.ts'
import type { Fetch } from '../../../src/main/portal-client/exchange.ts'
import { selfSignedCertificate } from './certificate.ts'
import { startFaultyServer } from './faulty-server.ts'
import { hostFetch } from './main.ts'

export const faults = [
  /** Nobody listens. */
  'refuse',
  'reset',
  /** Takes the request, and never answers. */
  'hang',
  /** One byte of the answer a second. */
  'trickle',
  /** Half of the answer, then the end. */
  'half',
  'error',
  'tooMany',
  /** The page of a network that wants to be signed in to. */
  'captive',
  /** A proxy that looks into TLS, with a certificate that nobody vouches for. */
  'intercepted',
  /** The name of the portal is not known. */
  'unresolved',
  /** The portal has done what it was asked to; nobody hears of it. */
  'answerLost',
  /** The portal's clock, as its answers tell it, is two hours away from this computer's. */
  'clockBehind',
  'clockAhead',
] as const
export type Fault = (typeof faults)[number]

export type FaultProxy = {
  /** The network, as the app has it. */
  readonly fetch: Fetch
  /** From now on; null is none. What is under way then stays as it is. */
  readonly have: (fault: Fault | null) => void
  /** How many requests the app has sent off, and how many were answered to their end. */
  readonly sent: () => number
  readonly answered: () => number
}

const secondMs = 1_000
const twoHoursMs = 2 * 60 * 60 * secondMs

/** A proxy in front of the portal at `portalUrl`, which the app is told as its portal. */
export async function startFaultProxy(
  stack: AsyncDisposableStack,
  portalUrl: string,
): Promise<FaultProxy> {
  let present: Fault | null = null
  let sent = 0
  let answered = 0
  const timers = new Set<NodeJS.Timeout>()
  stack.defer(() => {
    for (const timer of timers) clearInterval(timer)
  })

  /** What the portal answers to `request`. */
  async function forward(request: IncomingMessage): Promise<Response> {
    const { host: _, connection: __, ...headers } = request.headers
    const method = request.method ?? 'GET'
    const body = method === 'GET' ? null : await buffer(request)
    return fetch(`${portalUrl}${request.url ?? ''}`, {
      method,
      headers: z.record(z.string(), z.string()).parse(headers),
      body: body === null || body.length === 0 ? null : new Uint8Array(body),
    })
  }

  async function pass(
    request: IncomingMessage,
    response: ServerResponse,
    deliver: (payload: Buffer) => void,
    clockOff = 0,
  ): Promise<void> {
    const passed = await forward(request)
    const payload = Buffer.from(await passed.arrayBuffer())
    response.sendDate = false
    for (const [name, value] of passed.headers) {
      if (!/^(connection|keep-alive|transfer-encoding|content-length)$/.test(name)) {
        response.setHeader(name, value)
      }
    }
    response.setHeader('date', new Date(Date.now() + clockOff).toUTCString())
    if (payload.length > 0) response.setHeader('content-length', payload.length)
    response.writeHead(passed.status)
    deliver(payload)
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const whole = (payload: Buffer): void => {
      response.end(payload)
      answered += 1
    }
    const say = (status: number, type: string, text: string): void => {
      response.writeHead(status, { 'content-type': type }).end(text)
      answered += 1
    }
    const fault = present
    switch (fault) {
      case null:
        return pass(request, response, whole)
      case 'clockBehind':
        return pass(request, response, whole, -twoHoursMs)
      case 'clockAhead':
        return pass(request, response, whole, twoHoursMs)
      case 'hang':
        return
      case 'trickle':
        return pass(request, response, (payload) => {
          let told = 0
          const timer = setInterval(() => {
            response.write(payload.subarray(told, (told += 1)))
          }, secondMs)
          timers.add(timer)
        })
      case 'half':
        return pass(request, response, (payload) => {
          response.write(payload.subarray(0, payload.length / 2), () => request.socket.destroy())
        })
      case 'answerLost':
        await forward(request)
        request.socket.destroy()
        return
      case 'error':
        return say(500, 'text/plain', 'Internal Server Error')
      case 'tooMany':
        response.setHeader('retry-after', '1')
        return say(429, 'text/plain', 'Too Many Requests')
      case 'captive':
        return say(200, 'text/html', '<!doctype html><title>Hotel</title><form>Room number')
      // These never come so far.
      case 'refuse':
      case 'intercepted':
      case 'unresolved':
      case 'reset':
        request.socket.resetAndDestroy()
        return
      default:
        assertNever(fault)
    }
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => request.socket.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  stack.defer(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  const { port } = z.object({ port: z.number() }).parse(server.address())
  const tls = selfSignedCertificate(stack, 1)
  const intercepting = await startFaultyServer(stack, (_, response) => response.end(), tls)

  /** Where a request for the portal ends up. */
  function hostNow(): string {
    if (present === 'refuse') return 'http://127.0.0.1:9'
    if (present === 'unresolved') return 'http://portal.invalid'
    return present === 'intercepted' ? intercepting.url : `http://127.0.0.1:${port}`
  }

  return {
    fetch: (url, init) => {
      sent += 1
      return hostFetch(url.replace(portalUrl, hostNow()), init)
    },
    have: (fault) => {
      present = fault
    },
    sent: () => sent,
    answered: () => answered,
  }
}
