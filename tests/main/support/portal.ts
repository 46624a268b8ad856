/** The real reference portal over HTTP, on a free port, with a clock that tests may move. */
import { cpSync } from 'node:fs'
import { createPortal } from '../../../src/portal/portal.ts'
import type { PortalOptions } from '../../../src/portal/settings.ts'
import type { Fetch } from '../../../src/main/portal-client/exchange.ts'
import { demoData } from '../../support/demo-data.ts'
import { hostFetch } from './main.ts'
import { temporaryFolder } from './temporary-folder.ts'

export type TestPortal = {
  readonly url: string
  /** Moves the portal's clock ahead. */
  readonly later: (ms: number) => void
  /** The network, where the `Date` of answers is that of the portal's moved clock too. */
  readonly fetch: Fetch
  readonly close: () => Promise<void>
}

/** @param options what is set otherwise than by default */
export async function startPortal(
  stack: AsyncDisposableStack,
  options: Pick<PortalOptions, 'recovery' | 'smtpUrl' | 'throttle'> = {},
): Promise<TestPortal> {
  const dataFolder = temporaryFolder(stack)
  cpSync(demoData('SQLite').dataFolder, dataFolder, { recursive: true })
  let ahead = 0
  const clock = () => Date.now() + ahead
  const settings = { ...options, dataFolder, demo: true, logLevel: 'silent', clock } as const
  const portal = await createPortal(settings)
  const url = await portal.listen()
  let closing: Promise<void> | null = null
  const close = () => (closing ??= portal.close())
  stack.defer(close)
  return {
    url,
    later: (ms) => {
      ahead += ms
    },
    fetch: async (address, init) => {
      const response = await hostFetch(address, init)
      const headers = new Headers(response.headers)
      headers.set('date', new Date(clock()).toUTCString())
      return new Response(response.body, { status: response.status, headers })
    },
    close,
  }
}

/** A network that lets a sign-in through, and nothing of what is brought here after it. */
export const signInAlone: Fetch = async (url, init) => {
  if (url.endsWith('/v1/sessions')) return hostFetch(url, init)
  throw new Error('net::ERR_CONNECTION_REFUSED')
}
