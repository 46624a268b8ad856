/** The lock through the front door: main behind the router, the portal's own sessions, a store on disk. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  lockNow,
  lockPassword,
  offline,
  startLocking,
  turnOn,
  type Locking,
} from '../support/locking.ts'
import { jan, marie } from '../support/people.ts'

let stack: AsyncDisposableStack
let here: Locking

beforeEach(async () => {
  stack = new AsyncDisposableStack()
  here = await startLocking(stack)
})
afterEach(() => stack.disposeAsync())

const sessionEntry = () => here.keychain.entries.get('session') ?? ''

describe('what is set', () => {
  it('is off at first, and can be turned on where there is a keychain', async () => {
    const main = here.start()
    await main.ask('session.signIn', { ...marie, staySignedIn: true })
    expect(await main.ask('lock.read', {})).toEqual({ lock: { kind: 'off' }, available: true })
    expect(await turnOn(main)).toEqual({
      lock: { kind: 'on', password: 'own', idleMinutes: 15 },
      available: true,
    })
    const state = await main.ask('lock.configure', { kind: 'idle', idleMinutes: 5 })
    expect(state.lock).toMatchObject({ idleMinutes: 5 })
  })

  it('cannot be turned on without a keychain, and that is said', async () => {
    here.keychain.fail('keychain_absent')
    const main = here.start()
    await main.ask('session.signIn', { ...marie, staySignedIn: true })
    expect(await main.ask('lock.read', {})).toEqual({ lock: { kind: 'off' }, available: false })
    const input = {
      kind: 'on',
      by: 'own',
      password: lockPassword,
      current: null,
      idleMinutes: 15,
    } as const
    const refused = { ok: false, error: { code: 'lock_unavailable' } }
    expect(await main.call('lock.configure', input)).toEqual(refused)
    expect((await main.ask('lock.lock', {})).kind).toBe('ready')
  })

  it.each(['rivière', '20261129', 'abababab', 'Marie.Lambert!'])(
    'takes no password that is easy to guess (%s)',
    async (weak) => {
      const main = here.start()
      await main.ask('session.signIn', { ...marie, staySignedIn: true })
      const input = {
        kind: 'on',
        by: 'own',
        password: weak,
        current: null,
        idleMinutes: 15,
      } as const
      const result = await main.call('lock.configure', input)
      expect(result).toMatchObject({
        ok: false,
        error: { code: 'invalid_request', fields: [{ field: 'password' }] },
      })
    },
  )

  it('is changed and turned off only with the present password', async () => {
    const main = await here.withLock()
    const other = { kind: 'on', by: 'own', password: 'une autre phrase', idleMinutes: 30 } as const
    const wrong = { ok: false, error: { code: 'lock_password_wrong' } }
    expect(await main.call('lock.configure', { ...other, current: null })).toEqual(wrong)
    expect(await main.call('lock.configure', { ...other, current: 'not this' })).toEqual(wrong)
    expect(await main.call('lock.configure', { kind: 'off', current: 'not this' })).toEqual(wrong)
    await main.ask('lock.configure', { ...other, current: lockPassword })
    await lockNow(main)
    expect(await main.call('lock.unlock', { password: lockPassword })).toMatchObject(wrong)
    expect((await main.ask('lock.unlock', { password: other.password })).kind).toBe('ready')
    const off = await main.ask('lock.configure', { kind: 'off', current: other.password })
    expect(off.lock).toEqual({ kind: 'off' })
    expect((await main.ask('lock.lock', {})).kind).toBe('ready')
    expect((await (await here.again(main)).ask('app.state', {})).session.kind).toBe('ready')
  })
})

describe('locking', () => {
  it('covers the window before anything else, and shows nothing of the person', async () => {
    const main = await here.withLock()
    expect(main.services.lock.lock()).toBe(true)
    expect(here.covering).toEqual(['hide'])
    const view = main.services.session.view()
    expect(view).toEqual({
      kind: 'locked',
      user: { username: 'marie.lambert', displayName: 'Marie Lambert', language: 'fr' },
      reason: 'lock',
      password: 'own',
      waitsUntil: null,
      signedIn: false,
      waiting: 0,
    })
    expect(main.views.at(-1)).toEqual(view)
    await main.ask('lock.shown', {})
    expect(here.covering).toEqual(['hide', 'show'])
    await main.services.lock.settled()
    await main.ask('lock.unlock', { password: lockPassword })
    expect(here.covering).toEqual(['hide', 'show', 'lift'])
  })

  it('refuses everything that is the person’s, and says why', async () => {
    const main = await here.withLock()
    await main.ask('profile.read', {})
    await lockNow(main)
    const locked = { ok: false, error: { code: 'app_locked' } }
    expect(await main.call('profile.read', {})).toEqual(locked)
    expect(await main.call('servnet.home', {})).toEqual(locked)
    expect(await main.call('security.sessions', { cursor: null })).toEqual(locked)
    expect(await main.call('lock.read', {})).toEqual(locked)
    expect(await main.call('lock.configure', { kind: 'off', current: lockPassword })).toEqual(
      locked,
    )
  })

  it('is no way for a passer-by to read or destroy what waits', async () => {
    const before = await here.withLock()
    const { preferences } = await before.ask('profile.read', {})
    const main = await here.again(before, offline)
    await main.ask('app.state', {})
    await main.ask('lock.unlock', { password: lockPassword })
    const edit = { version: preferences.version, changes: { currency: 'USD' as const } }
    await main.ask('profile.savePreferences', edit)
    await lockNow(main)
    const locked = { ok: false, error: { code: 'app_locked' } }
    expect(await main.call('session.signOut', { discardEdits: true })).toEqual(locked)
    expect(await main.ask('outbox.read', {})).toEqual({ items: [] })
    expect(await main.call('outbox.export', {})).toMatchObject({ ok: false })
    expect(await main.call('security.events', { cursor: null })).toEqual(locked)

    await main.ask('lock.unlock', { password: lockPassword })
    expect((await main.ask('outbox.read', {})).items).toMatchObject([{ edit }])
  })

  it('keeps what is being typed as it locks', async () => {
    const main = await here.withLock()
    const { me } = await main.ask('profile.read', {})
    const seen = { firstName: 'Marie', lastName: 'Lambert', language: 'fr' }
    const personal = { ...seen, firstName: 'Marie-An', version: me.version, seen }
    main.services.lock.lock()
    // The page that goes sends it, then the lock's page says that it is there.
    await main.ask('profile.saveDraft', { draft: { personal, preferences: null, email: null } })
    await main.ask('lock.shown', {})
    await main.ask('lock.unlock', { password: lockPassword })
    expect((await main.ask('profile.read', {})).draft?.personal).toMatchObject({
      firstName: 'Marie-An',
    })
  })

  it('locks a page that does not answer, too', async () => {
    const main = await here.withLock()
    main.services.lock.lock()
    await main.services.lock.settled()
    expect(await main.call('servnet.home', {})).toMatchObject({ error: { code: 'app_locked' } })
    expect((await main.ask('lock.unlock', { password: lockPassword })).kind).toBe('ready')
  })

  it('has the tokens and the store’s key where only the password leads', async () => {
    const main = here.start()
    await main.ask('session.signIn', { ...marie, staySignedIn: true })
    const token = z.object({ refreshToken: z.string() }).parse(JSON.parse(sessionEntry()))
    const key = /"key":"([\w-]+)"/u.exec(here.everyEntry())?.[1] ?? 'no key'
    await turnOn(main)
    for (const secret of [token.refreshToken, key, lockPassword]) {
      expect(here.everyEntry()).not.toContain(secret)
    }
    expect(JSON.parse(sessionEntry())).toEqual({
      kind: 'locked',
      user: { username: 'marie.lambert', displayName: 'Marie Lambert', language: 'fr' },
    })
    expect(main.logged.join('\n')).not.toContain(lockPassword)
  })

  it('stays out of the keychain with the tokens that follow', async () => {
    const main = await here.withLock()
    const tokens = /refreshToken/u
    await main.services.session.refresh()
    expect(here.everyEntry()).not.toMatch(tokens)
    await lockNow(main)
    await main.ask('lock.unlock', { password: lockPassword })
    await main.services.session.refresh()
    expect(here.everyEntry()).not.toMatch(tokens)
  })

  it('leaves its owner’s things locked while another person works', async () => {
    const main = await here.withLock()
    await lockNow(main)
    const view = await main.ask('lock.leave', {})
    expect(view).toEqual({ kind: 'signedOut', username: null, reason: 'none' })
    await main.ask('session.signIn', { ...jan, staySignedIn: true })
    expect((await main.ask('lock.read', {})).lock).toEqual({ kind: 'off' })
    // Signing in again asks for the lock too.
    await main.ask('session.signIn', { ...marie, staySignedIn: true })
    expect(main.services.session.view()).toMatchObject({ kind: 'locked', signedIn: true })
    expect((await main.ask('lock.unlock', { password: lockPassword })).kind).toBe('ready')
  })
})

describe('a start', () => {
  it('opens locked, and goes on after the password, without a network too', async () => {
    const first = await here.withLock()
    await first.ask('profile.read', {})
    const main = await here.again(first, offline)
    expect(main.settings.values().lastSession).toBe('locked')
    expect((await main.ask('app.state', {})).session).toMatchObject({
      kind: 'locked',
      reason: 'lock',
    })
    expect(await main.call('profile.read', {})).toMatchObject({ error: { code: 'app_locked' } })
    expect((await main.ask('lock.unlock', { password: lockPassword })).kind).toBe('ready')
    const shown = await main.ask('profile.read', {})
    expect(shown.me.current.lastName).toBe('Lambert')
  })

  it('goes on with the session of before, which is no second one', async () => {
    const main = await here.again(await here.withLock())
    await main.ask('app.state', {})
    await main.ask('lock.unlock', { password: lockPassword })
    expect((await main.ask('security.sessions', { cursor: null })).page.items).toHaveLength(1)
  })
})
