/**
 * A portal that fails as networks do. It stands before the real one and passes everything on until
 * a journey asks for a fault, so that one can see what a person meets half-way.
 */
import { createServer, request } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Fault =
  | 'none'
  /** Accepts the call and never answers. */
  | 'silent'
  /** A page for people, as a hotel's network answers. */
  | 'html'
  /** JSON that the contract does not know. */
  | 'nonsense'
  /** An answer that breaks off. */
  | 'broken'
  /** The portal says itself that it cannot serve. */
  | 'unavailable'

export type FaultyPortal = {
  readonly url: string
  readonly set: (fault: Fault) => void
  /** Nobody listens any more; `open` listens on the same port again. */
  readonly shut: () => Promise<void>
  readonly open: () => Promise<void>
  /** `METHOD /path` of each call that arrived. */
  readonly calls: readonly string[]
}

const problem = { type: 'about:blank', title: 'Unavailable', status: 503, code: 'unavailable' }

/** Listens on a free port of this computer and forwards to `portalUrl`; ends with `stack`. */
export async function startFaultyPortal(
  portalUrl: string,
  stack: AsyncDisposableStack,
): Promise<FaultyPortal> {
  const calls: string[] = []
  let fault: Fault = 'none'
  const server = createServer((incoming, response) => {
    calls.push(`${incoming.method ?? ''} ${incoming.url ?? ''}`)
    answer(fault, portalUrl, incoming, response)
  })
  const listen = (port: number) =>
    new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const shut = () =>
    new Promise<void>((resolve) => {
      if (!server.listening) return resolve()
      server.close(() => resolve())
      server.closeAllConnections()
    })
  await listen(0)
  stack.defer(shut)
  const { port } = addressOf(server.address())
  return {
    url: `http://127.0.0.1:${port}`,
    set: (next) => {
      fault = next
    },
    shut,
    open: () => listen(port),
    calls,
  }
}

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new TypeError('not listening')
  return address
}

function answer(
  fault: Fault,
  portalUrl: string,
  incoming: IncomingMessage,
  response: ServerResponse,
): void {
  switch (fault) {
    case 'none':
      forward(portalUrl, incoming, response)
      break
    case 'silent':
      break
    case 'html':
      response.writeHead(200, { 'content-type': 'text/html' })
      response.end('<!doctype html><title>Wi-Fi</title><h1>Please accept our terms</h1>')
      break
    case 'nonsense':
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end('{"surprise": [true, {')
      break
    case 'broken':
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
      response.write('{"')
      response.destroy()
      break
    case 'unavailable':
      response.writeHead(503, { 'content-type': 'application/problem+json' })
      response.end(JSON.stringify(problem))
      break
  }
}

function forward(portalUrl: string, incoming: IncomingMessage, response: ServerResponse): void {
  const { method, headers, url = '/' } = incoming
  const onward = request(
    new URL(url, portalUrl),
    { headers, ...(method === undefined ? {} : { method }) },
    (answered) => {
      response.writeHead(answered.statusCode ?? 502, answered.headers)
      answered.pipe(response)
    },
  )
  onward.on('error', () => response.destroy())
  incoming.pipe(onward)
}
