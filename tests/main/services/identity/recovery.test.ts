import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Fetch } from '../../../../src/main/portal-client/exchange.ts'
import { hostFetch, type TestMain } from '../../support/main.ts'
import { marie, mariesAnswers } from '../../support/people.ts'
import { storedDocuments } from '../../support/stored.ts'
import { openRecovering, type Recovering } from '../../support/recovering.ts'

const minute = 60_000
const { username } = marie
const newPassword = 'Retour-Sur-La-Route-2026!'

let stack: AsyncDisposableStack
let here: Recovering

beforeEach(async () => {
  stack = new AsyncDisposableStack()
  here = await openRecovering(stack)
})
afterEach(() => stack.disposeAsync())

const offline: Fetch = async () => {
  throw new Error('net::ERR_INTERNET_DISCONNECTED')
}
/** Loses the answer to the first call whose address ends so; the portal has done it all the same. */
function losing(end: string): Fetch {
  let lose = true
  return async (url, init) => {
    const response = await hostFetch(url, init)
    if (!lose || !url.endsWith(end)) return response
    lose = false
    throw new Error('net::ERR_CONNECTION_RESET')
  }
}
/** All that is on this computer's disk, and all that was logged. */
function written(main: TestMain): string {
  const entries = readdirSync(here.folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  const texts = files.map((file) => readFileSync(join(file.parentPath, file.name), 'latin1'))
  return [...texts, ...main.logged].join('\n')
}

describe('a forgotten password', () => {
  it('goes from the username to signing in with the new one', async () => {
    const main = here.start()
    expect(await main.ask('recovery.read', {})).toEqual({ step: 'username', username: null })
    const begun = await main.ask('recovery.start', { username })
    expect(begun).toMatchObject({ step: 'answers', username, codeRequired: true, attemptsLeft: 5 })
    if (begun.step !== 'answers') return
    expect(begun.questions.map(({ id }) => id).toSorted()).toEqual(
      mariesAnswers.map(({ questionId }) => questionId).toSorted(),
    )
    expect(begun.codeFormat).toBe('numeric')
    expect(begun.codeExpiresIn).toBeGreaterThan(9 * 60)
    expect(begun.codeExpiresIn).toBeLessThanOrEqual(10 * 60 + 1)
    expect(begun.codeAgainIn).toBeGreaterThan(50)
    expect(begun.expiresIn).toBeGreaterThan(29 * 60)
    const proven = await main.ask('recovery.answer', await here.proof())
    expect(proven).toMatchObject({ step: 'password', username })
    const done = { step: 'done', username }
    expect(await main.ask('recovery.setPassword', { newPassword })).toEqual(done)
    expect(await main.ask('recovery.read', {})).toEqual(done)
    const filledIn = { kind: 'signedOut', username, reason: 'none' }
    expect(main.views.at(-1)).toEqual(filledIn)
    await main.ask('recovery.leave', {})
    expect(await main.ask('recovery.read', {})).toEqual({ step: 'username', username })
    expect((await here.start().ask('app.state', {})).session).toEqual(filledIn)
    const signIn = { username, staySignedIn: false }
    const old = await main.call('session.signIn', { ...signIn, password: marie.password })
    expect(old).toEqual({ ok: false, error: { code: 'invalid_credentials' } })
    const view = await main.ask('session.signIn', { ...signIn, password: newPassword })
    expect(view.kind).toBe('ready')
  })

  it('leaves no id, answer, code or password on the disk, in the log or in what it answers', async () => {
    const secrets: string[] = []
    const main = here.start(async (url, init) => {
      const id = /recoveries\/([^/?]+)/.exec(url)?.[1]
      if (id !== undefined) secrets.push(id)
      return hostFetch(url, init)
    })
    const told = [
      await main.call('recovery.start', { username }),
      await main.call('recovery.read', {}),
      await main.call('recovery.answer', await here.proof()),
      await main.call('recovery.setPassword', { newPassword }),
    ]
    secrets.push(await here.code(), newPassword, ...mariesAnswers.map(({ answer }) => answer))
    expect(secrets[0]).toMatch(/^[\w-]{43}$/)
    const seen = `${JSON.stringify(told)}\n${written(main)}`
    for (const secret of secrets) expect(seen).not.toContain(secret)
    expect((await storedDocuments(here.folder, here.keychain)).get('')).toEqual(['recovery'])
    await main.ask('recovery.leave', {})
    expect(readdirSync(join(here.folder, 'offline'))).toEqual([])
  })

  it('speaks the app’s present language', async () => {
    const main = here.start()
    const texts = async () => {
      const view = await main.ask('recovery.read', {})
      return view.step === 'answers' ? view.questions.map(({ text }) => text).join() : ''
    }
    await main.ask('recovery.start', { username })
    const french = await texts()
    await main.ask('app.setLanguage', { language: 'nl' })
    const dutch = await texts()
    expect(dutch).not.toBe(french)
    expect(dutch).not.toBe('')
  })

  it('is the same for a username that nobody has', async () => {
    const main = here.start()
    const known = await main.ask('recovery.start', { username })
    const unknown = await main.ask('recovery.start', { username: 'nobody.here' })
    expect(Object.keys(unknown)).toEqual(Object.keys(known))
    const answers = unknown.step === 'answers' ? unknown.questions : []
    const result = await main.call('recovery.answer', {
      code: '123456',
      answers: answers.map(({ id }) => ({ questionId: id, answer: 'Namur' })),
    })
    expect(result).toEqual({
      ok: false,
      error: { code: 'verification_failed', params: { attemptsLeft: 4 } },
    })
  })
})

describe('a recovery that goes wrong', () => {
  it('tells how many tries are left, then that it is over, and keeps the name', async () => {
    const main = here.start()
    await main.ask('recovery.start', { username })
    const wrong = {
      code: await here.code(),
      answers: mariesAnswers.map((one) => ({ ...one, answer: 'x' })),
    }
    const codes: unknown[] = []
    for (let tries = 0; tries < 5; tries += 1) {
      // A person waits as long as they are told to.
      here.portal.later(minute)
      // oxlint-disable-next-line no-await-in-loop -- a person tries one after the other
      const result = await main.call('recovery.answer', wrong)
      codes.push(
        result.ok ? 'passed' : (result.error.params?.['attemptsLeft'] ?? result.error.code),
      )
    }
    expect(codes).toEqual([4, 3, 2, 1, 'flow_expired'])
    expect(await main.ask('recovery.read', {})).toEqual({ step: 'username', username })
    expect(await here.start().ask('recovery.read', {})).toEqual({
      step: 'username',
      username: null,
    })
  })

  it('says that its time is over, once, and begins again with the name', async () => {
    const main = here.start()
    await main.ask('recovery.start', { username })
    here.portal.later(31 * minute)
    const over = { ok: false, error: { code: 'flow_expired' } }
    expect(await main.call('recovery.read', {})).toEqual(over)
    expect(await main.ask('recovery.read', {})).toEqual({ step: 'username', username })
    const answers = { code: '123456', answers: mariesAnswers }
    expect(await main.call('recovery.answer', answers)).toEqual(over)
  })

  it('says that the time of a code is over, and takes no try for it', async () => {
    const main = here.start(here.portal.fetch)
    await main.ask('recovery.start', { username })
    const proof = await here.proof()
    // A second more, as the time that an answer names is in whole seconds.
    here.portal.later(10 * minute + 1000)
    expect(await main.ask('recovery.read', {})).toMatchObject({ codeExpiresIn: 0 })
    const late = await main.call('recovery.answer', proof)
    expect(late).toEqual({ ok: false, error: { code: 'code_expired' } })
    expect(await main.ask('recovery.read', {})).toMatchObject({ attemptsLeft: 5 })
    await main.ask('recovery.sendCode', {})
    const proven = await main.ask('recovery.answer', await here.proof(2))
    expect(proven).toMatchObject({ step: 'password' })
  })

  it('sends the code again when it is time, and not before', async () => {
    const main = here.start()
    await main.ask('recovery.start', { username })
    const first = await here.code()
    const early = await main.call('recovery.sendCode', {})
    expect(early).toMatchObject({ ok: false, error: { code: 'too_many_attempts' } })
    expect(early.ok ? 0 : early.error.retryAfter).toBeGreaterThan(0)
    here.portal.later(2 * minute)
    expect((await main.ask('recovery.sendCode', {})).step).toBe('answers')
    const second = await here.code(2)
    expect(second).not.toBe(first)
    const proven = await main.ask('recovery.answer', { code: second, answers: mariesAnswers })
    expect(proven.step).toBe('password')
  })

  it('names every rule that a new password breaks', async () => {
    const main = here.start()
    await main.ask('recovery.start', { username })
    await main.ask('recovery.answer', await here.proof())
    const result = await main.call('recovery.setPassword', { newPassword: 'marie' })
    expect(result).toMatchObject({ ok: false, error: { code: 'password_policy' } })
    const fields = result.ok ? [] : (result.error.fields ?? [])
    expect(fields.length).toBeGreaterThan(1)
    expect(new Set(fields.map(({ field }) => field))).toEqual(new Set(['newPassword']))
    expect((await main.ask('recovery.read', {})).step).toBe('password')
  })

  it('begun without a network says so, and loses nothing', async () => {
    const main = here.start(offline)
    const result = await main.call('recovery.start', { username })
    expect(result).toEqual({ ok: false, error: { code: 'network_offline' } })
    expect(await main.ask('recovery.read', {})).toEqual({ step: 'username', username })
  })

  it('keeps where it stands while the network is away', async () => {
    let away = false
    const main = here.start((url, init) => (away ? offline(url, init) : hostFetch(url, init)))
    await main.ask('recovery.start', { username })
    away = true
    const result = await main.call('recovery.read', {})
    expect(result).toEqual({ ok: false, error: { code: 'network_offline' } })
    away = false
    expect((await main.ask('recovery.read', {})).step).toBe('answers')
  })

  it.each(['/answers', '/password'])('goes on after the answer to %s was lost', async (end) => {
    const main = here.start(losing(end))
    const lost = { ok: false, error: { code: 'portal_unreachable' } }
    await main.ask('recovery.start', { username })
    const answers = await here.proof()
    const first = await main.call('recovery.answer', answers)
    if (end === '/answers') {
      expect(first).toEqual(lost)
      expect((await main.ask('recovery.answer', answers)).step).toBe('password')
    }
    const set = await main.call('recovery.setPassword', { newPassword })
    if (end === '/password') expect(set).toEqual(lost)
    // Another one than was set: it is too late for that, and the page says what counts.
    const other = { newPassword: `${newPassword}!` }
    expect((await main.ask('recovery.setPassword', other)).step).toBe('done')
    expect(main.views.at(-1)).toMatchObject({ kind: 'signedOut', username })
  })
})

describe('what the tenant asks for', () => {
  it('may be the answers alone', async () => {
    here = await openRecovering(stack, { recovery: { code: false, questions: true } })
    const main = here.start()
    const begun = await main.ask('recovery.start', { username })
    expect(begun).toMatchObject({ step: 'answers', codeRequired: false, codeAgainIn: null })
    const proven = await main.ask('recovery.answer', { answers: mariesAnswers })
    expect(proven.step).toBe('password')
  })

  it('may be the code alone', async () => {
    here = await openRecovering(stack, { recovery: { code: true, questions: false } })
    const main = here.start()
    const begun = await main.ask('recovery.start', { username })
    expect(begun).toMatchObject({
      step: 'answers',
      codeRequired: true,
      questions: [],
      codeFormat: 'alphanumeric',
    })
    const proven = await main.ask('recovery.answer', { code: await here.code(), answers: [] })
    expect(proven.step).toBe('password')
  })
})
