/** What is saved while the portal cannot answer: it waits here, shows, and gets there once. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Fetch } from '../../../../src/main/portal-client/exchange.ts'
import { hostFetch, startMain, type TestMain } from '../../support/main.ts'
import { createMemoryKeychain, type MemoryKeychain } from '../../support/memory-keychain.ts'
import { jan, marie } from '../../support/people.ts'
import { startPortal, type TestPortal } from '../../support/portal.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

let stack: AsyncDisposableStack
let portal: TestPortal
let folder: string
let keychain: MemoryKeychain
/** The network between the app and the portal. */
let network: 'up' | 'down' | 'loses answers'
let patches: number

beforeEach(async () => {
  stack = new AsyncDisposableStack()
  portal = await startPortal(stack)
  folder = temporaryFolder(stack)
  keychain = createMemoryKeychain()
  network = 'up'
  patches = 0
})
afterEach(() => stack.disposeAsync())

const fetch: Fetch = async (url, init) => {
  if (network === 'down') throw new Error('net::ERR_INTERNET_DISCONNECTED')
  const response = await hostFetch(url, init)
  if (init.method === 'PATCH') patches += 1
  if (network === 'loses answers') throw new Error('net::ERR_CONNECTION_RESET')
  return response
}

/** The next start of the app, in the same profile folder. */
async function start(): Promise<TestMain> {
  const main = startMain({ portalUrl: portal.url, folder, keychain, fetch })
  stack.defer(main.services.close)
  await main.ask('app.state', {})
  return main
}
async function signedIn(person: { username: string; password: string } = marie): Promise<TestMain> {
  const main = await start()
  await main.ask('session.signIn', { ...person, staySignedIn: true })
  // What is edited later must have been seen.
  await main.ask('profile.read', {})
  await main.ask('servnet.home', {})
  await main.ask('servnet.alerts', { cursor: null })
  return main
}
/** The same person, on another computer. */
async function elsewhere(): Promise<TestMain> {
  const main = startMain({ portalUrl: portal.url, folder: temporaryFolder(stack) })
  stack.defer(main.services.close)
  await main.ask('session.signIn', { ...marie, staySignedIn: true })
  return main
}
const me = (main: TestMain) => main.ask('profile.read', {}).then((profile) => profile.me)
async function save(main: TestMain, changes: { firstName?: string; lastName?: string }) {
  const { version } = await me(main)
  return main.ask('profile.savePersonal', { version, changes })
}
const waiting = (main: TestMain) => main.ask('outbox.read', {}).then(({ items }) => items)
const settled = (main: TestMain) => expect.poll(() => waiting(main)).toEqual([])

describe('an edit of the profile', () => {
  it.each(['Dubois', ''])('goes again after the answer was lost, once (%s)', async (firstName) => {
    const main = await signedIn()
    network = 'loses answers'
    const first = await save(main, { firstName })
    expect(first).toMatchObject({ kind: 'pending', current: { firstName: firstName || null } })
    network = 'up'
    expect(await main.ask('outbox.sendNow', {})).toEqual({ items: [] })
    expect((await me(await elsewhere())).current.firstName).toBe(firstName || null)
    const user = { displayName: `${firstName} Lambert`.trim() }
    await expect.poll(() => main.views.at(-1)).toMatchObject({ user })
  })

  it('waits while the network is away, over a restart, and shows all the same', async () => {
    const main = await signedIn()
    network = 'down'
    const { version } = await me(main)
    const draft = { firstName: 'Marie-', lastName: 'Lambert', language: 'fr' }
    const seen = { firstName: 'Marie', lastName: 'Lambert', language: 'fr' }
    const typed = { personal: { ...draft, version, seen }, preferences: null, email: null }
    await main.ask('profile.saveDraft', { draft: typed })
    const saved = await save(main, { firstName: 'Marie-' })
    expect(saved).toMatchObject({ kind: 'pending', current: { firstName: 'Marie-' } })
    await main.services.close()
    const later = await start()
    const shown = await later.ask('profile.read', {})
    expect(shown.me.current.firstName).toBe('Marie-')
    expect(shown.draft).toBeNull()
    expect(patches).toBe(0)
    network = 'up'
    await later.ask('status.check', {})
    await settled(later)
    expect(patches).toBe(1)
    expect((await me(await elsewhere())).current.firstName).toBe('Marie-')
  })

  it('joins what was changed elsewhere meanwhile, and asks where it is the same field', async () => {
    const main = await signedIn()
    network = 'down'
    await save(main, { firstName: 'Marie-' })
    const other = await elsewhere()
    await save(other, { lastName: 'Dubois' })
    network = 'up'
    await main.ask('outbox.sendNow', {})
    const both = { firstName: 'Marie-', lastName: 'Dubois' }
    await expect.poll(() => me(main)).toMatchObject({ current: both })
    network = 'down'
    await save(main, { firstName: 'Anne' })
    await save(await elsewhere(), { firstName: 'Claire' })
    network = 'up'
    const { items } = await main.ask('outbox.sendNow', {})
    expect(items).toMatchObject([{ state: 'conflict', theirs: { firstName: 'Claire' } }])
    expect(await main.ask('status.read', {})).toMatchObject({ needsAttention: 1 })
    await main.ask('outbox.resolve', { id: items[0]?.id ?? '', theirs: [] })
    await settled(main)
    expect((await me(await elsewhere())).current.firstName).toBe('Anne')
  })
})

