import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { codeIn, openMailbox, type Mailbox } from '../../../support/mailbox.ts'
import { hostFetch, startMain, type TestMain } from '../../support/main.ts'
import { createMemoryKeychain, type MemoryKeychain } from '../../support/memory-keychain.ts'
import { marie, mariesEmail } from '../../support/people.ts'
import { startPortal, type TestPortal } from '../../support/portal.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const email = 'marie@nouvelle-adresse.example'
const request = { email, emailConfirmation: email }
const draft = { personal: null, preferences: null, email: request }

let stack: AsyncDisposableStack
let mailbox: Mailbox
let portal: TestPortal
let folder: string
let keychain: MemoryKeychain

beforeEach(async () => {
  stack = new AsyncDisposableStack()
  mailbox = await openMailbox()
  stack.defer(mailbox.close)
  portal = await startPortal(stack, { smtpUrl: mailbox.url })
  folder = temporaryFolder(stack)
  keychain = createMemoryKeychain()
})
afterEach(() => stack.disposeAsync())

const start = () => startMain({ portalUrl: portal.url, folder, keychain, fetch: portal.fetch })

async function signedIn(): Promise<TestMain> {
  const main = start()
  await main.ask('session.signIn', { ...marie, staySignedIn: true })
  return main
}
async function trusted(): Promise<TestMain> {
  const main = await signedIn()
  await main.ask('security.reauthenticate', { password: marie.password })
  return main
}
const code = async () => codeIn(await mailbox.waitFor(({ to }) => to === email))

