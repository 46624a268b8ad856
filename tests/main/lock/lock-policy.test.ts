/** What an administrator demands of the lock, kept by main whatever a page asks for. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { freeLock, type LockPolicy } from '../../../src/shared/contract/offline/lock.ts'
import { lockNow, lockPassword, startLocking, type Locking } from '../support/locking.ts'
import { marie } from '../support/people.ts'

let stack: AsyncDisposableStack
let here: Locking

beforeEach(async () => {
  stack = new AsyncDisposableStack()
  here = await startLocking(stack)
})
afterEach(() => stack.disposeAsync())

const under = (policy: Partial<LockPolicy>): LockPolicy => ({ ...freeLock, ...policy })
const own = { kind: 'on', by: 'own', password: lockPassword, current: null } as const
const required = under({ required: true })
const managed = { ok: false, error: { code: 'lock_managed' } }
const first = { ok: false, error: { code: 'lock_required' } }

describe('a lock that is required', () => {
  it('is set before anything of the portal or of what is kept is shown', async () => {
    const main = here.start(undefined, required)
    await main.ask('session.signIn', { ...marie, staySignedIn: true })
    expect(main.views.map(({ kind }) => kind)).not.toContain('ready')
    expect((await main.ask('app.state', {})).session.kind).toBe('lockSetup')
    expect(await main.call('servnet.home', {})).toEqual(first)
    expect(await main.call('profile.read', {})).toEqual(first)
    expect(await main.call('profile.cancelEmail', {})).toEqual(first)
    expect(await main.call('security.sessions', { cursor: null })).toEqual(first)
    expect(await main.call('outbox.sendNow', {})).toEqual(first)

    await main.ask('lock.configure', { ...own, idleMinutes: 15 })
    expect(main.views.at(-1)?.kind).toBe('ready')
    await main.ask('servnet.home', {})
  })

  it('cannot be turned off, and is found set after the next start', async () => {
    const main = await here.withLock()
    const next = await here.again(main, undefined, required)
    expect((await next.ask('app.state', {})).session.kind).toBe('locked')
    expect((await next.ask('lock.unlock', { password: lockPassword })).kind).toBe('ready')
    expect(next.views.map(({ kind }) => kind)).not.toContain('lockSetup')
    expect(await next.call('lock.configure', { kind: 'off', current: lockPassword })).toEqual(
      managed,
    )
  })

  it('is asked for at the next start of who had none before it was required', async () => {
    const main = here.start()
    await main.ask('session.signIn', { ...marie, staySignedIn: true })
    const next = await here.again(main, undefined, required)
    expect((await next.ask('app.state', {})).session.kind).toBe('lockSetup')
    expect(await next.call('servnet.home', {})).toEqual(first)
  })

  it('lets who cannot set one leave', async () => {
    here.keychain.fail('keychain_absent')
    const main = here.start(undefined, required)
    await main.ask('session.signIn', { ...marie, staySignedIn: true })
    expect(await main.ask('lock.read', {})).toMatchObject({ available: false })
    expect((await main.ask('session.signOut', {})).kind).toBe('signedOut')
  })
})

describe('the time after which it locks by itself', () => {
  it('is not chosen longer than allowed', async () => {
    const main = here.start(undefined, under({ longestIdleMinutes: 20 }))
    await main.ask('session.signIn', { ...marie, staySignedIn: true })
    expect(await main.call('lock.configure', { ...own, idleMinutes: 30 })).toEqual(managed)
    await main.ask('lock.configure', { ...own, idleMinutes: 15 })
    expect(await main.call('lock.configure', { kind: 'idle', idleMinutes: 60 })).toEqual(managed)
  })

  it.each([
    [5, 5],
    [10, 5],
    [15, 15],
    [59, 15],
    [1_440, 15],
  ])('is shortened where one from before is longer than %i minutes', async (longest, minutes) => {
    const main = await here.withLock()
    const policy = under({ longestIdleMinutes: longest })
    const next = await here.again(main, undefined, policy)
    await next.ask('app.state', {})
    await next.ask('lock.unlock', { password: lockPassword })
    expect((await next.ask('lock.read', {})).lock).toMatchObject({ idleMinutes: minutes })
    expect(next.services.lock.idleMinutes()).toBe(minutes)
  })
})

describe('the password that locks it', () => {
  it('is of the kind that is allowed', async () => {
    const main = here.start(undefined, under({ password: 'portal' }))
    await main.ask('session.signIn', { ...marie, staySignedIn: true })
    expect(await main.call('lock.configure', { ...own, idleMinutes: 15 })).toEqual(managed)
    const portal = { ...own, by: 'portal', password: marie.password, idleMinutes: 15 } as const
    expect(await main.ask('lock.configure', portal)).toMatchObject({ lock: { password: 'portal' } })
  })

  it('is asked for anew of who has one of another kind, and nothing kept is lost', async () => {
    const main = await here.withLock()
    const next = await here.again(main, undefined, under({ password: 'portal' }))
    await next.ask('app.state', {})
    const view = await next.ask('lock.unlock', { password: lockPassword })
    expect(view.kind).toBe('lockSetup')
    const portal = { ...own, by: 'portal', password: marie.password, idleMinutes: 15 } as const
    await next.ask('lock.configure', { ...portal, current: lockPassword })
    expect(next.views.at(-1)?.kind).toBe('ready')
    await lockNow(next)
    expect((await next.ask('lock.unlock', { password: marie.password })).kind).toBe('ready')
  })
})
