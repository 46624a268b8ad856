import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ProfileDraft } from '../../../../src/shared/contract/identity/profile-view.ts'
import type { Fetch } from '../../../../src/main/portal-client/exchange.ts'
import { hostFetch, startMain, type TestMain } from '../../support/main.ts'
import { createMemoryKeychain, type MemoryKeychain } from '../../support/memory-keychain.ts'
import { expired, marie } from '../../support/people.ts'
import { signInAlone, startPortal, type TestPortal } from '../../support/portal.ts'
import { storedDocuments } from '../../support/stored.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const day = 24 * 60 * 60_000

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
async function signedIn(fetch?: Fetch): Promise<TestMain> {
  const main = start(fetch)
  stack.defer(main.services.close)
  await main.ask('session.signIn', { ...marie, staySignedIn: true })
  return main
}
/** As after a restart, where she stayed signed in. */
async function again(fetch?: Fetch): Promise<TestMain> {
  const main = start(fetch)
  await main.ask('app.state', {})
  return main
}
const personal = (main: TestMain) => main.ask('profile.read', {}).then(({ me }) => me)
const nothing: ProfileDraft = { personal: null, preferences: null, email: null }
const typed = (version: string): ProfileDraft => ({
  ...nothing,
  personal: {
    version,
    seen: { firstName: 'Marie', lastName: 'Lambert', language: 'fr' },
    firstName: 'Marie-',
    lastName: 'Lambert',
    language: 'fr',
  },
})
const documentsOf = async (owner: string) => (await storedDocuments(folder, keychain)).get(owner)

describe('the profile', () => {
  it('is read with the versions to edit', async () => {
    const main = await signedIn()
    const { me, preferences, draft, freshness } = await main.ask('profile.read', {})
    expect(me.current).toMatchObject({ username: marie.username, lastName: 'Lambert' })
    expect(preferences.current).toMatchObject({ currency: 'EUR', language: 'fr' })
    expect(me.version).not.toBe(preferences.version)
    expect({ draft, stale: freshness.stale }).toEqual({ draft: null, stale: false })
  })

  it('is asked for again only where it has changed', async () => {
    const first = await (await signedIn()).ask('profile.read', {})
    const statuses: number[] = []
    const main = await again(async (url, init) => {
      const response = await hostFetch(url, init)
      if (url.includes('/v1/me')) statuses.push(response.status)
      return response
    })
    const second = await main.ask('profile.read', {})
    await expect.poll(() => statuses.length).toBeGreaterThan(1)
    expect(new Set(statuses)).toEqual(new Set([304]))
    expect({ ...second, freshness: null }).toEqual({ ...first, freshness: null })
  })

  it('can be read, marked with its time, while the portal is away', async () => {
    const first = await (await signedIn()).ask('profile.read', {})
    const main = await again(offline)
    const shown = await main.ask('profile.read', {})
    expect(shown.me).toEqual(first.me)
    expect(shown.freshness.stale).toBe(true)
    expect(shown.freshness.fetchedAt).toBe(first.freshness.fetchedAt)
  })

  it('says what is wrong where it was never read, and where nobody is signed in', async () => {
    const nobody = { ok: false, error: { code: 'unauthenticated' } }
    expect(await start().call('profile.read', {})).toEqual(nobody)
    await signedIn(signInAlone)
    const unseen = { ok: false, error: { code: 'network_offline' } }
    expect(await (await again(offline)).call('profile.read', {})).toEqual(unseen)
  })
})

it('leaves no word of the person in clear on the disk, nor in the log', async () => {
  const main = await signedIn()
  const { version } = await personal(main)
  await main.ask('profile.saveDraft', { draft: typed(version) })
  await main.ask('profile.savePersonal', { version, changes: { lastName: 'Lambert-Delvaux' } })
  await main.services.close()
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  expect(files.map(({ name }) => name)).toEqual(
    expect.arrayContaining([expect.stringMatching(/\.store$/), 'settings.json']),
  )
  const texts = files.map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'latin1'))
  const seen = [...texts, ...main.logged].join('\n')
  for (const word of ['Lambert', 'marie', 'Marie']) expect(seen).not.toContain(word)
})

describe('saving', () => {
  it('shows in the frame', async () => {
    const main = await signedIn()
    const { version } = await personal(main)
    const changes = { firstName: 'Marie-Claire' }
    const saved = await main.ask('profile.savePersonal', { version, changes })
    expect(saved).toMatchObject({ kind: 'saved', current: { firstName: 'Marie-Claire' } })
    expect(saved.version).not.toBe(version)
    await expect
      .poll(() => main.views.at(-1))
      .toMatchObject({ user: { displayName: 'Marie-Claire Lambert' } })
    const next = await main.ask('profile.savePersonal', {
      version: saved.version,
      changes: { firstName: '' },
    })
    expect(next).toMatchObject({ kind: 'saved', current: { firstName: null } })
  })

  it.each(['profile', 'app'] as const)(
    'another language lets the app follow, where it spoke that of the %s',
    async (chosenIn) => {
      const main = await signedIn()
      if (chosenIn === 'app') await main.ask('app.setLanguage', { language: 'de' })
      const { preferences } = await main.ask('profile.read', {})
      const { version } = preferences
      const changes = { language: 'nl' } as const
      await main.ask('profile.savePreferences', { version, changes })
      expect((await main.ask('app.state', {})).language).toBe('nl')
      await expect.poll(() => main.views.at(-1)).toMatchObject({ user: { language: 'nl' } })
      expect((await main.ask('app.state', {})).language).toBe('nl')
    },
  )

  it('is a conflict, with what is there now, where it was changed elsewhere', async () => {
    const [here, elsewhere] = [await signedIn(), await signedIn()]
    const { version } = await personal(here)
    const theirs = { version, changes: { lastName: 'Lambert-Delvaux' } }
    await elsewhere.ask('profile.savePersonal', theirs)
    const mine = { version, changes: { lastName: 'Lambert-Dubois' } }
    const conflict = await here.ask('profile.savePersonal', mine)
    expect(conflict).toMatchObject({ kind: 'conflict', current: { lastName: 'Lambert-Delvaux' } })
    const chosen = { ...mine, version: conflict.version }
    const saved = await here.ask('profile.savePersonal', chosen)
    expect(saved).toMatchObject({ kind: 'saved', current: { lastName: 'Lambert-Dubois' } })
  })

  it('keeps what is newer for the time without a network, also from a conflict', async () => {
    const [here, elsewhere] = [await signedIn(), await signedIn()]
    const { preferences } = await here.ask('profile.read', {})
    const { version } = preferences
    await elsewhere.ask('profile.savePreferences', { version, changes: { currency: 'USD' } })
    await here.ask('profile.savePreferences', { version, changes: { currency: 'GBP' } })
    const shown = await (await again(offline)).ask('profile.read', {})
    expect(shown.preferences.current.currency).toBe('USD')
  })
})

