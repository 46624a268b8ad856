/** A profile folder that an earlier version left opens, and nothing of it is lost. */
import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Fetch } from '../../src/main/portal-client/exchange.ts'
import { startMain, type TestMain } from './support/main.ts'
import { createMemoryKeychain } from './support/memory-keychain.ts'
import { temporaryFolder } from './support/temporary-folder.ts'

const fixtures = join(import.meta.dirname, 'fixtures', 'profile-2026-11')
const keychainSchema = z.strictObject({ session: z.string(), 'store-key': z.string() })

let stack: AsyncDisposableStack
let urls: string[]
beforeEach(() => {
  stack = new AsyncDisposableStack()
  urls = []
})
afterEach(() => stack.disposeAsync())

/** The portal is away: all that is shown comes from the folder. */
const offline: Fetch = async (url) => {
  urls.push(url)
  throw new Error('net::ERR_INTERNET_DISCONNECTED')
}

/** Starts the app on a copy of what it left on `person`'s computer. */
function startOn(person: 'marie.lambert' | 'nouveau.client'): TestMain {
  const folder = temporaryFolder(stack)
  cpSync(join(fixtures, person), folder, { recursive: true })
  const kept = keychainSchema.parse(JSON.parse(readFileSync(join(folder, 'keychain.json'), 'utf8')))
  const keychain = createMemoryKeychain()
  keychain.entries.set('session', kept.session).set('store-key', kept['store-key'])
  const main = startMain({ portalUrl: 'https://portal.example/', folder, keychain, fetch: offline })
  stack.defer(main.services.close)
  return main
}

describe('the folder of who was signed in', () => {
  it('opens on the person, in the language and with the window that they chose', async () => {
    const main = startOn('marie.lambert')
    expect(main.settings.values()).toMatchObject({
      lastSession: 'ready',
      window: { width: 1240, height: 860, maximized: true },
    })
    expect(await main.ask('app.state', {})).toMatchObject({
      language: 'nl',
      service: 'servnet',
      canStaySignedIn: true,
      notices: [],
      session: { kind: 'ready', user: { username: 'marie.lambert', displayName: 'Marie Lambert' } },
    })
  })

  it('has the last answers', async () => {
    const main = startOn('marie.lambert')
    await main.ask('app.state', {})
    const { home, freshness } = await main.ask('servnet.home', {})
    expect(freshness.stale).toBe(true)
    expect(JSON.stringify(home)).toContain('Glaces du Condroz SA')
    expect((await main.ask('portal.meta', {})).services).toHaveLength(4)
    expect(await main.ask('portal.passwordPolicy', {})).toMatchObject({ minLength: 12 })
  })

  it('has the profile, and what was typed in it', async () => {
    const main = startOn('marie.lambert')
    await main.ask('app.state', {})
    const { me, preferences, draft } = await main.ask('profile.read', {})
    expect(me.current).toMatchObject({ firstName: 'Marie', lastName: 'Lambert' })
    expect(preferences.current.currency).toBe('EUR')
    expect(draft).toMatchObject({
      personal: { firstName: 'Marie-Claire', language: 'nl', version: me.version },
      preferences: { defaultSearchCountry: 'LU', version: preferences.version },
      email: { email: 'm.lambert@dedert-icesticks.example', emailConfirmation: 'm.lambert@' },
    })
    expect(await main.ask('profile.reminders', {})).toMatchObject({ unsaved: 'personal' })
  })
})

describe('the folder of who was enrolling', () => {
  it('opens at their step, with what was typed', async () => {
    const main = startOn('nouveau.client')
    const { session } = await main.ask('app.state', {})
    expect(session).toMatchObject({ kind: 'enrolment', user: { username: 'nouveau.client' } })
    expect(await main.ask('enrolment.read', {})).toMatchObject({
      state: 'personalData',
      draft: {
        questionIds: ['favourite-city', 'first-pet', 'first-school'],
        email: 'nouveau.client@exam',
        firstName: 'Noé',
        lastName: 'Client',
        language: 'de',
        alertsByEmail: false,
      },
    })
  })

  it('knows the recovery that was begun', async () => {
    const main = startOn('nouveau.client')
    await main.ask('app.state', {})
    await main.call('recovery.read', {})
    expect(urls.filter((url) => url.includes('/v1/recoveries/'))).toHaveLength(1)
  })
})
