/** `net`: Node's fetch in the place of Chromium's network stack, failing in Chromium's words. */
import { readFileSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import type { ClientRequestConstructorOptions, Net } from 'electron'
import { Agent, type Dispatcher } from 'undici'
import { HostClientRequest } from './client-request.ts'
import { storedCertificate } from './client-certificates.ts'
import { toChromiumError, tunnelRefusal } from './net-errors.ts'
import { throughProxy } from './proxy.ts'
import { settings } from './settings.ts'

export const net: Pick<Net, 'fetch' | 'isOnline'> & {
  readonly request: (options: ClientRequestConstructorOptions) => HostClientRequest
} = {
  request: (options) => new HostClientRequest(options),
  fetch: async (input, init) => {
    const url = input instanceof Request ? input.url : input
    const dispatcher = await dispatcherFor(url)
    try {
      return await fetch(
        input,
        dispatcher === null ? init : Object.assign({}, init, { dispatcher }),
      )
    } catch (error) {
      // Only this refusal of a proxy is an answer to Chromium: somebody could still sign in to it.
      if (tunnelRefusal(error) === 407) return new Response(null, { status: 407 })
      throw toChromiumError(error)
    }
  },
  isOnline: () =>
    Object.values(networkInterfaces()).some((addresses) =>
      addresses?.some(({ internal }) => !internal),
    ),
}

/** By the system's proxy, and with the certificate that this computer shows; null for neither. */
async function dispatcherFor(url: string): Promise<Dispatcher | null> {
  const proxy = throughProxy()
  if (proxy !== null) return proxy
  const certificate = await chosenCertificate(url)
  if (certificate === null) return null
  return new Agent({ connect: { cert: certificate, key: certificate } })
}

/**
 * Whether main shows the store's one certificate. A client cannot see here whether a server asks
 * for one: main is asked for each connection that could.
 */
async function chosenCertificate(url: string): Promise<string | null> {
  const file = settings.clientCertificate
  if (file === null || !url.startsWith('https:')) return null
  const pem = readFileSync(file, 'utf8')
  return (await storedCertificate(url, pem)) ? pem : null
}
