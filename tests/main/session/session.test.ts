import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Fetch } from '../../../src/main/portal-client/exchange.ts'
import { hostFetch, startMain } from '../support/main.ts'
import { createMemoryKeychain, type MemoryKeychain } from '../support/memory-keychain.ts'
import { expired, invited, marie } from '../support/people.ts'
import { startPortal, type TestPortal } from '../support/portal.ts'
import { storedDocuments } from '../support/stored.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const minute = 60_000

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
const offline: Fetch = async () => {
  throw new Error('net::ERR_INTERNET_DISCONNECTED')
}
describe('signing in', () => {
  it('says who is signed in, and nothing of tokens', async () => {
    const main = start()
    const view = await main.ask('session.signIn', { ...marie, staySignedIn: true })
    expect(view).toMatchObject({ kind: 'ready', user: { username: 'marie.lambert' } })
    expect(JSON.stringify(view)).not.toMatch(/token/i)
    expect(main.views).toEqual([view])
  })

  it('tells an enrolment, and an expired password, from a finished account', async () => {
    const first = await start().ask('session.signIn', { ...invited, staySignedIn: false })
    expect(first.kind).toBe('enrolment')
    const second = await start().ask('session.signIn', { ...expired, staySignedIn: false })
    expect(second.kind).toBe('passwordChange')
  })

  it('answers alike for a wrong password and for a name that nobody has', async () => {
    const main = start()
    const wrong = await main.call('session.signIn', {
      ...marie,
      password: 'wrong',
      staySignedIn: true,
    })
    const unknown = await main.call('session.signIn', {
      username: 'nobody.here',
      password: 'wrong',
      staySignedIn: true,
    })
    expect(wrong).toEqual({ ok: false, error: { code: 'invalid_credentials' } })
    expect(unknown).toEqual(wrong)
    expect(keychain.entries.has('session')).toBe(false)
  })

  it('passes the seconds to wait on when there were too many tries', async () => {
    const main = start()
    const input = { ...marie, password: 'wrong', staySignedIn: true }
    let result = await main.call('session.signIn', input)
    for (let tries = 0; tries < 30 && !result.ok; tries += 1) {
      if (result.error.code === 'too_many_attempts') break
      // oxlint-disable-next-line no-await-in-loop -- a person tries one after the other
      result = await main.call('session.signIn', input)
    }
    expect(result).toMatchObject({ ok: false, error: { code: 'too_many_attempts' } })
    expect(result.ok ? 0 : result.error.retryAfter).toBeGreaterThan(0)
  })

  it('has its own words for an initial password whose 14 days are over', async () => {
    portal.later(15 * 24 * 60 * minute)
    const result = await start().call('session.signIn', { ...invited, staySignedIn: true })
    expect(result).toEqual({ ok: false, error: { code: 'initial_password_expired' } })
  })
})