describe('what was typed and not saved', () => {
  it('comes back after a crash', async () => {
    const main = await signedIn()
    const { version } = await personal(main)
    await main.ask('profile.saveDraft', { draft: typed(version) })
    expect((await (await again()).ask('profile.read', {})).draft).toEqual(typed(version))
  })

  it('goes part by part as it is saved', async () => {
    const main = await signedIn()
    const { me, preferences } = await main.ask('profile.read', {})
    const liked = {
      defaultSearchCountry: 'BE',
      servnetStartPage: 'home',
      currency: 'USD',
      alertsByEmail: true,
    }
    const seen = { ...liked, currency: 'EUR' }
    const kept = { version: preferences.version, seen, ...liked }
    await main.ask('profile.saveDraft', { draft: { ...typed(me.version), preferences: kept } })
    const changes = { firstName: 'Marie-' }
    await main.ask('profile.savePersonal', { version: me.version, changes })
    const left = await main.ask('profile.read', {})
    expect(left.draft).toEqual({ ...nothing, preferences: kept })
    await main.ask('profile.savePreferences', {
      version: preferences.version,
      changes: { currency: 'USD' },
    })
    expect((await main.ask('profile.read', {})).draft).toBeNull()
    expect(await documentsOf(marie.username)).not.toContain('profile-draft')
  })

  it('stays after a conflict', async () => {
    const here = await signedIn()
    const elsewhere = startMain({ portalUrl: portal.url, folder: temporaryFolder(stack) })
    stack.defer(elsewhere.services.close)
    await elsewhere.ask('session.signIn', { ...marie, staySignedIn: true })
    const { version } = await personal(here)
    await here.ask('profile.saveDraft', { draft: typed(version) })
    await elsewhere.ask('profile.savePersonal', { version, changes: { lastName: 'Dubois' } })
    await here.ask('profile.savePersonal', { version, changes: { lastName: 'Lambert-' } })
    expect((await here.ask('profile.read', {})).draft).toEqual(typed(version))
  })

  it('is kept, and offered again, where the session ended elsewhere while one typed', async () => {
    const main = await signedIn()
    const { version } = await personal(main)
    portal.later(31 * day)
    const edit = { version, changes: { firstName: 'Marie-' } }
    const result = await main.call('profile.savePersonal', edit)
    expect(result).toEqual({ ok: false, error: { code: 'session_ended' } })
    expect(main.views.at(-1)).toMatchObject({ kind: 'signedOut', reason: 'session_ended' })
    await main.ask('profile.saveDraft', { draft: typed(version) })
    await main.ask('session.signIn', { ...marie, staySignedIn: true })
    expect((await main.ask('profile.read', {})).draft).toEqual(typed(version))
  })

  it('is nobody else’s, and gone after signing out', async () => {
    const main = await signedIn()
    const { version } = await personal(main)
    await main.ask('profile.saveDraft', { draft: typed(version) })
    await main.ask('session.signOut', {})
    const late = await main.call('profile.saveDraft', { draft: typed(version) })
    expect(late).toEqual({ ok: false, error: { code: 'unauthenticated' } })
    await main.ask('session.signIn', { ...marie, staySignedIn: true })
    expect((await main.ask('profile.read', {})).draft).toBeNull()
  })

  it('of another person is not shown', async () => {
    const first = start()
    await first.ask('session.signIn', { ...marie, staySignedIn: false })
    await first.ask('profile.saveDraft', { draft: typed('"one"') })
    const main = await again()
    const jan = { username: 'jan.peeters', password: 'Grote-Portefeuille-2026!' }
    await main.ask('session.signIn', { ...jan, staySignedIn: false })
    expect((await main.ask('profile.read', {})).draft).toBeNull()
    expect(await documentsOf(jan.username)).not.toContain('profile-draft')
    expect(await documentsOf(marie.username)).toContain('profile-draft')
  })
})

it('opens to nobody whose password must be changed first', async () => {
  const main = start()
  await main.ask('session.signIn', { ...expired, staySignedIn: true })
  const result = await main.call('profile.read', {})
  expect(result).toEqual({ ok: false, error: { code: 'password_change_required' } })
})

it('leads to the change of a password that expires while one works', async () => {
  portal.later(180 * day - 60_000)
  const main = await signedIn(portal.fetch)
  portal.later(2 * 60_000)
  const due = { ok: false, error: { code: 'password_change_required' } }
  expect(await main.call('security.questions', {})).toEqual(due)
  expect(main.views.at(-1)?.kind).toBe('passwordChange')
  expect(await main.call('profile.read', {})).toEqual(due)
})
