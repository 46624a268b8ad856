import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { meSchema } from '../../../../src/shared/contract/identity/me.ts'
import { sessionSchema } from '../../../../src/shared/contract/identity/sessions.ts'
import type { Fetch } from '../../../../src/main/portal-client/exchange.ts'
import { hostFetch, startMain } from '../../support/main.ts'
import { createMemoryKeychain, type MemoryKeychain } from '../../support/memory-keychain.ts'
import { invited, marie, personalData, securityStep } from '../../support/people.ts'
import { startPortal, type TestPortal } from '../../support/portal.ts'
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

const typed = {
  questionIds: ['favourite-city', 'first-pet'],
  email: 'nouveau.client@exam',
  emailConfirmation: '',
  firstName: 'Noé',
  lastName: '',
  language: 'nl' as const,
  alertsByEmail: false,
}

describe('the first sign-in', () => {
  it('goes from security through personal data to a full session', async () => {
    const main = start()
    await main.ask('session.signIn', { ...invited, staySignedIn: true })
    expect((await main.ask('enrolment.read', {})).state).toBe('security')
    expect((await main.ask('enrolment.saveSecurity', securityStep)).state).toBe('personalData')
    const view = await main.ask('enrolment.savePersonalData', personalData)
    expect(view).toMatchObject({ kind: 'ready', user: { displayName: 'Noé Client' } })
    expect((await main.ask('servnet.home', {})).freshness.stale).toBe(false)
    const state = await start().ask('app.state', {})
    expect(state.session.kind).toBe('ready')
  })

  it.each([true, false])(
    'comes back at the same step with what was typed (stay signed in: %s)',
    async (staySignedIn) => {
      const main = start()
      await main.ask('session.signIn', { ...invited, staySignedIn })
      await main.ask('enrolment.saveSecurity', securityStep)
      await main.ask('enrolment.saveDraft', typed)

      const again = start()
      const state = await again.ask('app.state', {})
      expect(state.session).toMatchObject(
        staySignedIn
          ? { kind: 'enrolment', user: { username: invited.username } }
          : { kind: 'signedOut', username: invited.username },
      )
      if (!staySignedIn) {
        const password = securityStep.newPassword
        await again.ask('session.signIn', { ...invited, password, staySignedIn })
      }
      const read = await again.ask('enrolment.read', {})
      expect(read).toMatchObject({ state: 'personalData', draft: typed })
    },
  )

  it('opens without a network on what was last seen', async () => {
    const main = start()
    await main.ask('session.signIn', { ...invited, staySignedIn: true })
    await main.ask('enrolment.read', {})
    await main.ask('enrolment.saveDraft', typed)
    await portal.close()
    const again = start()
    await again.ask('app.state', {})
    expect(await again.ask('enrolment.read', {})).toMatchObject({ state: 'security', draft: typed })
    const sent = await again.call('enrolment.saveSecurity', securityStep)
    expect(sent).toEqual({ ok: false, error: { code: 'portal_unreachable' } })
  })

  it('does not show one person what another one typed', async () => {
    const main = start()
    await main.ask('session.signIn', { ...invited, staySignedIn: true })
    await main.ask('enrolment.saveDraft', typed)
    await main.ask('session.signIn', { ...marie, staySignedIn: true })
    expect(JSON.stringify(await main.call('enrolment.read', {}))).not.toContain(typed.email)
    await main.ask('session.signIn', { ...invited, staySignedIn: true })
    expect((await main.ask('enrolment.read', {})).draft.email).toBe(typed.email)
  })
})