describe('a mark', () => {
  it('is answered at once, shows in the lists, and gets to the portal', async () => {
    const main = await signedIn()
    network = 'down'
    const { home } = await main.ask('servnet.home', {})
    const [alert] = home.alerts
    const id = alert?.id ?? ''
    await main.ask('servnet.setAlertHandled', { id, handled: true })
    const { page } = await main.ask('servnet.alerts', { cursor: null })
    expect(page.items.find((one) => one.id === id)?.handled).toBe(true)
    const shown = await main.ask('servnet.home', {})
    expect(shown.home.counts.alerts.unhandled).toBe(home.counts.alerts.unhandled - 1)
    expect(await waiting(main)).toMatchObject([{ subject: alert?.buyer, state: 'waiting' }])
    network = 'up'
    expect(await main.ask('outbox.sendNow', {})).toEqual({ items: [] })
    const { alert: there } = await (await elsewhere()).ask('servnet.alert', { id })
    expect(there.handled).toBe(true)
  })
})

describe('what waits', () => {
  it('is written to a file that the person chooses, in words', async () => {
    const path = join(folder, 'mine.txt')
    const askWhereToSave = async () => path
    const main = startMain({ portalUrl: portal.url, folder, keychain, fetch, askWhereToSave })
    stack.defer(main.services.close)
    await main.ask('session.signIn', { ...marie, staySignedIn: true })
    await me(main)
    network = 'down'
    await save(main, { firstName: 'Marie-' })
    const exported = await main.ask('outbox.export', {})
    expect(exported).toEqual({ kind: 'saved', fileName: 'mine.txt' })
    const text = readFileSync(path, 'utf8')
    expect(text).toContain('Nom et langue')
    expect(text).toContain('firstName: "Marie" → "Marie-"')
    expect(text).toMatch(/En attente/)
  })
})

describe('signing out', () => {
  it('asks first where edits wait, also without a network, and then loses them', async () => {
    const main = await signedIn()
    network = 'down'
    await save(main, { firstName: 'Marie-' })
    const asked = await main.call('session.signOut', {})
    const params = { count: 1 }
    expect(asked).toEqual({ ok: false, error: { code: 'edits_waiting', params } })
    expect(main.views.at(-1)?.kind).toBe('ready')
    await main.ask('session.signOut', { discardEdits: true })
    network = 'up'
    const again = await signedIn()
    expect(await waiting(again)).toEqual([])
    expect((await me(again)).current.firstName).toBe('Marie')
  })
})

describe('somebody else', () => {
  it('neither sees nor sends what waits, and its person does on their return', async () => {
    const main = await signedIn()
    network = 'down'
    await save(main, { firstName: 'Marie-' })
    await main.services.close()
    network = 'up'
    // Her session is over: nobody is signed in when the other comes.
    portal.later(31 * 86_400_000)
    const other = await signedIn(jan)
    expect(await waiting(other)).toEqual([])
    await other.ask('session.signOut', {})
    expect(patches).toBe(0)
    const back = await signedIn()
    await settled(back)
    expect((await me(back)).current.firstName).toBe('Marie-')
  })
})
