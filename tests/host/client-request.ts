/**
 * `net.request`, as far as it is used: a request without a body. As in Electron it alone hears what a
 * proxy asks: `net.fetch` and `app` do not hear of it for what main itself sends.
 */
import { EventEmitter } from 'node:events'
import type { AuthInfo, ClientRequestConstructorOptions } from 'electron'
import { toChromiumError } from './net-errors.ts'
import { askedByProxy, basicCredentials, throughProxy } from './proxy.ts'
import { settings } from './settings.ts'

type Respond = (username?: string, password?: string) => void
type ClientRequestEvents = {
  login: [challenge: AuthInfo, respond: Respond]
  response: [response: { readonly statusCode: number }]
  error: [error: unknown]
}

export class HostClientRequest extends EventEmitter<ClientRequestEvents> {
  readonly #url: URL
  readonly #method: string
  readonly #abort = new AbortController()

  constructor({ url, method = 'GET' }: ClientRequestConstructorOptions) {
    super()
    this.#url = new URL(url ?? '')
    this.#method = method
  }

  end(): void {
    void this.#send()
  }

  abort(): void {
    this.#abort.abort()
  }

  async #send(): Promise<void> {
    try {
      if (!(await this.#isLetThrough(null))) return void this.emit('response', { statusCode: 407 })
      const dispatcher = throughProxy()
      const init: RequestInit = { method: this.#method, signal: this.#abort.signal }
      const answer = await fetch(
        this.#url,
        dispatcher === null ? init : Object.assign(init, { dispatcher }),
      )
      await answer.body?.cancel()
      this.emit('response', { statusCode: answer.status })
    } catch (error) {
      if (!this.#abort.signal.aborted) this.emit('error', toChromiumError(error))
    }
  }

  /** Asks as often as the proxy does. Where nobody listens, or nothing is answered, it ends refused. */
  async #isLetThrough(credentials: string | null): Promise<boolean> {
    if (settings.proxy === null) return true
    const asked = await askedByProxy(this.#url, credentials)
    if (asked === null) return true
    const { hostname, port } = new URL(settings.proxy)
    const challenge: AuthInfo = { isProxy: true, host: hostname, port: Number(port), ...asked }
    const answered = Promise.withResolvers<string | null>()
    const isHeard = this.emit('login', challenge, (username, password) =>
      answered.resolve(
        username === undefined || password === undefined
          ? null
          : basicCredentials(username, password),
      ),
    )
    const given = isHeard ? await answered.promise : null
    return given === null ? false : this.#isLetThrough(given)
  }
}
