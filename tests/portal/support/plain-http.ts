/** HTTP as it is sent, without what client libraries set right. */
import { Agent, request } from 'node:http'
import { text } from 'node:stream/consumers'
import type { Answered } from './careful-answers.ts'

export type PlainRequest = {
  readonly method: string
  readonly target: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer | null
}

export type PlainClient = {
  readonly send: (request: PlainRequest) => Promise<Answered>
  readonly close: () => void
}

/** Sends requests to `address` over connections that stay open, one after the other on each. */
export function createPlainClient(address: string): PlainClient {
  const { hostname, port } = new URL(address)
  const agent = new Agent({ keepAlive: true, maxSockets: 4 })
  const send = ({ method, target, headers, body }: PlainRequest): Promise<Answered> =>
    new Promise((resolve, reject) => {
      const length = body === null ? {} : { 'content-length': String(body.length) }
      const sent = request({
        agent,
        hostname,
        port,
        method,
        path: target,
        headers: { ...headers, ...length },
        signal: AbortSignal.timeout(60_000),
      })
      sent.on('response', (response) => {
        text(response).then((told) => {
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: told })
        }, reject)
      })
      // After the answer to a body that nobody wanted to the end, this changes nothing.
      sent.on('error', reject)
      sent.end(body ?? undefined)
    })
  return { send, close: () => agent.destroy() }
}
