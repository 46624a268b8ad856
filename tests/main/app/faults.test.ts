/**
 * Whatever the network does: what was seen before is shown at once, what is done here is done there once,
 * nobody is signed out or told that what they typed is wrong, and the status says what it is.
 */
/* oxlint-disable no-await-in-loop -- one route after the other, as each must answer by itself */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ErrorCode } from '../../../src/shared/contract/error-codes.ts'
import { faults, startFaultProxy, type Fault, type FaultProxy } from '../support/fault-proxy.ts'
import { startMain, type TestMain } from '../support/main.ts'
import { createMemoryKeychain, type MemoryKeychain } from '../support/memory-keychain.ts'
import { marie } from '../support/people.ts'
import { startPortal, type TestPortal } from '../support/portal.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** What the status names as the reason; null where the portal is there all the same. */
const reasons: Record<Fault, ErrorCode | null> = {
  refuse: 'portal_unreachable',
  reset: 'portal_unreachable',
  hang: 'portal_timeout',
  trickle: 'portal_timeout',
  half: 'portal_unreachable',
  error: 'portal_answer_invalid',
  tooMany: 'unavailable',
  captive: 'portal_answer_invalid',
  intercepted: 'certificate_untrusted',
  unresolved: 'portal_unreachable',
  answerLost: 'portal_unreachable',
  clockBehind: null,
  clockAhead: null,
}

/** Longer than any test: what answers while this runs has not waited for the portal. */
const neverMs = 600_000
const soonMs = 3_000

let stack: AsyncDisposableStack
let portal: TestPortal
let proxy: FaultProxy
let folder: string
let keychain: MemoryKeychain
const running = new Set<TestMain>()

beforeEach(async () => {
  stack = new AsyncDisposableStack()
  portal = await startPortal(stack)
  proxy = await startFaultProxy(stack, portal.url)
  folder = temporaryFolder(stack)
  keychain = createMemoryKeychain()
})
afterEach(async () => {
  proxy.have(null)
  await Promise.all([...running].map(close))
  await stack.disposeAsync()
})

function start(timeoutMs: number): TestMain {
  const main = startMain({ portalUrl: portal.url, folder, keychain, fetch: proxy.fetch, timeoutMs })
  running.add(main)
  return main
}

async function close(main: TestMain): Promise<void> {
  running.delete(main)
  await main.services.close()
}

const page = { cursor: null }
const alert = { id: 'demo-marie.lambert-0' }

/** Every read of a screen, without how old it is. */
const reads = {
  meta: (main: TestMain) => main.ask('portal.meta', {}),
  passwordPolicy: (main: TestMain) => main.ask('portal.passwordPolicy', {}),
  profile: async (main: TestMain) => {
    const { me, preferences } = await main.ask('profile.read', {})
    return { me, preferences }
  },
  reminders: (main: TestMain) => main.ask('profile.reminders', {}),
  home: async (main: TestMain) => (await main.ask('servnet.home', {})).home,
  alerts: async (main: TestMain) => (await main.ask('servnet.alerts', page)).page,
  alert: async (main: TestMain) => (await main.ask('servnet.alert', alert)).alert,
  messages: async (main: TestMain) => (await main.ask('servnet.messages', page)).page,
  sessions: async (main: TestMain) => (await main.ask('security.sessions', page)).page.items,
  events: async (main: TestMain) => (await main.ask('security.events', page)).page.items,
}

async function readAll(main: TestMain): Promise<Record<string, unknown>> {
  const seen: Record<string, unknown> = {}
  for (const [name, read] of Object.entries(reads)) seen[name] = await read(main)
  return seen
}

async function signedIn(timeoutMs: number): Promise<TestMain> {
  const main = start(timeoutMs)
  await main.ask('session.signIn', { ...marie, staySignedIn: true })
  return main
}

/** Nobody was told that they are not who they are. */
function expectNoAccusation(main: TestMain): void {
  expect(main.views.map(({ kind }) => kind)).not.toContain('signedOut')
  const accusing = /invalid_credentials|session_ended|unauthenticated|verification_failed/
  expect(JSON.stringify([main.notices, main.views])).not.toMatch(accusing)
}

describe.each(faults)('with the network as in %j', (fault) => {
  test('all that was seen is shown at once, from the start on', async () => {
    const first = await signedIn(neverMs)
    await readAll(first)
    await first.ask('status.check', {})
    // Due since the demonstration data were made, by a clock that counts whole seconds.
    const isDue = async () => (await first.ask('profile.reminders', {})).rehearsalDue
    await expect.poll(isDue).toBe(true)
    // What is still on its way would be kept after it was looked at.
    await expect.poll(async () => (await first.ask('status.read', {})).syncing).toBe(false)
    const seen = await readAll(first)
    await close(first)
    proxy.have(fault)
    const main = start(neverMs)
    const answered = proxy.answered()
    expect((await main.ask('app.state', {})).session.kind).toBe('ready')
    expect(await readAll(main)).toEqual(seen)
    if (reasons[fault] === 'portal_timeout') expect(proxy.answered()).toBe(answered)
    expectNoAccusation(main)
  })

  test('what is done is kept, and done once when it has passed', async () => {
    const main = await signedIn(soonMs)
    await readAll(main)
    const { preferences } = await main.ask('profile.read', {})
    const { items } = (await main.ask('servnet.messages', page)).page
    const unread = items.find(({ read }) => !read)?.id ?? ''
    proxy.have(fault)
    const saved = await main.ask('profile.savePreferences', {
      version: preferences.version,
      changes: { currency: 'USD' },
    })
    expect(saved.current.currency).toBe('USD')
    await main.ask('servnet.setAlertHandled', { ...alert, handled: true })
    await main.ask('servnet.readMessage', { id: unread })
    const reason = reasons[fault]
    if (reason === null) {
      expect(await main.ask('status.check', {})).toMatchObject({ connection: { kind: 'online' } })
    } else {
      expect(saved.kind).toBe('pending')
      await expect
        .poll(async () => (await main.ask('status.read', {})).connection, { timeout: 30_000 })
        .toMatchObject({ kind: 'offline', error: reason })
      expect((await main.ask('outbox.read', {})).items.length).toBeGreaterThan(0)
    }
    proxy.have(null)
    await expect
      .poll(
        async () => {
          await main.ask('status.check', {})
          return (await main.ask('outbox.sendNow', {})).items
        },
        { timeout: 60_000 },
      )
      .toEqual([])
    expectNoAccusation(main)

    const other = startMain({ portalUrl: portal.url, folder: temporaryFolder(stack) })
    await other.ask('session.signIn', { ...marie, staySignedIn: false })
    const held = await readAll(other)
    expect(held).toMatchObject({ profile: { preferences: { current: { currency: 'USD' } } } })
    expect(held['alert']).toMatchObject({ handled: true })
    const message = (await other.ask('servnet.messages', page)).page.items.find(
      ({ id }) => id === unread,
    )
    expect(message?.read).toBe(true)
    const changed = (await other.ask('security.events', page)).page.items.filter(
      ({ kind }) => kind === 'preferences_changed',
    )
    expect(changed).toHaveLength(1)
    await other.services.close()
  })
})
