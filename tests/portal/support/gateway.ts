/** What a client sends through nginx, over HTTP/2 as the app does. */
import { Agent, fetch } from 'undici'
import type { Nginx } from '../../../scripts/lib/nginx.ts'

export type Answer = {
  readonly status: number
  readonly headers: { readonly get: (name: string) => string | null }
  readonly text: string
}

export type Sent = {
  readonly token?: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export type Gateway = {
  readonly send: (method: string, path: string, sent?: Sent) => Promise<Answer>
  readonly close: () => Promise<void>
}

/** A client of `nginx`, who trusts its certificate. */
export function throughGateway({ address, certificate }: Nginx): Gateway {
  const dispatcher = new Agent({ allowH2: true, connect: { ca: certificate } })
  return {
    send: async (method, path, { token, body, headers = {} } = {}) => {
      const response = await fetch(`${address}${path}`, {
        dispatcher,
        method,
        headers: {
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      return { status: response.status, headers: response.headers, text: await response.text() }
    },
    close: () => dispatcher.destroy(),
  }
}
