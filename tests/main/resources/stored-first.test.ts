/** A screen is shown what is kept, whatever the portal does; what the portal says follows behind. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Fetch } from '../../../src/main/portal-client/exchange.ts'
import { hostFetch, startMain, type TestMain } from '../support/main.ts'
import { createMemoryKeychain, type MemoryKeychain } from '../support/memory-keychain.ts'
import { jan, marie } from '../support/people.ts'
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

function start(fetch: Fetch = hostFetch): TestMain {
  const main = startMain({ portalUrl: portal.url, folder, keychain, fetch, timeoutMs: 3_000 })
  stack.defer(main.services.close)
  return main
}

/** Every screen that reads. */
const screens = (main: TestMain) =>
  Promise.all([
    main.ask('servnet.home', {}),
    main.ask('servnet.alerts', { cursor: null }),
    main.ask('servnet.messages', { cursor: null }),
    main.ask('profile.read', {}),
    main.ask('profile.reminders', {}),
    main.ask('security.sessions', { cursor: null }),
    main.ask('security.events', { cursor: null }),
    main.ask('portal.meta', {}),
    main.ask('portal.passwordPolicy', {}),
  ])

/** Marie was here, and all that is kept of her was brought here. */
async function seen(): Promise<void> {
  const main = start()
  await main.ask('session.signIn', { ...marie, staySignedIn: true })
  await screens(main)
  await expect.poll(async () => (await main.ask('status.read', {})).syncedAt).not.toBeNull()
  await main.services.close()
}

/** The app opened again, over another network. */
async function again(fetch: Fetch): Promise<TestMain> {
  const main = start(fetch)
  await main.ask('app.state', {})
  return main
}

const problem = (status: number, code: string, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify({ type: 'about:blank', title: code, status, code }), {
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
  })
const html = (status: number) =>
  new Response('<h1>Welcome</h1>', { status, headers: { 'content-type': 'text/html' } })
/** Until the call's own time is over. */
const hang: Fetch = (_url, { signal }) =>
  new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(new Error('aborted')))
  })

describe('every screen that was seen is shown', () => {
  it.each<readonly [string, Fetch, string | null]>([
    ['hangs', hang, null],
    [
      'is away',
      () => Promise.reject(new Error('net::ERR_CONNECTION_REFUSED')),
      'portal_unreachable',
    ],
    [
      'is cut off',
      () => Promise.reject(new Error('net::ERR_INTERNET_DISCONNECTED')),
      'network_offline',
    ],
    [
      'is not found',
      () => Promise.reject(new Error('net::ERR_NAME_NOT_RESOLVED')),
      'portal_unreachable',
    ],
    [
      'has a certificate that nobody vouches for',
      () => Promise.reject(new Error('net::ERR_CERT_AUTHORITY_INVALID')),
      'certificate_untrusted',
    ],
    ['stands behind the page of a hotel', async () => html(200), 'portal_answer_invalid'],
    ['fails', async () => problem(500, 'internal'), 'internal'],
    [
      'has too much to do',
      async () => problem(503, 'unavailable', { 'retry-after': '60' }),
      'unavailable',
    ],
    [
      'has a gateway that wants to be left',
      async () => new Response('', { status: 429, headers: { 'retry-after': '60' } }),
      'unavailable',
    ],
  ])('where the portal %s', async (_name, fetch, error) => {
    await seen()
    const main = await again(fetch)
    const shown = await screens(main)
    expect(shown[0].home.alerts).not.toEqual([])
    expect(shown[1].page.items).not.toEqual([])
    expect(shown[3].me.current.username).toBe(marie.username)
    if (error === null) return
    const status = () => main.ask('status.read', {})
    await expect.poll(status).toMatchObject({ connection: { kind: 'offline', error } })
    expect((await main.ask('servnet.home', {})).freshness.stale).toBe(true)
    expect(main.services.session.view().kind).toBe('ready')
  })
})

