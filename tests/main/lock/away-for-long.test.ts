/** The portal unreached for longer than it allows, clocks that are wrong, sleep, sessions ended elsewhere. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Fetch } from '../../../src/main/portal-client/exchange.ts'
import { lockNow, lockPassword, offline, startLocking, type Locking } from '../support/locking.ts'
import type { TestMain } from '../support/main.ts'
import { marie } from '../support/people.ts'
import { storedAnswers, storedDocuments } from '../support/stored.ts'

const hour = 3_600_000

let stack: AsyncDisposableStack
let here: Locking

beforeEach(async () => {
  stack = new AsyncDisposableStack()
  here = await startLocking(stack)
})
afterEach(() => stack.disposeAsync())

async function signedIn(fetch?: Fetch): Promise<TestMain> {
  const main = here.start(fetch)
  await main.ask('session.signIn', { ...marie, staySignedIn: true })
  await main.ask('profile.read', {})
  // What is still on its way would be answered by another clock.
  await expect.poll(async () => (await main.ask('status.read', {})).syncedAt).not.toBeNull()
  await expect.poll(async () => (await main.ask('status.read', {})).syncing).toBe(false)
  return main
}

describe('the lease', () => {
  it('shows what is kept until it is over, and opens by itself once the portal answers', async () => {
    const first = await signedIn()
    here.setAhead(71 * hour)
    const within = await here.again(first, offline)
    expect((await within.ask('app.state', {})).session.kind).toBe('ready')
    here.setAhead(73 * hour)
    const over = await here.again(within, offline)
    const { session } = await over.ask('app.state', {})
    expect(session).toMatchObject({ kind: 'locked', reason: 'lease', password: null })
    expect(await over.call('profile.read', {})).toEqual({
      ok: false,
      error: { code: 'lease_over' },
    })
    expect(await over.call('lock.reach', {})).toMatchObject({ error: { code: 'network_offline' } })
    const back = await here.again(over)
    await back.ask('app.state', {})
    expect((await back.ask('lock.reach', {})).kind).toBe('ready')
    expect((await back.ask('profile.read', {})).me.current.lastName).toBe('Lambert')
  })

  it('is looked at while the app runs, too, and asks the portal first', async () => {
    let isOffline = false
    const network: Fetch = (...call) => (isOffline ? offline(...call) : here.portal.fetch(...call))
    const main = await signedIn(network)
    here.setAhead(73 * hour)
    await main.services.lock.checkLease()
    expect(main.services.session.view().kind).toBe('ready')
    isOffline = true
    here.setAhead(150 * hour)
    await main.services.lock.checkLease()
    expect(main.services.session.view()).toMatchObject({ kind: 'locked', reason: 'lease' })
  })

  it('notices a clock that was set back, and says so', async () => {
    here.setAhead(48 * hour)
    const first = await signedIn()
    here.setAhead(0)
    const main = await here.again(first, offline)
    const { session } = await main.ask('app.state', {})
    expect(session).toMatchObject({ kind: 'locked', reason: 'clock' })
    expect(await main.call('servnet.home', {})).toEqual({
      ok: false,
      error: { code: 'clock_set_back' },
    })
  })

  it.each([-2, 2])('accuses nobody whose clock is %d hours off', async (hours) => {
    const first = await here.withLock()
    await first.ask('profile.read', {})
    here.setAhead(hours * hour)
    const main = await here.again(first, offline)
    await main.ask('app.state', {})
    expect((await main.ask('lock.unlock', { password: lockPassword })).kind).toBe('ready')
    expect((await main.ask('profile.read', {})).me.current.lastName).toBe('Lambert')
  })

  it('stands behind the password, where there is one', async () => {
    const first = await here.withLock()
    here.setAhead(73 * hour)
    const main = await here.again(first, offline)
    const { session } = await main.ask('app.state', {})
    expect(session).toMatchObject({ kind: 'locked', reason: 'lock' })
    const view = await main.ask('lock.unlock', { password: lockPassword })
    expect(view).toMatchObject({ kind: 'locked', reason: 'lease' })
  })
})

describe('waking from sleep', () => {
  it.each([
    ['before the token’s end', 5 / 60, 0],
    ['after it', 1, 1],
    ['long after it', 20, 1],
  ])('%s asks for %d hours later as often as it must', async (_, hours, refreshes) => {
    const asked: string[] = []
    const main = await signedIn((url, init) => {
      asked.push(new URL(url).pathname)
      return here.portal.fetch(url, init)
    })
    asked.length = 0
    here.portal.later(hours * hour)
    // All that a page shows is asked for at once.
    const names = ['security.sessions', 'security.events'] as const
    await Promise.all([
      ...names.map((name) => main.call(name, { cursor: null })),
      main.call('security.questions', {}),
      main.call('security.questions', {}),
    ])
    await main.services.session.settled()
    expect(asked.filter((path) => path === '/v1/sessions/refresh')).toHaveLength(refreshes)
    expect(main.services.session.view().kind).toBe('ready')
  })

  it('without its network yet signs nobody out', async () => {
    let isOffline = false
    const network: Fetch = (...call) => (isOffline ? offline(...call) : here.portal.fetch(...call))
    const main = await signedIn(network)
    here.portal.later(20 * hour)
    isOffline = true
    const result = await main.call('security.questions', {})
    expect(result).toMatchObject({ error: { code: 'network_offline' } })
    expect(main.services.session.view().kind).toBe('ready')
    isOffline = false
    expect(await main.services.session.refresh()).toMatchObject({ ok: true })
  })
})

describe('a session that was ended elsewhere', () => {
  it('is over here at the next call: what the portal gave goes, what was typed stays', async () => {
    const main = await signedIn()
    const { me } = await main.ask('profile.read', {})
    const seen = { firstName: 'Marie', lastName: 'Lambert', language: 'fr' }
    const personal = { ...seen, firstName: 'Marie-An', version: me.version, seen }
    await main.ask('profile.saveDraft', { draft: { personal, preferences: null, email: null } })
    await (await here.elsewhere()).ask('security.endOtherSessions', {})
    await main.services.session.refresh()
    expect(main.services.session.view()).toEqual({
      kind: 'signedOut',
      username: 'marie.lambert',
      reason: 'session_ended',
    })
    await main.services.close()
    const kept = await storedDocuments(here.folder, here.keychain)
    expect(kept.get('marie.lambert')).toEqual(['profile-draft'])
    expect(await storedAnswers(here.folder, here.keychain)).toEqual([])
    const again = here.start()
    await again.ask('session.signIn', { ...marie, staySignedIn: true })
    expect((await again.ask('profile.read', {})).draft?.personal).toMatchObject({
      firstName: 'Marie-An',
    })
  })

  it('while locked is found out after unlocking', async () => {
    const main = await here.withLock()
    await lockNow(main)
    await (await here.elsewhere()).ask('security.endOtherSessions', {})
    await main.ask('lock.unlock', { password: lockPassword })
    await main.services.session.refresh()
    expect(main.services.session.view()).toMatchObject({ reason: 'session_ended' })
  })
})