describe('staying signed in', () => {
  it('shows the session at the next start before the portal is asked', async () => {
    await start().ask('session.signIn', { ...marie, staySignedIn: true })
    const again = start(offline)
    const state = await again.ask('app.state', {})
    expect(state.session).toMatchObject({ kind: 'ready', user: { displayName: 'Marie Lambert' } })
    expect(again.settings.values().lastSession).toBe('ready')
    const resumed = await again.ask('session.resume', {})
    expect(resumed.kind).toBe('ready')
  })

  it('fills in the name only, where the person did not ask to stay', async () => {
    await start().ask('session.signIn', { ...marie, staySignedIn: false })
    expect([...keychain.entries.values()].join()).not.toMatch(/refreshToken/)
    const state = await start().ask('app.state', {})
    expect(state.session).toEqual({
      kind: 'signedOut',
      username: 'marie.lambert',
      reason: 'none',
    })
  })

  it('ends at the portal on quitting, where the person did not ask to stay', async () => {
    const sent: string[] = []
    const main = start((url, init) => {
      sent.push(`${init.method} ${new URL(url).pathname}`)
      return hostFetch(url, init)
    })
    await main.ask('session.signIn', { ...marie, staySignedIn: false })
    await main.services.session.close()
    expect(sent).toContain('DELETE /v1/sessions/current')
  })

  it('renews once however many calls need it', async () => {
    let renewals = 0
    const main = start((url, init) => {
      if (url.endsWith('/refresh')) renewals += 1
      return hostFetch(url, init)
    })
    await main.ask('session.signIn', { ...marie, staySignedIn: true })
    portal.later(11 * minute)
    // Kept nowhere, and so asked for each time: the password has not been entered again.
    const calls = Array.from({ length: 20 }, () => main.call('security.questions', {}))
    const refused = { ok: false, error: { code: 'reauthentication_required' } }
    expect(await Promise.all(calls)).toEqual(calls.map(() => refused))
    expect(renewals).toBe(1)
  })

  it.each([-2, 2])(
    'renews no more often where the clock here is off by %i hours',
    async (hours) => {
      portal.later(hours * 60 * minute)
      let renewals = 0
      const main = start((url, init) => {
        if (url.endsWith('/refresh')) renewals += 1
        return portal.fetch(url, init)
      })
      await main.ask('session.signIn', { ...marie, staySignedIn: true })
      await main.ask('servnet.home', {})
      await main.ask('servnet.home', {})
      expect(renewals).toBe(0)
      portal.later(11 * minute)
      await main.call('security.questions', {})
      expect(renewals).toBe(1)
    },
  )

  it('survives an answer that was lost on its way', async () => {
    await start().ask('session.signIn', { ...marie, staySignedIn: true })
    let lost = 0
    const main = start(async (url, init) => {
      const response = await hostFetch(url, init)
      if (!url.endsWith('/refresh') || lost >= 3) return response
      lost += 1
      throw new Error('net::ERR_CONNECTION_RESET')
    })
    await main.ask('app.state', {})
    const first = await main.services.session.refresh()
    expect(first).toMatchObject({ ok: false, error: { code: 'portal_unreachable' } })
    expect(lost).toBe(3)
    expect((await main.services.session.refresh()).ok).toBe(true)
  })

  it('survives a crash at any moment of a renewal', async () => {
    await start().ask('session.signIn', { ...marie, staySignedIn: true })
    const before = keychain.entries.get('session')
    const main = start()
    await main.ask('app.state', {})
    expect((await main.services.session.refresh()).ok).toBe(true)
    expect(keychain.entries.get('session')).not.toBe(before)
    // Crashed before the new token was kept: the former one still works.
    keychain.entries.set('session', before ?? '')
    const again = start()
    await again.ask('app.state', {})
    expect((await again.services.session.refresh()).ok).toBe(true)
  })

  it('keeps a new token before using it', async () => {
    await start().ask('session.signIn', { ...marie, staySignedIn: true })
    const keptWhenUsed: boolean[] = []
    const main = start((url, init) => {
      const headers = new Headers(init.headers)
      if (headers.has('authorization')) {
        keptWhenUsed.push(keychain.entries.get('session') !== stored)
      }
      return hostFetch(url, init)
    })
    const stored = keychain.entries.get('session')
    await main.ask('app.state', {})
    await main.call('security.questions', {})
    expect(new Set(keptWhenUsed)).toEqual(new Set([true]))
  })

  it('is not resumed by a token that was used up, where its successor could not be kept', async () => {
    await start().ask('session.signIn', { ...marie, staySignedIn: true })
    const main = start()
    await main.ask('app.state', {})
    keychain.fail('keychain_locked')
    await main.ask('servnet.home', {})
    await main.services.session.refresh()
    keychain.fail(null)
    const again = start()
    const { session } = await again.ask('app.state', {})
    expect(session).toEqual({ kind: 'signedOut', username: marie.username, reason: 'none' })
    expect(keychain.entries.get('session')).not.toContain('refreshToken')
    await again.ask('session.signIn', { ...marie, staySignedIn: true })
    const { page } = await again.ask('security.events', { cursor: null })
    expect(page.items.map(({ kind }) => kind)).not.toContain('refresh_token_reused')
  })

  it('is kept while offline', async () => {
    await start().ask('session.signIn', { ...marie, staySignedIn: true })
    const main = start(offline)
    await main.ask('app.state', {})
    const result = await main.services.session.refresh()
    expect(result).toEqual({ ok: false, error: { code: 'network_offline' } })
    expect(main.services.session.view().kind).toBe('ready')
    expect(keychain.entries.get('session')).toContain('refreshToken')
  })

  it('ends when the portal says so, and keeps the name and what was typed', async () => {
    const first = start()
    await first.ask('session.signIn', { ...invited, staySignedIn: true })
    const draft = {
      questionIds: ['first-pet'],
      email: 'half.typed@',
      emailConfirmation: '',
      firstName: '',
      lastName: '',
      language: null,
      alertsByEmail: null,
    }
    await first.ask('enrolment.saveDraft', draft)
    portal.later(31 * 24 * 60 * minute)
    const main = start()
    await main.ask('app.state', {})
    const result = await main.call('enrolment.read', {})
    expect(result).toEqual({ ok: false, error: { code: 'session_ended' } })
    const ended = { kind: 'signedOut', username: 'nouveau.client', reason: 'session_ended' }
    expect(main.services.session.view()).toEqual(ended)
    expect(main.views.at(-1)).toEqual(ended)
    expect((await storedDocuments(folder, keychain)).get('nouveau.client')).toContain('draft')
    expect(keychain.entries.get('session')).not.toContain('refreshToken')
  })
})
