/**
 * Electron's way to sign in to a proxy. What `net.fetch` sends is never asked for a name: only a
 * request of its own hears `login`. What the proxy took then serves every request of the session.
 */
import { net, type AuthInfo } from 'electron'
import type { KnockAtProxy } from '../portal-client/proxy-sign-in.ts'

/** @param url of the portal; nothing but the address is sent */
export function createKnockAtProxy(url: URL): KnockAtProxy {
  return (answer) => {
    const { promise, resolve } = Promise.withResolvers<'open' | 'refused' | 'unclear'>()
    const request = net.request({ url: url.href, method: 'HEAD', redirect: 'error' })
    request.on('login', (challenge: AuthInfo, respond) => {
      // A server that is no proxy is told nothing, the portal itself included.
      if (!challenge.isProxy) return respond()
      answer(challenge).then(
        (credentials) => respond(credentials?.username, credentials?.password),
        () => respond(),
      )
    })
    request.on('response', (response) => {
      resolve(response.statusCode === 407 ? 'refused' : 'open')
      request.abort()
    })
    request.on('error', () => resolve('unclear'))
    request.end()
    return promise
  }
}
