/** Electron's ways to sign in to a proxy that asks who one is. */
import { net, session, type AuthInfo } from 'electron'
import type { ProxySignIn } from '../platform/configuration/managed-settings.ts'
import type { KnockAtProxy } from '../portal-client/proxy-sign-in.ts'

/** Where an administrator wants it, the system's own account answers the named servers, unasked. */
export function letAccountSignIn(proxySignIn: ProxySignIn): void {
  if (proxySignIn.kind !== 'system') return
  session.defaultSession.allowNTLMCredentialsForDomains(proxySignIn.servers.join(','))
}

/**
 * What `net.fetch` sends is never asked for a name: only a request of its own hears `login`. What the
 * proxy took then serves every request of the session.
 * @param url of the portal; nothing but the address is sent
 */
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
