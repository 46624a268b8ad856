/** HTTP as it is sent, without what client libraries set right. */
import { once } from 'node:events'
import { Agent, IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
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

const responseSchema = z.instanceof(IncomingMessage)

/** Sends requests to `address` over connections that stay open, one after the other on each. */
export function createPlainClient(address: string): PlainClient {
  const { hostname, port } = new URL(address)
  const agent = new Agent({ keepAlive: true, maxSockets: 4 })
  const send = async ({ method, target, headers, body }: PlainRequest): Promise<Answered> => {
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
    const answered = once(sent, 'response').then(([response]) => responseSchema.parse(response))
    // The rest of a body that nobody wanted to the end may find the connection closed.
    sent.on('error', () => undefined)
    sent.end(body ?? undefined)
    const response = await answered
    return {
      status: response.statusCode ?? 0,
      headers: response.headers,
      body: await text(response),
    }
  }
  return { send, close: () => agent.destroy() }
}
