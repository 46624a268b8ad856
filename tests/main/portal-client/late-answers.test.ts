/** What the portal answers after someone has signed out, or another person in, changes nothing. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hostFetch, startMain, type TestMain } from '../support/main.ts'
import { createMemoryKeychain, type MemoryKeychain } from '../support/memory-keychain.ts'
import { invited, jan, marie, securityStep } from '../support/people.ts'
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

const late = { ok: false, error: { code: 'unauthenticated' } }

/** An app whose next answer to `path` waits. */
function start(path: string) {
  const [there, open] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  let caught = false
  const main = startMain({
    portalUrl: portal.url,
    folder,
    keychain,
    fetch: async (url, init) => {
      const response = await hostFetch(url, init)
      if (caught || `${init.method ?? ''} ${new URL(url).pathname}` !== path) return response
      caught = true
      there.resolve()
      await open.promise
      return response
    },
  })
  return { main, there: there.promise, letGo: open.resolve }
}

function reauthenticate(main: TestMain) {
  return main.call('security.reauthenticate', { password: marie.password })
}

describe('what comes late', () => {
  it('of the first step of an enrolment is not kept under the next person’s name', async () => {
    const { main, there, letGo } = start('PUT /v1/enrolment/security')
    await main.ask('session.signIn', { ...invited, staySignedIn: false })
    const saving = main.call('enrolment.saveSecurity', securityStep)
    await there
    await main.ask('session.signOut', {})
    await main.ask('session.signIn', { ...marie, staySignedIn: true })
    await main.ask('servnet.home', {})
    letGo()
    expect(await saving).toEqual(late)
    await main.services.close()
    const stored = await storedDocuments(folder, keychain)
    expect([...stored.values()].flat()).not.toContain('enrolment')
  })

  it('of a saved profile changes neither the language nor what the next person typed', async () => {
    const { main, there, letGo } = start('PATCH /v1/me')
    await main.ask('session.signIn', { ...marie, staySignedIn: true })
    await main.ask('app.setLanguage', { language: 'fr' })
    const { me } = await main.ask('profile.read', {})
    const saving = main.call('profile.savePersonal', {
      version: me.version,
      changes: { language: 'it' },
    })
    await there
    await main.ask('session.signOut', { discardEdits: true })
    await main.ask('session.signIn', { ...jan, staySignedIn: true })
    const draft = { personal: null, preferences: null, email: mistyped }
    await main.ask('profile.saveDraft', { draft })
    letGo()
    expect(await saving).toEqual(late)
    expect(main.settings.values()).toMatchObject({ language: 'fr', profileLanguage: 'nl' })
    expect((await main.ask('profile.read', {})).draft).toEqual(draft)
  })

  it.each([
    ['POST /v1/sessions/current/reauthenticate', reauthenticate],
    ['GET /v1/sessions', (main) => main.call('security.sessions', { cursor: null })],
    ['GET /v1/me/security-events', (main) => main.call('security.events', { cursor: null })],
    ['GET /v1/servnet/alerts', (main) => main.call('servnet.alerts', { cursor: null })],
    ['GET /v1/me', (main) => main.call('profile.read', {})],
  ] satisfies [string, (main: TestMain) => ReturnType<TestMain['call']>][])(
    'of %s is told to nobody, and holds nobody up',
    async (path, ask) => {
      const { main, there, letGo } = start(path)
      await main.ask('session.signIn', { ...marie, staySignedIn: false })
      const answer = ask(main)
      await there
      await main.ask('session.signOut', {})
      await main.ask('session.signIn', { ...marie, staySignedIn: false })
      expect(await ask(main)).toMatchObject({ ok: true })
      letGo()
      expect(await answer).toEqual(late)
    },
  )
})

const mistyped = { email: 'jan@exam', emailConfirmation: '' }
