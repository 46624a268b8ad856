import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SecretName, OsKeychain } from '../../../src/main/platform/secrets/os-keychain.ts'
import { createKeychain } from '../../../src/main/platform/secrets/keychain.ts'
import type { Fetch } from '../../../src/main/portal-client/exchange.ts'
import { emptyApplication } from '../support/application-steps.ts'
import { hostFetch, startMain } from '../support/main.ts'
import { createMemoryKeychain, type MemoryKeychain } from '../support/memory-keychain.ts'
import { invited, jan, marie } from '../support/people.ts'
import { startPortal, type TestPortal } from '../support/portal.ts'
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

const start = (fetch?: Fetch) =>
  startMain({ portalUrl: portal.url, folder, keychain, ...(fetch && { fetch }) })
const offline: Fetch = async () => {
  throw new Error('net::ERR_INTERNET_DISCONNECTED')
}
const files = () => {
  try {
    return readdirSync(join(folder, 'offline'))
  } catch {
    return []
  }
}

describe('signing out', () => {
  it('leaves nothing behind: keychain, files, the portal’s session', async () => {
    const tokens: string[] = []
    const main = start((url, init) => {
      const authorization = new Headers(init.headers).get('authorization')
      if (authorization !== null) tokens.push(authorization)
      return hostFetch(url, init)
    })
    await main.ask('session.signIn', { ...marie, staySignedIn: true })
    await main.ask('servnet.home', {})
    expect(files()).toContainEqual(expect.stringMatching(/\.store$/))
    const view = await main.ask('session.signOut', {})
    expect(view).toEqual({ kind: 'signedOut', username: null, reason: 'signed_out' })
    await main.services.session.close()
    expect([...keychain.entries.keys()]).toEqual(['device'])
    expect(files()).toEqual([])
    const response = await fetch(`${portal.url}/v1/me`, {
      headers: { authorization: tokens[0] ?? '' },
    })
    expect(response.status).toBe(401)
    const next = await start().ask('app.state', {})
    expect(next.session).toEqual({ kind: 'signedOut', username: null, reason: 'none' })
  })

  it('leaves a person’s own notes, for them alone, and nothing else', async () => {
    const main = start()
    const buyerId = 'b1'
    const note = async (one: typeof main) => (await one.ask('credit.note', { buyerId })).text
    await main.ask('session.signIn', { ...marie, staySignedIn: true })
    await main.ask('servnet.home', {})
    await main.ask('credit.saveNote', { buyerId, text: 'Appeler Luc avant de livrer.' })
    await main.ask('servnet.saveApplicationDraft', { draft: emptyApplication })
    await main.ask('session.signOut', {})
    expect((await main.ask('session.signIn', { ...jan, staySignedIn: true })).kind).toBe('ready')
    expect(await note(main)).toBe('')
    await main.ask('session.signOut', {})
    await main.services.close()

    const again = start()
    await again.ask('session.signIn', { ...marie, staySignedIn: true })
    expect(await note(again)).toBe('Appeler Luc avant de livrer.')
    expect((await again.ask('servnet.applicationDraft', {})).draft).toBeNull()
    await again.ask('credit.saveNote', { buyerId, text: '' })
    await again.ask('session.signOut', {})
    expect(files()).toEqual([])
    expect([...keychain.entries.keys()]).toEqual(['device'])
    await again.services.close()
  })

  it('ends here at once without a network', async () => {
    await start().ask('session.signIn', { ...marie, staySignedIn: true })
    const main = start(offline)
    await main.ask('app.state', {})
    expect((await main.ask('session.signOut', {})).kind).toBe('signedOut')
    expect([...keychain.entries.keys()]).toEqual(['device'])
  })

  it('does not come back where the keychain refused to delete', async () => {
    const main = start()
    await main.ask('session.signIn', { ...marie, staySignedIn: true })
    await main.ask('app.state', {})
    keychain.fail('keychain_locked')
    await main.ask('session.signOut', {})
    expect(main.notices).toEqual([{ code: 'keychain_locked' }])
    keychain.fail(null)
    const next = await start().ask('app.state', {})
    expect(next.session.kind).toBe('signedOut')
    expect(keychain.entries.has('session')).toBe(false)
  })

  it('outlasts a renewal whose token the keychain is slow to take', async () => {
    const [reached, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    let slow = false
    const slowKeychain: OsKeychain = {
      ...keychain,
      write: async (name, secret) => {
        if (slow) {
          reached.resolve()
          await held.promise
        }
        return keychain.write(name, secret)
      },
    }
    const main = startMain({ portalUrl: portal.url, folder, keychain: slowKeychain })
    await main.ask('session.signIn', { ...marie, staySignedIn: true })
    slow = true
    const renewal = main.services.session.refresh()
    await reached.promise
    const leaving = main.ask('session.signOut', {})
    held.resolve()
    await Promise.all([renewal, leaving])
    await main.services.close()
    expect(main.settings.values().lastSession).toBe('signedOut')
    expect([...keychain.entries.keys()]).toEqual(['device'])
    expect((await start().ask('app.state', {})).session.kind).toBe('signedOut')
  })

  it('removes what was still being written', async () => {
    const held = Promise.withResolvers<void>()
    const slow = createKeychain(
      {
        ...keychain,
        write: async (name, secret) => {
          await held.promise
          return keychain.write(name, secret)
        },
      },
      () => undefined,
    )
    const changes = [slow.write('session', 'late'), slow.remove('session')]
    held.resolve()
    expect(await Promise.all(changes)).toEqual([true, true])
    expect(keychain.entries.size).toBe(0)
  })

  it('leaves nothing under way that goes on in the name of who signs in next', async () => {
    const path = '/v1/sessions/current/reauthenticate'
    const asked = Promise.withResolvers<void>()
    const hold = Promise.withResolvers<void>()
    let times = 0
    const main = start(async (url, init) => {
      if (url.endsWith(path)) {
        times += 1
        asked.resolve()
        await hold.promise
      }
      return hostFetch(url, init)
    })
    await main.ask('session.signIn', { ...marie, staySignedIn: false })
    const late = main.call('security.reauthenticate', { password: marie.password })
    await asked.promise
    await main.ask('session.signOut', {})
    await main.services.session.close()
    await main.ask('session.signIn', { ...jan, staySignedIn: false })
    hold.resolve()
    expect(await late).toEqual({ ok: false, error: { code: 'unauthenticated' } })
    expect(times).toBe(1)
    const { page } = await main.ask('security.events', { cursor: null })
    expect(page.items.map(({ kind }) => kind)).not.toContain('reauthentication_failed')
    expect(main.services.session.view().kind).toBe('ready')
  })

  it('leaves no renewal under way whose token the next person’s calls would take', async () => {
    const [asked, hold] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const refused = Promise.withResolvers<void>()
    let refuse = false
    const main = start(async (url, init) => {
      if (url.endsWith('/v1/sessions/refresh') && !refuse) {
        asked.resolve()
        await hold.promise
      }
      if (!refuse || !url.includes('/security-questions')) return hostFetch(url, init)
      refuse = false
      refused.resolve()
      // Ended by a contact person, say.
      const problem = { type: 'about:blank', title: 'x', status: 401, code: 'token_expired' }
      const headers = { 'content-type': 'application/problem+json' }
      return new Response(JSON.stringify(problem), { status: 401, headers })
    })
    await main.ask('session.signIn', { ...marie, staySignedIn: false })
    const late = main.services.session.refresh()
    await asked.promise
    await main.ask('session.signOut', {})
    await main.ask('session.signIn', { ...jan, staySignedIn: false })
    refuse = true
    const questions = main.call('security.questions', {})
    await refused.promise
    hold.resolve()
    // As whom it was asked: nobody of this name has entered the password again.
    expect(await questions).toMatchObject({ error: { code: 'reauthentication_required' } })
    expect(main.services.session.view()).toMatchObject({ user: { username: jan.username } })
    await late
  })

  it('keeps nothing of an answer that arrives afterwards', async () => {
    const held = Promise.withResolvers<void>()
    const arrived = Promise.withResolvers<void>()
    const main = start(async (url, init) => {
      const response = await hostFetch(url, init)
      if (url.endsWith('/home')) {
        arrived.resolve()
        await held.promise
      }
      return response
    })
    await main.ask('session.signIn', { ...marie, staySignedIn: true })
    const home = main.call('servnet.home', {})
    await arrived.promise
    await main.ask('session.signOut', {})
    held.resolve()
    await home
    expect(files()).toEqual([])
    expect([...keychain.entries.keys()]).toEqual(['device'])
  })
})

describe('without a keychain', () => {
  it.each(['keychain_absent', 'keychain_locked', 'keychain_refused'] as const)(
    'signs in in memory only and says so once (%s)',
    async (code) => {
      keychain.fail(code)
      const main = start()
      const state = await main.ask('app.state', {})
      expect(state).toMatchObject({ canStaySignedIn: false, notices: [{ code }] })
      const view = await main.ask('session.signIn', { ...marie, staySignedIn: true })
      expect(view.kind).toBe('ready')
      await main.ask('servnet.home', {})
      expect(main.notices).toEqual([{ code }])
      expect(files()).toEqual([])
      keychain.fail(null)
      expect((await start().ask('app.state', {})).session.kind).toBe('signedOut')
    },
  )

  it('keeps the session again once the keychain has been unlocked', async () => {
    keychain.fail('keychain_locked')
    const main = start()
    await main.ask('app.state', {})
    keychain.fail(null)
    await main.ask('session.signIn', { ...marie, staySignedIn: true })
    expect((await start().ask('app.state', {})).session.kind).toBe('ready')
  })

  it('does not wait for an unlock prompt, and takes the session when it is answered', async () => {
    await start().ask('session.signIn', { ...marie, staySignedIn: true })
    const prompt = Promise.withResolvers<void>()
    const locked = {
      ...keychain,
      read: async (name: SecretName) => {
        await prompt.promise
        return keychain.read(name)
      },
    }
    const main = startMain({ portalUrl: portal.url, folder, keychain: locked, patienceMs: 10 })
    const state = await main.ask('app.state', {})
    expect(state.session.kind).toBe('signedOut')
    expect(state.notices).toEqual([{ code: 'keychain_locked' }])
    prompt.resolve()
    await expect.poll(() => main.views.at(-1)?.kind).toBe('ready')
  })

  it('leaves a person who signed in meanwhile signed in', async () => {
    await start().ask('session.signIn', { ...marie, staySignedIn: true })
    const prompt = Promise.withResolvers<void>()
    const locked = {
      ...keychain,
      read: async (name: SecretName) => {
        const stored = await keychain.read(name)
        await prompt.promise
        return stored
      },
    }
    const main = startMain({ portalUrl: portal.url, folder, keychain: locked, patienceMs: 10 })
    await main.ask('app.state', {})
    await main.ask('session.signIn', { ...invited, staySignedIn: false })
    const restored = main.services.session.restore()
    prompt.resolve()
    expect((await restored).kind).toBe('enrolment')
    await main.services.close()
  })
})
