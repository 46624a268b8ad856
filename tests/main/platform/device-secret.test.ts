/** The secret by which the portal knows an installation again. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createDeviceSecret } from '../../../src/main/platform/secrets/device-secret.ts'
import { createKeychain } from '../../../src/main/platform/secrets/keychain.ts'
import { hostFetch, startMain, type TestMain } from '../support/main.ts'
import { createMemoryKeychain, type MemoryKeychain } from '../support/memory-keychain.ts'
import { marie } from '../support/people.ts'
import { startPortal, type TestPortal } from '../support/portal.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const base64url = /^[\w-]{43}$/
const patienceMs = 60_000
const open = (keychain: MemoryKeychain) =>
  createDeviceSecret(
    createKeychain(keychain, () => undefined),
    patienceMs,
  )

describe('the secret of an installation', () => {
  it('is made once and kept in the keychain', async () => {
    const keychain = createMemoryKeychain()
    const read = open(keychain)
    const [first, ...others] = await Promise.all([read(), read(), read()])
    expect(first).toMatch(base64url)
    expect(others).toEqual([first, first])
    expect(keychain.entries.get('device')).toBe(first)
    expect(await open(keychain)()).toBe(first)
    expect(await open(createMemoryKeychain())()).not.toBe(first)
  })

  it.each(['', 'short', 'x'.repeat(129), `${'x'.repeat(42)}!`])(
    'is made anew where the entry is %j',
    async (broken) => {
      const keychain = createMemoryKeychain()
      keychain.entries.set('device', broken)
      const made = await open(keychain)()
      expect(made).toMatch(base64url)
      expect(keychain.entries.get('device')).toBe(made)
    },
  )

  it.each(['keychain_absent', 'keychain_locked', 'keychain_refused'] as const)(
    'lasts for a run where there is no keychain (%s)',
    async (failure) => {
      const keychain = createMemoryKeychain()
      keychain.fail(failure)
      const read = open(keychain)
      const first = await read()
      expect(first).toMatch(base64url)
      expect(await read()).toBe(first)
      expect(await open(keychain)()).not.toBe(first)
    },
  )

  it('does not hold up a sign-in while the keychain waits to be unlocked', async () => {
    const osKeychain = createMemoryKeychain()
    const kept = await open(osKeychain)()
    const unlocked = Promise.withResolvers<void>()
    const keychain = createKeychain(
      { ...osKeychain, read: (name) => unlocked.promise.then(() => osKeychain.read(name)) },
      () => undefined,
    )
    const read = createDeviceSecret(keychain, 1)
    expect(await read()).not.toBe(kept)
    unlocked.resolve()
    await expect.poll(read).toBe(kept)
  })
})

describe('what the portal is sent', () => {
  const sentSchema = z.object({
    device: z.object({ secret: z.string() }).optional(),
    deviceSecret: z.string().optional(),
  })
  let stack: AsyncDisposableStack
  let portal: TestPortal
  let keychain: MemoryKeychain
  let secrets: (string | undefined)[]
  let start: () => TestMain
  beforeEach(async () => {
    stack = new AsyncDisposableStack()
    portal = await startPortal(stack)
    keychain = createMemoryKeychain()
    secrets = []
    const folder = temporaryFolder(stack)
    start = () =>
      startMain({
        portalUrl: portal.url,
        folder,
        keychain,
        fetch: (url, init) => {
          if (/\/v1\/(sessions|recoveries)$/.test(url)) {
            const sent = sentSchema.parse(JSON.parse(z.string().parse(init.body)))
            secrets.push(sent.device?.secret ?? sent.deviceSecret)
          }
          return hostFetch(url, init)
        },
      })
  })
  afterEach(() => stack.disposeAsync())

  it('is the same when signing in, recovering, after signing out and after a restart', async () => {
    const main = start()
    await main.ask('recovery.start', { username: marie.username })
    await main.ask('session.signIn', { ...marie, staySignedIn: true })
    await main.ask('session.signOut', {})
    await start().ask('session.signIn', { ...marie, staySignedIn: false })
    const kept = keychain.entries.get('device')
    expect(kept).toMatch(base64url)
    expect(secrets).toEqual([kept, kept, kept])
  })
})
