/** What goes wrong between the app and the portal, write by write. */
import type { Fetch } from '../../../src/main/portal-client/exchange.ts'
import { problem } from './edit-portal.ts'

/** `lost`, `bad gateway`: the portal has done it, and its answer does not come. */
export const faults = [
  'refused',
  'lost',
  'bad gateway',
  'internal',
  'too many',
  'in progress',
  'captive',
] as const
export type Fault = (typeof faults)[number]

export type FaultyNetwork = {
  readonly fetch: Fetch
  /** Off: nothing gets through. */
  readonly plug: (isIn: boolean) => void
  /** The next writes meet these, one each; then all goes well again. */
  readonly spoil: (next: readonly Fault[]) => void
  /** All goes well from now on. */
  readonly heal: () => void
}

/** @param through to the portal */
export function createFaultyNetwork(through: Fetch): FaultyNetwork {
  let isIn = true
  let next: Fault[] = []

  async function meet(fault: Fault, send: () => Promise<Response>): Promise<Response> {
    switch (fault) {
      case 'refused':
        throw new Error('net::ERR_CONNECTION_REFUSED')
      case 'lost':
        await send()
        throw new Error('net::ERR_CONNECTION_RESET')
      case 'bad gateway':
        await send()
        return new Response('<html>', { status: 502, headers: { 'content-type': 'text/html' } })
      case 'internal':
        return problem(500, 'internal')
      case 'too many':
        return problem(429, 'too_many_attempts')
      case 'in progress':
        return problem(409, 'in_progress')
      case 'captive':
        return new Response('<html>', { status: 200, headers: { 'content-type': 'text/html' } })
      default:
        throw new TypeError('no such fault')
    }
  }

  return {
    async fetch(url, init) {
      if (!isIn) throw new Error('net::ERR_INTERNET_DISCONNECTED')
      const isEdit = (init.method ?? 'GET') !== 'GET' && !url.includes('/v1/sessions')
      const fault = isEdit ? next.shift() : undefined
      return fault === undefined ? through(url, init) : meet(fault, () => through(url, init))
    },
    plug: (now) => {
      isIn = now
    },
    spoil: (faulty) => {
      next = [...faulty]
    },
    heal() {
      isIn = true
      next = []
    },
  }
}
