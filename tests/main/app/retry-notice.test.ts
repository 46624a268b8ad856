/** "Unlock it, then try again": trying again is possible, and does what it says. */
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { retryableNotices } from '../../../src/shared/contract/retryable-notices.ts'
import { startMain } from '../support/main.ts'
import { createMemoryKeychain, type MemoryKeychain } from '../support/memory-keychain.ts'
import { jan, marie } from '../support/people.ts'
import { startPortal, type TestPortal } from '../support/portal.ts'
import { storedDocuments } from '../support/stored.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

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

const start = () => startMain({ portalUrl: portal.url, folder, keychain })
const draft = {
  personal: null,
  preferences: null,
  email: { email: 'half.typed@', emailConfirmation: '' },
}

describe.each(['keychain_locked', 'keychain_absent', 'keychain_refused'] as const)('%s', (code) => {
  it('keeps the session and what was typed once it works again, and says so', async () => {
    keychain.fail(code)
    const main = start()
    expect((await main.ask('app.state', {})).canStaySignedIn).toBe(false)
    const session = await main.ask('session.signIn', { ...marie, staySignedIn: true })
    await main.ask('profile.saveDraft', { draft })
    keychain.fail(null)
    const retried = await main.ask('app.retryNotice', { code })
    expect(retried).toEqual({ session, sessionKept: true })
    const state = await main.ask('app.state', {})
    expect(state).toMatchObject({ canStaySignedIn: true, notices: [] })
    await main.services.close()
    const again = start()
    expect((await again.ask('app.state', {})).session.kind).toBe('ready')
    expect((await again.ask('profile.read', {})).draft).toEqual(draft)
  })

  it('keeps no session whose owner did not ask for it', async () => {
    keychain.fail(code)
    const main = start()
    await main.ask('app.state', {})
    await main.ask('session.signIn', { ...marie, staySignedIn: false })
    keychain.fail(null)
    expect((await main.ask('app.retryNotice', { code })).sessionKept).toBe(false)
    expect(keychain.entries.get('session')).not.toContain('refreshToken')
  })

  it('resumes the session that it holds, which could not be read at the start', async () => {
    const before = start()
    await before.ask('session.signIn', { ...marie, staySignedIn: true })
    await before.services.close()
    keychain.fail(code)
    const main = start()
    expect((await main.ask('app.state', {})).session.kind).toBe('signedOut')
    keychain.fail(null)
    expect(await main.ask('app.retryNotice', { code })).toMatchObject({
      session: { kind: 'ready', user: { username: marie.username } },
      sessionKept: true,
    })
    expect(main.views.at(-1)?.kind).toBe('ready')
  })

  it('puts nobody else’s session in the place of who signed in meanwhile', async () => {
    const before = start()
    await before.ask('session.signIn', { ...marie, staySignedIn: true })
    await before.services.close()
    keychain.fail(code)
    const main = start()
    await main.ask('app.state', {})
    await main.ask('session.signIn', { ...jan, staySignedIn: true })
    keychain.fail(null)
    const { session } = await main.ask('app.retryNotice', { code })
    expect(session).toMatchObject({ user: { username: jan.username } })
    expect(keychain.entries.get('session')).toContain(jan.username)
  })

  it('says what stands in the way still', async () => {
    keychain.fail(code)
    const main = start()
    await main.ask('app.state', {})
    for (const other of ['keychain_locked', 'keychain_refused'] as const) {
      keychain.fail(other)
      // oxlint-disable-next-line no-await-in-loop -- one try after the other
      const result = await main.call('app.retryNotice', { code })
      expect(result).toEqual({ ok: false, error: { code: other } })
    }
    expect((await main.ask('app.state', {})).canStaySignedIn).toBe(false)
  })
})

it('writes again what a disk could not take, once it can', async () => {
  const offline = join(folder, 'offline')
  writeFileSync(offline, 'a file where the folder should be')
  const main = start()
  await main.ask('session.signIn', { ...marie, staySignedIn: true })
  await main.ask('profile.saveDraft', { draft })
  expect((await main.ask('app.state', {})).notices).toEqual([{ code: 'storage_failed' }])
  const still = await main.call('app.retryNotice', { code: 'storage_failed' })
  expect(still).toEqual({ ok: false, error: { code: 'storage_failed' } })
  rmSync(offline)
  mkdirSync(offline)
  chmodSync(offline, 0o700)
  await main.ask('app.retryNotice', { code: 'storage_failed' })
  expect((await main.ask('app.state', {})).notices).toEqual([])
  expect((await storedDocuments(folder, keychain)).get(marie.username)).toContain('profile-draft')
})

it.each(retryableNotices)('takes %s back where it does not hold', async (code) => {
  const main = start()
  main.services.notices.raise({ code })
  await main.ask('session.signIn', { ...marie, staySignedIn: true })
  expect((await main.ask('app.retryNotice', { code })).sessionKept).toBe(true)
})
