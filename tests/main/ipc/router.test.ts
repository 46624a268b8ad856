import { readdirSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { routeNames } from '../../../src/shared/contract/channels.ts'
import { createRouter, type Handlers } from '../../../src/main/ipc/router.ts'
import { recordingLog, startMain } from '../support/main.ts'
import { startPortal } from '../support/portal.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const page = { url: 'app://services-online/sign-in', parent: null }

let stack: AsyncDisposableStack
beforeEach(() => {
  stack = new AsyncDisposableStack()
})
afterEach(() => stack.disposeAsync())

/** Nothing listens on this port: the router itself is under test. */
const main = () =>
  startMain({ portalUrl: 'http://127.0.0.1:9', folder: temporaryFolder(stack), timeoutMs: 500 })

/** A router whose handlers all do the same. */
function routerThat(handler: () => Promise<unknown>, lines: string[] = []) {
  const handlers = Object.fromEntries(routeNames.map((name) => [name, handler]))
  // @ts-expect-error -- handlers that break the contract on purpose
  const wrong: Handlers = handlers
  return createRouter(wrong, recordingLog(lines))
}

describe('the sender', () => {
  it.each([
    ['a frame that has gone', null],
    ['a frame inside the page', { ...page, parent: {} }],
    ['another site', { url: 'https://services-online/', parent: null }],
    ['another host of the scheme', { url: 'app://elsewhere/', parent: null }],
    ['a host that only begins alike', { url: 'app://services-online.example/', parent: null }],
    ['no address', { url: 'about:blank', parent: null }],
    ['a file', { url: 'file:///services-online/index.html', parent: null }],
  ])('is refused: %s', async (_name, sender) => {
    const result = await main().services.router(sender, 'app.state', {})
    expect(result).toEqual({ ok: false, error: { code: 'sender_forbidden' } })
  })

  it('is the window’s own page', async () => {
    expect((await main().services.router(page, 'app.state', {})).ok).toBe(true)
  })
})

describe('the input', () => {
  it.each([['nope'], ['__proto__'], ['constructor'], [''], [null], [{}]])(
    'has a name on the list: %s',
    async (name) => {
      const result = await main().services.router(page, name, {})
      expect(result).toEqual({ ok: false, error: { code: 'not_found' } })
    },
  )

  it('is parsed, with every field that is wrong', async () => {
    const result = await main().services.router(page, 'session.signIn', {
      username: '   ',
      password: 'x'.repeat(2_000),
      staySignedIn: 'yes',
    })
    expect(result).toEqual({
      ok: false,
      error: {
        code: 'invalid_request',
        fields: [
          { field: 'username', code: 'required' },
          { field: 'password', code: 'too_long' },
          { field: 'staySignedIn', code: 'invalid' },
        ],
      },
    })
  })

  it.each([
    ['text', 'x'.repeat(70_000)],
    ['a list', Array.from({ length: 70_000 }, () => null)],
    ['many names', Object.fromEntries(Array.from({ length: 9_000 }, (_, n) => [`name${n}`, n]))],
    ['bytes', new Uint8Array(70_000)],
    ['a list that is mostly empty', Object.assign([], { length: 4_000_000_000 })],
    ['many texts together', Array.from({ length: 400 }, () => 'x'.repeat(200))],
  ])('is refused unread where there is too much of it: %s', async (_name, username) => {
    const result = await main().services.router(page, 'recovery.start', { username })
    expect(result).toEqual({ ok: false, error: { code: 'payload_too_large' } })
  })

  it('is refused where it holds itself', async () => {
    const input: Record<string, unknown> = {}
    input['username'] = [input]
    const result = await main().services.router(page, 'recovery.start', input)
    expect(result).toEqual({ ok: false, error: { code: 'payload_too_large' } })
  })

  it('may not carry more than the contract says', async () => {
    const result = await main().services.router(page, 'app.openExternal', {
      link: 'website',
      url: 'https://evil.example/',
    })
    expect(result).toMatchObject({ ok: false, error: { code: 'invalid_request' } })
  })
})

describe('the output', () => {
  const view = { kind: 'signedOut', username: null, reason: 'none' }

  it('loses what the contract does not name', async () => {
    const route = routerThat(async () => ({ ok: true, data: { ...view, refreshToken: 'secret' } }))
    expect(await route(page, 'session.resume', {})).toEqual({ ok: true, data: view })
  })

  it('is an error where it breaks the contract, and the log names paths only', async () => {
    const lines: string[] = []
    const route = routerThat(async () => ({ ok: true, data: { kind: 'secret' } }), lines)
    const result = await route(page, 'session.resume', {})
    expect(result).toEqual({ ok: false, error: { code: 'unexpected' } })
    expect(lines.join()).toContain('session.resume')
    expect(lines.join()).not.toContain('secret')
  })

  it('is an error where a handler throws', async () => {
    const route = routerThat(() => Promise.reject(new TypeError('boom')))
    const result = await route(page, 'session.resume', {})
    expect(result).toEqual({ ok: false, error: { code: 'unexpected' } })
  })
})

describe('the app’s own calls', () => {
  it('remembers the language and the service, and nothing of who works here', async () => {
    const folder = temporaryFolder(stack)
    const start = () => startMain({ portalUrl: 'http://127.0.0.1:9', folder })
    const first = start()
    expect((await first.ask('app.state', {})).language).toBe('fr')
    await first.ask('app.setLanguage', { language: 'de' })
    await first.ask('app.chooseService', { service: 'insights' })
    const state = await start().ask('app.state', {})
    expect(state).toMatchObject({ language: 'de', service: 'insights', portalHost: '127.0.0.1:9' })
    expect(readdirSync(folder)).toEqual(['settings.json'])
  })

  it('keeps a link that started the app until a page has followed it', async () => {
    const { ask, services } = main()
    services.started(['app', '--', 'atradius-services-online://open/partners'])
    const requested = { service: 'partners', requested: '/partners' }
    // A page that crashes before it could follow asks again.
    expect(await ask('app.state', {})).toMatchObject(requested)
    expect(await ask('app.state', {})).toMatchObject(requested)
    await ask('app.requestFollowed', { address: '/partners' })
    expect(await ask('app.state', {})).toMatchObject({ ...requested, requested: null })
  })

  it('asks for a link again only where it is opened again', async () => {
    const { ask, requested, services } = main()
    await ask('app.state', {})
    const open = (service: string) =>
      services.startedAgain(['app', '--', `atradius-services-online://open/${service}`])
    open('insights')
    await ask('app.requestFollowed', { address: '/insights' })
    // The page crashed after it had followed: the one in its place stays where it is.
    expect((await ask('app.state', {})).requested).toBeNull()
    open('insights')
    expect(await ask('app.state', {})).toMatchObject({ requested: '/insights' })
    open('partners')
    // Late: another link was opened meanwhile.
    await ask('app.requestFollowed', { address: '/insights' })
    const state = await ask('app.state', {})
    expect(state).toMatchObject({ service: 'partners', requested: '/partners' })
    expect(requested).toEqual(['/insights', '/insights', '/partners'])
  })

  it('changes nothing by being asked how it stands', async () => {
    const { ask, services } = main()
    services.startedAgain(['app', '--', 'atradius-services-online://open/nothing'])
    services.startedAgain(['app'])
    services.started(['app', '--', 'atradius-services-online://open/servnet'])
    const first = await ask('app.state', {})
    expect(first.notices).toEqual([{ code: 'deep_link_invalid' }, { code: 'already_running' }])
    expect(await ask('app.state', {})).toEqual(first)
    await ask('app.dismissNotice', { code: 'already_running' })
    expect((await ask('app.state', {})).notices).toEqual([{ code: 'deep_link_invalid' }])
  })

  it('shows what to copy where the system opens no program for it', async () => {
    const portal = await startPortal(stack)
    const folder = temporaryFolder(stack)
    const opened: string[] = []
    const { ask, notices } = startMain({
      portalUrl: portal.url,
      folder,
      openExternal: async (address) => {
        opened.push(address)
        throw new Error('no application knows how')
      },
    })
    await ask('app.state', {})
    for (const link of ['email', 'phone', 'website'] as const) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other, as a person tries them
      await ask('app.openExternal', { link, shownOn: 'help' })
    }
    const [email, phone, website] = opened.map((address) => address.replace(/^(?:mailto|tel):/, ''))
    expect(notices).toEqual(
      [email, phone, website].map((target) => ({ code: 'link_not_opened', params: { target } })),
    )
  })

  it('follows a deep link, and says so where it is none of ours', async () => {
    const { ask, notices, requested, services } = main()
    await ask('app.state', {})
    services.startedAgain(['app', '--', 'atradius-services-online://open/insights'])
    expect(requested).toEqual(['/insights'])
    expect((await ask('app.state', {})).service).toBe('insights')
    services.startedAgain(['app', '--', 'atradius-services-online://open/nothing'])
    services.startedAgain(['app'])
    expect(notices).toEqual([{ code: 'deep_link_invalid' }, { code: 'already_running' }])
  })
})