it('is asked for once, however many want it', async () => {
  await seen()
  let asked = 0
  const main = await again((url, init) => {
    if (!url.endsWith('/v1/servnet/home')) return hostFetch(url, init)
    asked += 1
    return hang(url, init)
  })
  const reads = Array.from({ length: 20 }, () => main.ask('servnet.home', {}))
  const [first] = await Promise.all(reads)
  expect(first?.freshness.refreshing).toBe(true)
  await expect.poll(() => asked).toBe(1)
  await main.ask('servnet.home', {})
  expect(asked).toBe(1)
})

it('tells the page once what it was shown is as the portal has it', async () => {
  await seen()
  const main = await again(hostFetch)
  const { freshness } = await main.ask('profile.read', {})
  expect(freshness.refreshing).toBe(true)
  await expect.poll(() => main.changed).toContain('me')
  await expect.poll(() => main.changed).toContain('preferences')
  const second = await main.ask('profile.read', {})
  expect(second.freshness).toMatchObject({ stale: false, refreshing: false })
  const told = main.changed.filter((name) => name === 'me').length
  await main.ask('status.check', {})
  await main.ask('profile.read', {})
  expect(main.changed.filter((name) => name === 'me')).toHaveLength(told)
})

it('is brought up to date once the portal is back', async () => {
  await seen()
  let away = true
  const main = await again(async (url, init) => {
    if (away) throw new Error('net::ERR_INTERNET_DISCONNECTED')
    return hostFetch(url, init)
  })
  const read = () => main.ask('servnet.home', {})
  await expect.poll(read).toMatchObject({ freshness: { stale: true, refreshing: false } })
  expect(main.statuses.at(-1)).toMatchObject({ connection: { kind: 'offline' } })
  away = false
  expect((await main.ask('status.check', {})).connection).toEqual({ kind: 'online' })
  await expect.poll(read).toMatchObject({ freshness: { stale: false, refreshing: false } })
  expect(main.statuses.at(-1)?.connection).toEqual({ kind: 'online' })
})

it('does not ask again before the portal wants to be asked', async () => {
  await seen()
  const asked: string[] = []
  const main = await again(async (url, init) => {
    if (url.endsWith('/refresh')) return hostFetch(url, init)
    asked.push(new URL(url).pathname)
    return problem(503, 'unavailable', { 'retry-after': '3600' })
  })
  await screens(main)
  const offline = { connection: { kind: 'offline', error: 'unavailable' } }
  await expect.poll(() => main.ask('status.read', {})).toMatchObject(offline)
  await expect.poll(async () => (await main.ask('status.read', {})).syncing).toBe(false)
  const before = asked.length
  await screens(main)
  expect(await main.ask('status.check', {})).toMatchObject(offline)
  expect(asked).toHaveLength(before)
})

it('is nobody else’s', async () => {
  await seen()
  const main = await again(hostFetch)
  await main.ask('session.signIn', { ...jan, staySignedIn: true })
  const shown = JSON.stringify(await screens(main))
  expect(shown).not.toContain('Lambert')
  expect(shown).toContain('Peeters')
})

it('is no longer shown once it is not theirs', async () => {
  await seen()
  const main = await again(async (url, init) =>
    url.endsWith('/v1/servnet/home') ? problem(403, 'forbidden') : hostFetch(url, init),
  )
  await main.ask('servnet.home', {})
  await expect
    .poll(() => main.call('servnet.home', {}))
    .toEqual({ ok: false, error: { code: 'forbidden' } })
})

it('is taken for new by no clock that was set back', async () => {
  await seen()
  const main = await again(hang)
  const { fetchedAt } = (await main.ask('servnet.home', {})).freshness
  const realNow = Date.now
  stack.defer(() => {
    Date.now = realNow
  })
  Date.now = () => realNow() - 2 * 3_600_000
  expect((await main.ask('servnet.home', {})).freshness).toMatchObject({ fetchedAt, stale: true })
})
