/** A keychain that was emptied: what is lost is said, with how many edits the portal never had. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Fetch } from '../../../src/main/portal-client/exchange.ts'
import { hostFetch, startMain } from '../support/main.ts'
import { createMemoryKeychain } from '../support/memory-keychain.ts'
import { marie } from '../support/people.ts'
import { startPortal, type TestPortal } from '../support/portal.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

let stack: AsyncDisposableStack
let portal: TestPortal

beforeEach(async () => {
  stack = new AsyncDisposableStack()
  portal = await startPortal(stack)
})
afterEach(() => stack.disposeAsync())

it('says how many edits were in a store that nobody can open any more', async () => {
  const folder = temporaryFolder(stack)
  const keychain = createMemoryKeychain()
  let offline = false
  const fetch: Fetch = (url, init) =>
    offline ? Promise.reject(new Error('net::ERR_INTERNET_DISCONNECTED')) : hostFetch(url, init)
  const start = () => {
    const main = startMain({ portalUrl: portal.url, folder, keychain, fetch })
    stack.defer(main.services.close)
    return main
  }
  const main = start()
  await main.ask('session.signIn', { ...marie, staySignedIn: true })
  const { me } = await main.ask('profile.read', {})
  offline = true
  const edit = { version: me.version, changes: { firstName: 'Marie-Claire' } }
  await main.call('profile.savePersonal', edit)
  await expect.poll(async () => (await main.ask('outbox.read', {})).items).toHaveLength(1)
  await main.services.close()
  for (const name of keychain.entries.keys()) {
    if (name.startsWith('store-')) keychain.entries.delete(name)
  }
  const again = start()
  await again.ask('app.state', {})
  const lost = { code: 'store_key_missing', params: { count: 1 } }
  await expect.poll(() => again.notices).toContainEqual(lost)
})
