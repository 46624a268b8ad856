/** Whatever order the portal answers in, the app and the portal agree on who is signed in. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { usernameOf } from '../../../src/main/session/session-state.ts'
import { startMain, type TestMain } from '../support/main.ts'
import { createMemoryKeychain } from '../support/memory-keychain.ts'
import { personalData } from '../support/people.ts'
import { storedDocuments } from '../support/stored.ts'
import { createSessionPortal, type SessionPortal } from '../support/session-portal.ts'

type Step =
  | { readonly kind: 'signIn'; readonly username: string; readonly staySignedIn: boolean }
  | { readonly kind: 'recovered'; readonly username: string }
  | { readonly kind: 'signOut' | 'complete' | 'read' | 'renew' | 'endAll' }

const username = fc.constantFrom('anna', 'anna', 'bert')
const signIn: fc.Arbitrary<Step> = fc.record({
  kind: fc.constant('signIn' as const),
  username,
  staySignedIn: fc.boolean(),
})
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: signIn },
  fc.record({ kind: fc.constant('recovered' as const), username }),
  { weight: 2, arbitrary: fc.constant({ kind: 'signOut' as const }) },
  { weight: 3, arbitrary: fc.constant({ kind: 'complete' as const }) },
  fc.record({ kind: fc.constantFrom('read', 'renew') }),
  fc.constant({ kind: 'endAll' as const }),
)
/** How many requests and answers go on before the next step. */
const steps = fc.array(fc.tuple(step, fc.nat(5)), { minLength: 2, maxLength: 8 })

function take(main: TestMain, portal: SessionPortal, next: Step): Promise<unknown> {
  switch (next.kind) {
    case 'signIn':
      return main.call('session.signIn', { ...withoutKind(next), password: 'right' })
    case 'recovered':
      return main.services.session.prefillUsername(next.username)
    case 'signOut':
      return main.call('session.signOut', {})
    case 'complete':
      return main.call('enrolment.savePersonalData', personalData)
    case 'read':
      return main.call('enrolment.read', {})
    case 'renew':
      return main.services.session.refresh()
    case 'endAll':
      return Promise.resolve(portal.endAll())
    default:
      throw new TypeError('no such step')
  }
}

function withoutKind({ username: name, staySignedIn }: Extract<Step, { kind: 'signIn' }>) {
  return { username: name, staySignedIn }
}

/** Lets everything go on, in the order that the scheduler chooses, until `work` is done. */
async function settle(scheduler: fc.Scheduler, work: Promise<unknown>): Promise<void> {
  const state = { done: false }
  const finish = () => {
    state.done = true
  }
  work.then(finish, finish)
  while (!state.done) {
    // oxlint-disable-next-line no-await-in-loop -- one thing happens after the other
    await (scheduler.count() > 0 ? scheduler.waitOne() : turn())
  }
  await work
}

async function trial(scheduler: fc.Scheduler, script: readonly (readonly [Step, number])[]) {
  const folder = mkdtempSync(join(tmpdir(), 'services-online-order-'))
  const keychain = createMemoryKeychain()
  const portal = createSessionPortal((label) => scheduler.schedule(Promise.resolve(), label))
  const options = { portalUrl: 'http://127.0.0.1:1', folder, keychain, fetch: portal.fetch }
  const main = startMain(options)
  let lastSignedOut: string | null = null
  try {
    const results: Promise<unknown>[] = []
    for (const [next, pauses] of script) {
      if (next.kind === 'signOut') lastSignedOut = usernameOf(main.services.session.view())
      results.push(take(main, portal, next))
      for (let left = pauses; left > 0; left -= 1) {
        // oxlint-disable-next-line no-await-in-loop -- one thing happens after the other
        await (scheduler.count() > 0 ? scheduler.waitOne() : turn())
      }
    }
    await settle(scheduler, Promise.all(results))
    await settle(scheduler, main.services.session.settled())
    await settle(scheduler, check(script, main, portal))
    await settle(scheduler, main.services.close())
    await settle(scheduler, checkRestart(main, startMain(options)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }

  async function check(
    played: readonly (readonly [Step, number])[],
    app: TestMain,
    server: SessionPortal,
  ) {
    const done = played.map(([next]) => next)
    const lastOut = done.findLastIndex(({ kind }) => kind === 'signOut')
    const signIns = done.flatMap((next, index) => (next.kind === 'signIn' ? [{ index, next }] : []))
    const since = signIns.filter(({ index }) => index > lastOut)
    // A session may have been ended at the portal without the app knowing it yet.
    await app.call('enrolment.read', {})
    const view = app.services.session.view()
    if (view.kind === 'signedOut') {
      expect(server.live()).toEqual([])
      if (since.length > 0) expect(done.some(({ kind }) => kind === 'endAll')).toBe(true)
      if (view.reason === 'signed_out') {
        expect(keychain.entries.has('session')).toBe(false)
        expect([...(await storedDocuments(folder, keychain)).keys()]).not.toContain(lastSignedOut)
      }
      return
    }
    const last = since.at(-1)
    expect(server.live().map(({ attempt }) => attempt)).toEqual([
      last === undefined ? null : signIns.indexOf(last) + 1,
    ])
    expect(view.user.username).toBe(last?.next.username)
    const kept = keychain.entries.get('session') ?? ''
    expect(JSON.parse(kept)).toMatchObject(
      last?.next.staySignedIn === true
        ? { kind: 'session', user: { username: view.user.username } }
        : { kind: 'username', username: view.user.username },
    )
  }

  /** The next start resumes the same session, or none. */
  async function checkRestart(before: TestMain, again: TestMain) {
    const view = before.services.session.view()
    const { session } = await again.ask('app.state', {})
    const stays = (keychain.entries.get('session') ?? '').includes('refreshToken')
    expect(session.kind === 'signedOut').toBe(view.kind === 'signedOut' || !stays)
    if (session.kind !== 'signedOut') await again.ask('enrolment.read', {})
  }
}

it('agrees with the portal on who is signed in, whatever order answers arrive in', async () => {
  await fc.assert(fc.asyncProperty(fc.scheduler(), steps, trial), { numRuns: 150 })
})
