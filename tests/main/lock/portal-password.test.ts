/** A lock by the portal's password, which may be changed here or elsewhere; and who has forgotten theirs. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lockNow, lockPassword, offline, startLocking, type Locking } from '../support/locking.ts'
import type { TestMain } from '../support/main.ts'
import { marie } from '../support/people.ts'

const newPassword = 'Route-De-Nuit-2026!'

let stack: AsyncDisposableStack
let here: Locking

beforeEach(async () => {
  stack = new AsyncDisposableStack()
  here = await startLocking(stack)
})
afterEach(() => stack.disposeAsync())

async function withPortalLock(): Promise<TestMain> {
  const main = here.start()
  await main.ask('session.signIn', { ...marie, staySignedIn: true })
  await main.ask('lock.configure', byPortal(marie.password))
  return main
}

const byPortal = (password: string) =>
  ({ kind: 'on', by: 'portal', password, current: null, idleMinutes: 15 }) as const

describe('the password of the portal', () => {
  it('is checked there before it locks anything', async () => {
    const main = here.start()
    await main.ask('session.signIn', { ...marie, staySignedIn: true })
    const result = await main.call('lock.configure', byPortal('Pas-Celui-Ci-2026!'))
    expect(result.ok).toBe(false)
    expect((await main.ask('lock.read', {})).lock).toEqual({ kind: 'off' })
  })

  it('opens without a network', async () => {
    const main = await here.again(await withPortalLock(), offline)
    await main.ask('app.state', {})
    expect((await main.ask('lock.unlock', { password: marie.password })).kind).toBe('ready')
  })

  it('is followed where it is changed here', async () => {
    const main = await withPortalLock()
    await main.ask('security.changePassword', { currentPassword: marie.password, newPassword })
    await lockNow(main)
    const former = await main.call('lock.unlock', { password: marie.password })
    expect(former).toMatchObject({ error: { code: 'lock_password_wrong' } })
    expect((await main.ask('lock.unlock', { password: newPassword })).kind).toBe('ready')
  })

  it('changed elsewhere: signing in with the new one asks for the former once', async () => {
    const first = await withPortalLock()
    await lockNow(first)
    const other = await here.elsewhere()
    const change = { currentPassword: marie.password, newPassword }
    await other.ask('security.changePassword', change)
    const view = await first.ask('lock.signIn', { password: newPassword })
    expect(view).toMatchObject({ kind: 'locked', password: 'former', signedIn: true })
    expect((await first.ask('lock.unlock', { password: marie.password })).kind).toBe('ready')
    await lockNow(first)
    expect((await first.ask('lock.unlock', { password: newPassword })).kind).toBe('ready')
  })
})

describe('a password that is forgotten', () => {
  it('is given up only after signing in, and what it locked goes', async () => {
    const main = await here.withLock()
    await lockNow(main)
    const early = await main.call('lock.abandon', {})
    expect(early).toEqual({ ok: false, error: { code: 'invalid_state' } })
    const wrong = await main.call('lock.signIn', { password: 'Pas-Celui-Ci-2026!' })
    expect(wrong).toMatchObject({ error: { code: 'invalid_credentials' } })
    const view = await main.ask('lock.signIn', { password: marie.password })
    expect(view).toMatchObject({ kind: 'locked', password: 'own', signedIn: true })
    expect((await main.ask('lock.abandon', {})).kind).toBe('ready')
    expect((await main.ask('lock.read', {})).lock).toEqual({ kind: 'off' })
    const again = await here.again(main)
    expect((await again.ask('app.state', {})).session.kind).toBe('ready')
  })

  it('need not be given up: it may come back to mind', async () => {
    const main = await here.withLock()
    await lockNow(main)
    await main.ask('lock.signIn', { password: marie.password })
    expect((await main.ask('lock.unlock', { password: lockPassword })).kind).toBe('ready')
  })

  it('cannot be got around without a network', async () => {
    const main = await here.again(await here.withLock(), offline)
    await main.ask('app.state', {})
    const result = await main.call('lock.signIn', { password: marie.password })
    expect(result).toMatchObject({ error: { code: 'network_offline' } })
    expect(main.services.session.view()).toMatchObject({ kind: 'locked', signedIn: false })
  })
})
