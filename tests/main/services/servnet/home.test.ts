import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Fetch } from '../../../../src/main/portal-client/exchange.ts'
import { hostFetch, startMain } from '../../support/main.ts'
import { createMemoryKeychain, type MemoryKeychain } from '../../support/memory-keychain.ts'
import { marie } from '../../support/people.ts'
import { signInAlone, startPortal, type TestPortal } from '../../support/portal.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

let stack: AsyncDisposableStack
let portal: TestPortal
let folder: string
let keychain: MemoryKeychain

beforeEach(async () => {
  stack = new AsyncDisposableStack()
  portal = await startPortal(stack)
  folder = temporaryFolder(stack)
  keychain = createMemoryKeychain()
})
afterEach(() => stack.disposeAsync())

const start = (fetch?: Fetch) =>
  startMain({ portalUrl: portal.url, folder, keychain, ...(fetch && { fetch }) })
const failing =
  (message: string): Fetch =>
  async () => {
    throw new Error(message)
  }

async function seenOnce() {
  const main = start()
  await main.ask('session.signIn', { ...marie, staySignedIn: true })
  return main.ask('servnet.home', {})
}

it('asks only whether the page has changed, once it has been seen', async () => {
  const first = await seenOnce()
  const statuses: number[] = []
  const main = start(async (url, init) => {
    const response = await hostFetch(url, init)
    if (url.endsWith('/home')) statuses.push(response.status)
    return response
  })
  await main.ask('app.state', {})
  const second = await main.ask('servnet.home', {})
  expect(second.home).toEqual(first.home)
  await expect.poll(() => statuses).toContain(304)
  expect(new Set(statuses)).toEqual(new Set([304]))
})

it('shows the last page, marked with its time, while the portal is away', async () => {
  const first = await seenOnce()
  const main = start(failing('net::ERR_INTERNET_DISCONNECTED'))
  await main.ask('app.state', {})
  const shown = await main.ask('servnet.home', {})
  expect(shown.home).toEqual(first.home)
  expect(shown.freshness.fetchedAt).toBe(first.freshness.fetchedAt)
  await expect
    .poll(async () => (await main.ask('servnet.home', {})).freshness)
    .toEqual({ ...first.freshness, stale: true, refreshing: false })
})

it('shows the last page also where a certificate is refused, which the status says', async () => {
  const first = await seenOnce()
  const main = start(failing('net::ERR_CERT_AUTHORITY_INVALID'))
  await main.ask('app.state', {})
  expect((await main.ask('servnet.home', {})).home).toEqual(first.home)
  await expect
    .poll(async () => (await main.ask('status.read', {})).connection)
    .toMatchObject({ kind: 'offline', error: 'certificate_untrusted' })
})

it('says what is wrong where nothing was seen before', async () => {
  const main = start(signInAlone)
  await main.ask('session.signIn', { ...marie, staySignedIn: true })
  const result = await main.call('servnet.home', {})
  expect(result).toEqual({ ok: false, error: { code: 'portal_unreachable' } })
})

it('has the password rules at hand without a network, for who is signed in', async () => {
  const main = start()
  await main.ask('session.signIn', { ...marie, staySignedIn: true })
  const policy = await main.ask('portal.passwordPolicy', {})
  const again = start(failing('net::ERR_INTERNET_DISCONNECTED'))
  await again.ask('app.state', {})
  expect(await again.ask('portal.passwordPolicy', {})).toEqual(policy)
})