describe('what the portal refuses', () => {
  it('names every field as the form does', async () => {
    const main = start()
    await main.ask('session.signIn', { ...invited, staySignedIn: true })
    const result = await main.call('enrolment.saveSecurity', {
      newPassword: 'court',
      answers: securityStep.answers.map((answer) => ({ ...answer, answer: 'Pareil' })),
    })
    const error = result.ok ? null : result.error
    expect(error?.code).toBe('password_policy')
    expect(error?.fields).toEqual(
      expect.arrayContaining([
        { field: 'newPassword', code: 'too_short', params: { min: 12 } },
        expect.objectContaining({ field: 'newPassword', code: 'missing_digit' }),
        expect.objectContaining({ field: 'answers.1.answer', code: 'answers_alike' }),
        expect.objectContaining({ field: 'answers.2.answer', code: 'answers_alike' }),
      ]),
    )
  })

  it('tells an e-mail that differs from one that is taken', async () => {
    const main = start()
    await main.ask('session.signIn', { ...invited, staySignedIn: true })
    await main.ask('enrolment.saveSecurity', securityStep)
    const differs = await main.call('enrolment.savePersonalData', {
      ...personalData,
      emailConfirmation: 'other@example.be',
    })
    expect(differs).toMatchObject({
      error: { fields: [{ field: 'emailConfirmation', code: 'emails_differ' }] },
    })
    const me = await signedInEmail()
    const taken = await main.call('enrolment.savePersonalData', {
      ...personalData,
      email: me.toUpperCase(),
      emailConfirmation: me.toUpperCase(),
    })
    expect(taken).toMatchObject({ ok: false, error: { code: 'email_taken' } })
  })
})

/** Sends both steps; the answer to the last one does not arrive. */
async function loseIt() {
  let lose = true
  const main = start(async (url, init) => {
    const response = await hostFetch(url, init)
    if (!url.endsWith('/personal-data') || !lose) return response
    throw new Error('net::ERR_CONNECTION_RESET')
  })
  await main.ask('session.signIn', { ...invited, staySignedIn: true })
  await main.ask('enrolment.saveSecurity', securityStep)
  const first = await main.call('enrolment.savePersonalData', personalData)
  lose = false
  expect(first).toEqual({ ok: false, error: { code: 'portal_unreachable' } })
  return main
}

describe('an answer to the last step that was lost', () => {
  it('is asked for again by sending the step again', async () => {
    const main = await loseIt()
    // Meanwhile the access token ended: the renewed one is a full session's already.
    portal.later(11 * 60_000)
    const second = await main.ask('enrolment.savePersonalData', personalData)
    expect(second.kind).toBe('ready')
  })

  it('is noticed when the page asks where the enrolment stands', async () => {
    const main = await loseIt()
    await main.ask('enrolment.saveDraft', typed)
    await expect.poll(async () => (await main.ask('enrolment.read', {})).state).toBe('complete')
    const read = await main.ask('enrolment.read', {})
    expect(read.draft.email, 'what was typed has done its work').toBe('')
    expect(main.views.at(-1)?.kind).toBe('ready')
  })
})

it('is over here once another computer has set a new password', async () => {
  const here = start()
  await here.ask('session.signIn', { ...invited, staySignedIn: true })
  const elsewhere = startMain({ portalUrl: portal.url, folder: temporaryFolder(stack) })
  await elsewhere.ask('session.signIn', { ...invited, staySignedIn: false })
  await elsewhere.ask('enrolment.saveSecurity', securityStep)
  const result = await here.call('enrolment.read', {})
  expect(result).toEqual({ ok: false, error: { code: 'session_ended' } })
  const reason = 'session_ended'
  expect(here.views.at(-1)).toEqual({ kind: 'signedOut', username: invited.username, reason })
})

/** The address that the demonstration's enrolled person has. */
async function signedInEmail(): Promise<string> {
  const created = await fetch(`${portal.url}/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...marie, device: { name: 'Test', platform: 'linux' } }),
  })
  const { accessToken } = sessionSchema.parse(await created.json())
  const me = await fetch(`${portal.url}/v1/me`, {
    headers: { authorization: `Bearer ${accessToken}` },
  })
  return meSchema.parse(await me.json()).email
}
