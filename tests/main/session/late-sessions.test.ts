/** A session that the portal answers late takes nobody’s place, and is ended there. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Fetch } from '../../../src/main/portal-client/exchange.ts'
import { createGate } from '../support/gate.ts'
import { startMain } from '../support/main.ts'
import { createMemoryKeychain, type MemoryKeychain } from '../support/memory-keychain.ts'
import { personalData } from '../support/people.ts'
import { createSessionPortal } from '../support/session-portal.ts'
import { storedDocuments } from '../support/stored.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

let stack: AsyncDisposableStack
let folder: string
let keychain: MemoryKeychain

beforeEach(() => {
  stack = new AsyncDisposableStack()
  folder = temporaryFolder(stack)
  keychain = createMemoryKeychain()
})
afterEach(() => stack.disposeAsync())

const late = { ok: false, error: { code: 'unauthenticated' } }
const anna = { username: 'anna', password: 'right' }
const bert = { username: 'bert', password: 'right' }
const portalUrl = 'http://127.0.0.1:1'

function start() {
  const gate = createGate()
  const portal = createSessionPortal(gate.hold)
  const main = startMain({ portalUrl, folder, keychain, fetch: portal.fetch })
  const liveUsers = () => portal.live().map(({ username }) => username)
  return { gate, main, portal, liveUsers }
}

describe('a session that comes late', () => {
  const completed = 'PUT /v1/enrolment/personal-data is answered'
  const signedIn = 'POST /v1/sessions is answered'

  it.each([true, false])(
    'of a completed enrolment does not undo a sign-out (stay: %s)',
    async (staySignedIn) => {
      const { gate, main, liveUsers } = start()
      await main.ask('session.signIn', { ...anna, staySignedIn })
      const answer = gate.catch(completed)
      const saving = main.call('enrolment.savePersonalData', personalData)
      await answer.there
      await main.ask('session.signOut', {})
      answer.letGo()
      expect(await saving).toEqual(late)
      await main.services.session.settled()
      expect(main.services.session.view()).toMatchObject({
        kind: 'signedOut',
        reason: 'signed_out',
      })
      expect(main.settings.values().lastSession).toBe('signedOut')
      expect([...keychain.entries.keys()]).toEqual(['device'])
      expect(liveUsers()).toEqual([])
    },
  )

  it.each([anna, bert])(
    'of a completed enrolment does not take the place of $username’s next one',
    async (next) => {
      const { gate, main, portal, liveUsers } = start()
      await main.ask('session.signIn', { ...anna, staySignedIn: true })
      const answer = gate.catch(completed)
      const saving = main.call('enrolment.savePersonalData', personalData)
      await answer.there
      await main.ask('session.signOut', {})
      await main.ask('session.signIn', { ...next, staySignedIn: true })
      const kept = keychain.entries.get('session')
      answer.letGo()
      expect(await saving).toEqual(late)
      await main.services.session.settled()
      expect(main.services.session.view()).toMatchObject({
        kind: 'enrolment',
        user: { username: next.username },
      })
      expect(keychain.entries.get('session')).toBe(kept)
      expect(liveUsers()).toEqual([next.username])
      expect(portal.live()[0]?.attempt).toBe(2)
    },
  )

  it('of another person is refused, whoever the portal gives it for', async () => {
    const { main, portal } = start()
    await main.ask('session.signIn', { ...anna, staySignedIn: true })
    const kept = keychain.entries.get('session')
    const swapped: Fetch = async (url, init) => {
      const response = await portal.fetch(url, init)
      return new Response((await response.text()).replaceAll('"anna"', '"bert"'), {
        status: response.status,
        headers: response.headers,
      })
    }
    const mixedUp = startMain({ portalUrl, folder, keychain, fetch: swapped })
    await mixedUp.ask('app.state', {})
    const renewed = await mixedUp.services.session.refresh()
    expect(renewed).toEqual({ ok: false, error: { code: 'portal_answer_invalid' } })
    expect(mixedUp.services.session.view()).toMatchObject({ user: { username: 'anna' } })
    expect(keychain.entries.get('session')).toBe(kept)
  })

  it('of a sign-in does not undo a sign-out', async () => {
    const { gate, main, liveUsers } = start()
    const answer = gate.catch(signedIn)
    const signingIn = main.call('session.signIn', { ...anna, staySignedIn: true })
    await answer.there
    await main.ask('session.signOut', {})
    answer.letGo()
    expect(await signingIn).toEqual(late)
    await main.services.session.settled()
    expect(main.services.session.view().kind).toBe('signedOut')
    expect(main.views.map(({ kind }) => kind)).toEqual(['signedOut'])
    expect([...keychain.entries.keys()]).toEqual(['device'])
    expect(liveUsers()).toEqual([])
  })

  it.each(['the first', 'the second'])(
    'of two sign-ins is the one begun first, also where %s is answered last',
    async (last) => {
      const { gate, main, liveUsers } = start()
      const first = gate.catch(signedIn)
      const one = main.call('session.signIn', { ...anna, staySignedIn: true })
      await first.there
      const second = gate.catch(signedIn)
      const other = main.call('session.signIn', { ...bert, staySignedIn: true })
      await second.there
      if (last === 'the first') {
        second.letGo()
        await other
        first.letGo()
        expect(await one).toEqual(late)
      } else {
        first.letGo()
        await one
        second.letGo()
        expect((await other).ok).toBe(true)
      }
      await main.services.session.settled()
      expect(main.services.session.view()).toMatchObject({ user: { username: 'bert' } })
      expect(keychain.entries.get('session')).toContain('bert')
      expect(liveUsers()).toEqual(['bert'])
    },
  )

  it('of a sign-in ends with the app', async () => {
    const { gate, main, liveUsers } = start()
    const answer = gate.catch(signedIn)
    const signingIn = main.call('session.signIn', { ...anna, staySignedIn: false })
    await answer.there
    const closing = main.services.close()
    answer.letGo()
    await Promise.all([signingIn, closing])
    expect(liveUsers()).toEqual([])
  })
})

describe('who signs in while the keychain is slow', () => {
  it('stays signed in after a recovery of another person', async () => {
    const write = Promise.withResolvers<void>()
    const portal = createSessionPortal(async () => undefined)
    const slow = {
      ...keychain,
      write: async (...args: Parameters<typeof keychain.write>) => {
        await write.promise
        return keychain.write(...args)
      },
    }
    const options = { portalUrl, folder, fetch: portal.fetch, patienceMs: 10 }
    const main = startMain({ ...options, keychain: slow })
    const recovered = main.services.session.prefillUsername('anna')
    const signingIn = main.call('session.signIn', { ...bert, staySignedIn: true })
    await expect.poll(() => main.services.session.view().kind).toBe('enrolment')
    write.resolve()
    await Promise.all([recovered, signingIn])
    await main.ask('enrolment.saveDraft', emptyDraft)
    await main.services.session.settled()
    expect(main.services.session.view()).toMatchObject({ user: { username: 'bert' } })
    const again = startMain({ portalUrl, folder, fetch: portal.fetch, keychain })
    const state = await again.ask('app.state', {})
    expect(state.session).toMatchObject({ kind: 'enrolment', user: { username: 'bert' } })
  })

  it('stays signed in, with a store of their own, after a sign-out that is not done yet', async () => {
    const removal = Promise.withResolvers<void>()
    const portal = createSessionPortal(async () => undefined)
    const slow = {
      ...keychain,
      remove: async (...args: Parameters<typeof keychain.remove>) => {
        await removal.promise
        return keychain.remove(...args)
      },
    }
    const options = { portalUrl, folder, fetch: portal.fetch, patienceMs: 10 }
    const main = startMain({ ...options, keychain: slow })
    await main.ask('session.signIn', { ...anna, staySignedIn: true })
    const signingOut = main.call('session.signOut', {})
    const signingIn = main.call('session.signIn', { ...bert, staySignedIn: true })
    await expect.poll(() => main.services.session.view()).toMatchObject({ kind: 'enrolment' })
    removal.resolve()
    expect(await signingOut).toMatchObject({ ok: true, data: { kind: 'enrolment' } })
    await signingIn
    await main.ask('enrolment.saveDraft', emptyDraft)
    await main.services.close()
    expect((await storedDocuments(folder, keychain)).get('bert')).toContain('draft')
    const again = startMain({ portalUrl, folder, fetch: portal.fetch, keychain })
    const state = await again.ask('app.state', {})
    expect(state.session).toMatchObject({ kind: 'enrolment', user: { username: 'bert' } })
  })
})

const emptyDraft = {
  questionIds: [],
  email: '',
  emailConfirmation: '',
  firstName: '',
  lastName: '',
  language: null,
  alertsByEmail: null,
}
