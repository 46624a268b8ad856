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
  const once = async (
    method: string,
    path: string,
    { token, body, headers = {} }: Sent,
  ): Promise<Answer> => {
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
  }
  return {
    // nginx ends a connection after a thousand requests (GOAWAY), perhaps as one is sent, which undici
    // then loses: a browser sends a read again, over another. Whatever a portal does, nginx has an answer.
    send: (method, path, sent = {}) => {
      const first = once(method, path, sent)
      return method === 'GET' ? first.catch(() => once(method, path, sent)) : first
    },
    close: () => dispatcher.destroy(),
  }
}
