import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RouteInput } from '../../../../src/shared/contract/routes.ts'
import { startMain, type TestMain } from '../../support/main.ts'
import { createMemoryKeychain, type MemoryKeychain } from '../../support/memory-keychain.ts'
import { expired, marie, mariesAnswers, securityStep } from '../../support/people.ts'
import { startPortal, type TestPortal } from '../../support/portal.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const newPassword = 'Nouvelle-Route-Nationale-2026!'

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

type Person = { readonly username: string; readonly password: string }
async function signedIn(person: Person = marie, fetch = portal.fetch): Promise<TestMain> {
  const main = startMain({ portalUrl: portal.url, folder, keychain, fetch })
  await main.ask('session.signIn', { ...person, staySignedIn: true })
  return main
}
/** The same person on a computer of its own. */
async function elsewhere(): Promise<TestMain> {
  const main = startMain({ portalUrl: portal.url, folder: temporaryFolder(stack) })
  await main.ask('session.signIn', { ...marie, staySignedIn: true })
  return main
}
async function trusted(): Promise<TestMain> {
  const main = await signedIn()
  await main.ask('security.reauthenticate', { password: marie.password })
  return main
}
const change = (person: Person, keepOtherSessions = true) => ({
  currentPassword: person.password,
  newPassword,
  keepOtherSessions,
})

describe('changing the password', () => {
  it('opens everything again where it had expired', async () => {
    const main = await signedIn(expired)
    expect(main.services.session.view().kind).toBe('passwordChange')
    const changed = await main.ask('security.changePassword', change(expired))
    expect(changed.session.kind).toBe('ready')
    expect(main.views.at(-1)).toEqual(changed.session)
    expect((await main.ask('servnet.home', {})).freshness.stale).toBe(false)
    await main.services.close()
    const again = startMain({ portalUrl: portal.url, folder, keychain })
    expect((await again.ask('app.state', {})).session.kind).toBe('ready')
  })

  it('names a wrong current password at its field, and signs nobody out', async () => {
    const main = await signedIn(expired)
    const wrong = { ...change(expired), currentPassword: 'wrong' }
    const result = await main.call('security.changePassword', wrong)
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'invalid_credentials', fields: [{ field: 'currentPassword' }] },
    })
    expect(main.services.session.view().kind).toBe('passwordChange')
    expect(keychain.entries.get('session')).toContain('refreshToken')
  })

  it('names an old password as such', async () => {
    const main = await signedIn()
    const same = { ...change(marie), newPassword: marie.password }
    const result = await main.call('security.changePassword', same)
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'password_policy', fields: [{ field: 'newPassword', code: 'used_before' }] },
    })
  })

  it.each([true, false])('keeps the other sessions where asked to: %s', async (asked) => {
    const [main, other] = [await signedIn(), await elsewhere()]
    const { endedSessions } = await main.ask('security.changePassword', change(marie, asked))
    expect(endedSessions).toBe(asked ? 0 : 1)
    // Kept nowhere, and so asked for each time.
    const refused = await other.call('security.questions', {})
    expect(refused.ok).toBe(false)
    if (asked) {
      expect(refused).toMatchObject({ error: { code: 'reauthentication_required' } })
    } else {
      // By this call's answer, or told by the portal before it.
      const ended = { kind: 'signedOut', reason: 'session_ended' }
      expect(other.services.session.view()).toMatchObject(ended)
    }
    expect(main.services.session.view().kind).toBe('ready')
  })

  it.each([expired, marie])(
    'again after the answer was lost succeeds: $username',
    async (person) => {
      let lose = true
      const main = await signedIn(person, async (url, init) => {
        const response = await portal.fetch(url, init)
        if (!url.endsWith('/password') || !lose) return response
        throw new Error('net::ERR_CONNECTION_RESET')
      })
      const lost = await main.call('security.changePassword', change(person))
      lose = false
      expect(lost).toEqual({ ok: false, error: { code: 'portal_unreachable' } })
      const other = { ...change(person), newPassword: `${newPassword}!` }
      const wrong = await main.call('security.changePassword', other)
      expect(wrong, 'not what was set').toMatchObject({ error: { code: 'invalid_credentials' } })
      lose = true
      await main.call('security.changePassword', change(person))
      lose = false
      const changed = await main.ask('security.changePassword', change(person))
      expect(changed.session.kind).toBe('ready')
    },
  )

  it('says that there were too many tries, and when the next can succeed', async () => {
    const main = await signedIn()
    const wrong = { ...change(marie), currentPassword: 'wrong' }
    let result = await main.call('security.changePassword', wrong)
    for (let tries = 0; tries < 30 && !result.ok; tries += 1) {
      if (result.error.code === 'too_many_attempts') break
      // oxlint-disable-next-line no-await-in-loop -- a person tries one after the other
      result = await main.call('security.changePassword', wrong)
    }
    expect(result).toMatchObject({ ok: false, error: { code: 'too_many_attempts' } })
    expect(result.ok ? 0 : result.error.retryAfter).toBeGreaterThan(0)
  })
})

