/** The real reference portal over HTTP, on a free port, with a clock that tests may move. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPortal } from '../../../src/portal/portal.ts'
import type { PortalOptions } from '../../../src/portal/settings.ts'
import type { Fetch } from '../../../src/main/portal-client/exchange.ts'
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

let demo: Promise<string> | null = null

/** The demonstration's data, hashed once a file: each portal of a test takes a copy. */
async function seed(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'services-online-demo-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const portal = await createPortal({ dataFolder: folder, demo: true, logLevel: 'silent' })
  await portal.close()
  return folder
}

/** @param options what is set otherwise than by default */
export async function startPortal(
  stack: AsyncDisposableStack,
  options: Pick<PortalOptions, 'recovery' | 'smtpUrl' | 'throttle'> = {},
): Promise<TestPortal> {
  demo ??= seed()
  const dataFolder = temporaryFolder(stack)
  cpSync(await demo, dataFolder, { recursive: true })
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
