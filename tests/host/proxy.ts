/**
 * The system's proxy, and what it took: Chromium remembers that for as long as it runs, and sends it
 * with every request of the session.
 */
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { ProxyAgent } from 'undici'
import { settings } from './settings.ts'

/** A header's value; null until the proxy has taken one. */
let taken: string | null = null

export type ProxyAuthentication = { readonly realm: string; readonly scheme: string }

/** The way through the proxy, as whoever it knows by now; null where the system has none. */
export function throughProxy(): ProxyAgent | null {
  if (settings.proxy === null) return null
  return new ProxyAgent(taken === null ? settings.proxy : { uri: settings.proxy, token: taken })
}

export function basicCredentials(username: string, password: string): string {
  return `Basic ${Buffer.from(`${username}:${password}`, 'utf8').toString('base64')}`
}

/** What the proxy asks before it opens a way to `url`; null where it opens it. Keeps what it took. */
export async function askedByProxy(
  url: URL,
  credentials: string | null,
): Promise<ProxyAuthentication | null> {
  const answer = await connectTo(url, credentials ?? taken)
  if (answer.statusCode !== 407) {
    taken = credentials ?? taken
    return null
  }
  const header = answer.headers['proxy-authenticate'] ?? ''
  const [, scheme = 'basic', realm = ''] = /^(\w+)(?:.*?realm="([^"]*)")?/u.exec(header) ?? []
  return { scheme: scheme.toLowerCase(), realm }
}

function connectTo(url: URL, credentials: string | null): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  const proxy = new URL(settings.proxy ?? '')
  const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : url.port
  const connect = httpRequest({
    host: proxy.hostname,
    port: proxy.port,
    method: 'CONNECT',
    path: `${url.hostname}:${port}`,
    headers: credentials === null ? {} : { 'proxy-authorization': credentials },
  })
  connect.on('connect', (response, socket) => {
    socket.destroy()
    resolve(response)
  })
  connect.on('error', reject)
  connect.end()
  return promise
}