describe('the questions', () => {
  it('are shown in the app’s language, and changed, after the password', async () => {
    const main = await signedIn()
    const refused = { ok: false, error: { code: 'reauthentication_required' } }
    expect(await main.call('security.questions', {})).toEqual(refused)
    await main.ask('security.reauthenticate', { password: marie.password })
    const french = await main.ask('security.questions', {})
    await main.ask('app.setLanguage', { language: 'en' })
    const english = await main.ask('security.questions', {})
    expect(english.items.map(({ id }) => id)).toEqual(french.items.map(({ id }) => id))
    expect(english).not.toEqual(french)
    const { answers } = securityStep
    const saved = await main.ask('security.saveQuestions', { answers })
    expect(saved.items.map(({ id }) => id)).toEqual(answers.map(({ questionId }) => questionId))
    const rehearsed = await main.ask('security.rehearse', { answers })
    expect(rehearsed.results.every(({ right }) => right)).toBe(true)
  })

  it('ask for the password again after five minutes', async () => {
    const main = await trusted()
    portal.later(5 * 60_000 + 1_000)
    const result = await main.call('security.questions', {})
    expect(result).toEqual({ ok: false, error: { code: 'reauthentication_required' } })
  })

  it('name every answer that cannot be', async () => {
    const main = await trusted()
    const answers = mariesAnswers.map((one) => ({ ...one, answer: 'Namur' }))
    const result = await main.call('security.saveQuestions', { answers })
    expect(result).toMatchObject({ ok: false, error: { code: 'answers_policy' } })
    expect(result.ok ? [] : result.error.fields).not.toEqual([])
  })

  it('can be rehearsed: each answer is told apart, and nothing follows from it', async () => {
    const main = await trusted()
    const answers = mariesAnswers.map((one, index) =>
      index === 1 ? { ...one, answer: 'something else' } : one,
    )
    const { results } = await main.ask('security.rehearse', { answers })
    expect(results.map(({ right }) => right)).toEqual([true, false, true])
    await expect
      .poll(async () => (await main.ask('profile.reminders', {})).rehearsalDue)
      .toBe(false)
  })
})

describe('the sessions', () => {
  const list = { cursor: null } satisfies RouteInput<'security.sessions'>

  it('are listed with this device, and one is ended after the password', async () => {
    const [other, main] = [await elsewhere(), await signedIn()]
    const { page } = await main.ask('security.sessions', list)
    const { items } = page
    expect(items.filter(({ current }) => current)).toHaveLength(1)
    const id = items.find(({ current }) => !current)?.id ?? ''
    const refused = await main.call('security.endSession', { id })
    expect(refused).toEqual({ ok: false, error: { code: 'reauthentication_required' } })
    await main.ask('security.reauthenticate', { password: marie.password })
    await main.ask('security.endSession', { id })
    const ended = await other.call('security.questions', {})
    expect(ended).toEqual({ ok: false, error: { code: 'session_ended' } })
    expect(other.views.at(-1)).toMatchObject({ kind: 'signedOut', reason: 'session_ended' })
    const twice = await main.call('security.endSession', { id })
    expect(twice).toEqual({ ok: false, error: { code: 'not_found' } })
  })

  it('are all ended but this one', async () => {
    const others = [await elsewhere(), await elsewhere()]
    const main = await trusted()
    expect(await main.ask('security.endOtherSessions', {})).toEqual({ ended: others.length })
    expect((await main.ask('security.sessions', list)).page.items).toHaveLength(1)
  })
})

it('tells what happened to the account, page by page', async () => {
  const main = await signedIn()
  const first = await main.ask('security.events', { cursor: null })
  expect(first.page.items[0]).toMatchObject({ kind: 'signed_in', details: { device: 'Test' } })
  const foreign = await main.call('security.events', { cursor: 'x' })
  expect(foreign).toMatchObject({ ok: false, error: { code: 'invalid_request' } })
})

it('writes neither passwords nor answers to the log', async () => {
  const main = await trusted()
  await main.ask('security.saveQuestions', { answers: securityStep.answers })
  await main.ask('security.changePassword', change(marie))
  const logged = main.logged.join()
  const answers = securityStep.answers.map(({ answer }) => answer)
  for (const secret of [marie.password, newPassword, ...answers]) {
    expect(logged).not.toContain(secret)
  }
})