describe('a new address', () => {
  it('asks for the password first, and says so where it is wrong', async () => {
    const main = await signedIn()
    const asked = await main.call('profile.requestEmail', request)
    expect(asked).toEqual({ ok: false, error: { code: 'reauthentication_required' } })
    const wrong = await main.call('security.reauthenticate', { password: 'wrong' })
    expect(wrong).toMatchObject({
      ok: false,
      error: { code: 'invalid_credentials', fields: [{ field: 'password' }] },
    })
    expect(main.services.session.view().kind, 'nobody is signed out by it').toBe('ready')
    await main.ask('security.reauthenticate', { password: marie.password })
    expect(await main.ask('profile.requestEmail', request)).toMatchObject({ email })
  })

  it('counts once its code is entered', async () => {
    const main = await trusted()
    await main.ask('profile.saveDraft', { draft })
    const view = await main.ask('profile.requestEmail', request)
    expect(view).toMatchObject({ email, attemptsLeft: 5 })
    expect(view.codeAgainIn).toBeGreaterThan(50)
    expect(view.expiresIn).toBeGreaterThan(23 * 3600)
    expect((await main.ask('profile.read', {})).me.current.email).toBe(mariesEmail)
    const wrong = await main.call('profile.confirmEmail', { code: '000000' })
    expect(wrong).toEqual({
      ok: false,
      error: { code: 'verification_failed', params: { attemptsLeft: 4 } },
    })
    const confirmed = await main.ask('profile.confirmEmail', { code: await code() })
    expect(confirmed.current).toMatchObject({ email, pendingEmail: null })
    expect(await main.ask('profile.pendingEmail', {})).toBeNull()
    const profile = await main.ask('profile.read', {})
    expect(profile.me.current.email).toBe(email)
    expect(profile.draft).toBeNull()
  })

  it('still waits after a restart, and tells how its message is doing', async () => {
    mailbox.judge(() => 'refuse')
    const before = await (await trusted()).ask('profile.requestEmail', request)
    const main = start()
    await main.ask('app.state', {})
    await expect
      .poll(async () => (await main.ask('profile.pendingEmail', {}))?.delivery)
      .toBe('refused')
    expect((await main.ask('profile.pendingEmail', {}))?.id).toBe(before.id)
  })

  it('can be given up, twice too', async () => {
    const main = await trusted()
    await main.ask('profile.saveDraft', { draft })
    await main.ask('profile.requestEmail', request)
    // What is given up sooner than it is sent is never sent.
    const sent = await code()
    await main.ask('profile.cancelEmail', {})
    await main.ask('profile.cancelEmail', {})
    expect(await main.ask('profile.pendingEmail', {})).toBeNull()
    expect((await main.ask('profile.read', {})).draft).toBeNull()
    const late = await main.call('profile.confirmEmail', { code: sent })
    expect(late).toEqual({ ok: false, error: { code: 'flow_expired' } })
  })

  it('takes another code after a day, as it says', async () => {
    const main = await trusted()
    const asked = await main.ask('profile.requestEmail', request)
    const day = 24 * 60 * 60
    expect(asked.codeExpiresIn).toBeGreaterThan(day - 60)
    expect(asked.codeExpiresIn).toBeLessThanOrEqual(day + 1)
    const sent = await code()
    portal.later(day * 1000 + 1000)
    const pending = () => main.ask('profile.pendingEmail', {})
    await expect.poll(pending).toMatchObject({ codeExpiresIn: 0 })
    const late = await main.call('profile.confirmEmail', { code: sent })
    expect(late).toEqual({ ok: false, error: { code: 'code_expired' } })
    expect(await main.ask('profile.pendingEmail', {})).toMatchObject({ attemptsLeft: 5 })
  })

  it('is over after a week', async () => {
    const main = await trusted()
    await main.ask('profile.requestEmail', request)
    const sent = await code()
    portal.later(8 * 24 * 60 * 60_000)
    await expect.poll(() => main.ask('profile.pendingEmail', {})).toBeNull()
    const late = await main.call('profile.confirmEmail', { code: sent })
    expect(late).toEqual({ ok: false, error: { code: 'flow_expired' } })
  })

  it('is the one that another computer put in its place', async () => {
    const [here, elsewhere] = [await trusted(), await trusted()]
    await here.ask('profile.requestEmail', request)
    const other = 'marie@autre-adresse.example'
    await elsewhere.ask('profile.requestEmail', { email: other, emailConfirmation: other })
    expect(await here.ask('profile.pendingEmail', {})).toMatchObject({ email: other })
    await elsewhere.ask('profile.cancelEmail', {})
    const late = await here.call('profile.confirmEmail', { code: '123456' })
    expect(late).toEqual({ ok: false, error: { code: 'flow_expired' } })
    expect(await here.ask('profile.pendingEmail', {})).toBeNull()
  })

  it('can be confirmed again where the answer was lost', async () => {
    await (await trusted()).ask('profile.requestEmail', request)
    let lose = true
    const main = startMain({
      portalUrl: portal.url,
      folder,
      keychain,
      fetch: async (url, init) => {
        const response = await hostFetch(url, init)
        if (init.method !== 'PUT' || !lose) return response
        throw new Error('net::ERR_CONNECTION_RESET')
      },
    })
    await main.ask('app.state', {})
    const entered = { code: await code() }
    const lost = await main.call('profile.confirmEmail', entered)
    lose = false
    expect(lost).toEqual({ ok: false, error: { code: 'portal_unreachable' } })
    expect((await main.ask('profile.confirmEmail', entered)).current.email).toBe(email)
  })
})

describe('an address that cannot be', () => {
  const jans = 'Jan.Peeters@peeters-groep.example'

  it.each([
    ['typed differently', { email, emailConfirmation: `x${email}` }, 'emailConfirmation'],
    ['the present one', { email: mariesEmail, emailConfirmation: mariesEmail }, 'email'],
    ['someone else’s', { email: jans, emailConfirmation: jans }, 'email'],
  ])('is named at its field: %s', async (_name, input, field) => {
    const result = await (await trusted()).call('profile.requestEmail', input)
    expect(result).toMatchObject({ ok: false, error: { fields: [{ field }] } })
  })

  it('is not asked for twice within a minute', async () => {
    const main = await trusted()
    await main.ask('profile.requestEmail', request)
    const result = await main.call('profile.requestEmail', request)
    expect(result).toMatchObject({ ok: false, error: { code: 'too_many_attempts' } })
    expect(result.ok ? 0 : result.error.retryAfter).toBeGreaterThan(0)
  })
})

it('is nobody’s business who is not signed in', async () => {
  const refused = { ok: false, error: { code: 'unauthenticated' } }
  const main = start()
  expect(await main.call('profile.requestEmail', request)).toEqual(refused)
  expect(await main.call('profile.pendingEmail', {})).toEqual(refused)
  expect(await main.call('profile.confirmEmail', { code: '123456' })).toEqual(refused)
  expect(await main.call('profile.cancelEmail', {})).toEqual(refused)
})
