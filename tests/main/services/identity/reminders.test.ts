import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Fetch } from '../../../../src/main/portal-client/exchange.ts'
import { startMain, type TestMain } from '../../support/main.ts'
import { createMemoryKeychain, type MemoryKeychain } from '../../support/memory-keychain.ts'
import { marie } from '../../support/people.ts'
import { signInAlone, startPortal, type TestPortal } from '../../support/portal.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const day = 24 * 60 * 60_000
/** How long the demonstration's passwords last. */
const lifetime = 180

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

const start = (fetch = portal.fetch) =>
  startMain({ portalUrl: portal.url, folder, keychain, fetch })
const offline: Fetch = async () => {
  throw new Error('net::ERR_INTERNET_DISCONNECTED')
}
async function signedIn(): Promise<TestMain> {
  const main = start()
  await main.ask('session.signIn', { ...marie, staySignedIn: true })
  return main
}
/** So many days before the password expires, by the portal's clock. */
const before = (days: number) => portal.later((lifetime - days) * day)
const days = async (main: TestMain) =>
  (await main.ask('profile.reminders', {})).passwordExpiresInDays
async function away() {
  const main = start(offline)
  await main.ask('app.state', {})
  return main.ask('profile.reminders', {})
}

it('tells of the password in time, and again at the next threshold once put away', async () => {
  expect(await days(await signedIn())).toBeNull()
  before(10)
  const main = await signedIn()
  expect(await days(main)).toBe(10)
  const dismissed = await main.ask('profile.dismissReminder', { reminder: 'passwordExpiry' })
  expect(dismissed.passwordExpiresInDays).toBeNull()
  expect(await days(await signedIn()), 'also after a restart').toBeNull()
  portal.later(4 * day)
  expect(await days(await signedIn())).toBe(6)
})

it('offers the rehearsal when it is due, and again in three months once put away', async () => {
  portal.later(day)
  const main = await signedIn()
  expect((await main.ask('profile.reminders', {})).rehearsalDue).toBe(true)
  const dismissed = await main.ask('profile.dismissReminder', { reminder: 'rehearsal' })
  expect(dismissed.rehearsalDue).toBe(false)
  await expect.poll(() => main.ask('outbox.read', {})).toEqual({ items: [] })
  portal.later(91 * day)
  const later = await signedIn()
  const isDue = async () => (await later.ask('profile.reminders', {})).rehearsalDue
  await expect.poll(isDue).toBe(true)
})

it('tells what it last knew while the portal is away, and nothing where it knows nothing', async () => {
  await start(signInAlone).ask('session.signIn', { ...marie, staySignedIn: true })
  const nothing = { passwordExpiresInDays: null, emailToConfirm: null, unsaved: null }
  expect(await away()).toEqual({ ...nothing, rehearsalDue: false })
  await (await signedIn()).ask('profile.reminders', {})
  expect(await away()).toEqual({ ...nothing, rehearsalDue: true })
})

it('tells where something typed waits to be saved', async () => {
  const main = await signedIn()
  const { me } = await main.ask('profile.read', {})
  const { firstName, lastName, language } = me.current
  const seen = { firstName: firstName ?? '', lastName, language }
  const personal = { ...seen, firstName: 'Marie-Claire', version: me.version, seen }
  await main.ask('profile.saveDraft', { draft: { personal, preferences: null, email: null } })
  expect((await main.ask('profile.reminders', {})).unsaved).toBe('personal')
  await main.ask('profile.saveDraft', { draft: null })
  expect((await main.ask('profile.reminders', {})).unsaved).toBeNull()
})

it('puts a rehearsal off also while the network is away', async () => {
  await signedIn()
  const main = start(offline)
  await main.ask('app.state', {})
  const reminders = await main.ask('profile.dismissReminder', { reminder: 'rehearsal' })
  expect(reminders.rehearsalDue).toBe(false)
  expect((await main.ask('outbox.read', {})).items).toMatchObject([{ state: 'waiting' }])
})

it('has nothing to say to nobody', async () => {
  const result = await start().call('profile.reminders', {})
  expect(result).toEqual({ ok: false, error: { code: 'unauthenticated' } })
})
