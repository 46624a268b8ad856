/**
 * The whole of main with a portal some of whose answers are wrong, anywhere: somebody signs in, reads and
 * writes all the same. Each call comes to what the contract describes, no handler fails, and what is kept
 * afterwards can be read.
 *
 * `ATTACK_SERVICE_ANSWERS` serves more; `ATTACK_SEED`, told where a run fails, repeats one.
 */
/* oxlint-disable no-await-in-loop -- a flood ends before the next one begins */
import * as fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { routeNames, type RouteName } from '../../../src/shared/contract/channels.ts'
import { endpoints, type EndpointName } from '../../../src/shared/contract/endpoints.ts'
import type { ErrorCode } from '../../../src/shared/contract/error-codes.ts'
import { routes } from '../../../src/shared/contract/routes.ts'
import type { Fetch } from '../../../src/main/portal-client/exchange.ts'
import { attackSeed, attackSize } from '../../support/attack-size.ts'
import { schemaValues } from '../../support/schema-values.ts'
import { asOf, endpointAt, endpointNames, sampleAnswers } from '../support/contract-portal.ts'
import { hostFetch, startMain, type TestMain } from '../support/main.ts'
import { offline } from '../support/locking.ts'
import { createMemoryKeychain } from '../support/memory-keychain.ts'
import { mutatedAnswers, serveAnswers, wire, type WireAnswer } from '../support/mutated-answers.ts'
import { marie } from '../support/people.ts'
import { startPortal } from '../support/portal.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const total = attackSize('ATTACK_SERVICE_ANSWERS', 400)
const floodSize = 200

let stack: AsyncDisposableStack
beforeEach(() => {
  stack = new AsyncDisposableStack()
})
afterEach(() => stack.disposeAsync())

/** What would change who is here, or what they see, for the rest of the attack. */
const ending = new Set<RouteName>(['session.signOut', 'lock.lock', 'lock.configure', 'lock.leave'])

const calls = routeNames
  .filter((name) => !ending.has(name))
  .map((name) =>
    schemaValues(routes[name].input, { words: ['marie@example.be', marie.password, '"1"'] }).map(
      (input) => ({ name, input }),
    ),
  )

/** Right answers of each endpoint, and wrong ones, as many as chance needs to try much. */
function answersOf(name: EndpointName, seed: number) {
  const { status, answer } = endpoints[name]
  const samples = answer === null ? [undefined] : sampleAnswers(answer, seed)
  const right = samples.map((body) => {
    const text =
      body === undefined ? undefined : JSON.stringify(body, asOf(marie.username, 'ready'))
    return { status, body: text === undefined ? undefined : (JSON.parse(text) as unknown) }
  })
  const wrong = fc.sample(mutatedAnswers(fc.constantFrom(...right)), { seed, numRuns: 150 })
  return { right: right.map((one) => wire(one.status, one.body)), wrong }
}

/** A portal that answers every other call wrongly, for as long as it is to. */
async function startSpoiledPortal(seed: number) {
  const answers = new Map(endpointNames().map((name) => [name, answersOf(name, seed)] as const))
  const state = { isSpoiling: true, served: 0 }
  let asked = 0
  const server = await serveAnswers(stack, (method, path): WireAnswer => {
    const name = endpointAt(method, path)
    const { right, wrong } = (name === null ? undefined : answers.get(name)) ?? unknownPath
    asked += 1
    const isWrong = state.isSpoiling && asked % 2 === 0
    if (isWrong) state.served += 1
    const from = isWrong ? wrong : right
    return from[asked % from.length] ?? notFound
  })
  return { state, url: server.url }
}

const notFound = wire(404, { code: 'not_found' })
const unknownPath = { right: [notFound], wrong: [notFound] }

/** One call after the other that shows something, with what it came to. */
async function readAll(main: TestMain): Promise<ReadonlyMap<string, ErrorCode | 'ok'>> {
  const list = { cursor: null }
  const results = {
    profile: await main.call('profile.read', {}),
    reminders: await main.call('profile.reminders', {}),
    home: await main.call('servnet.home', {}),
    alerts: await main.call('servnet.alerts', list),
    messages: await main.call('servnet.messages', list),
    sessions: await main.call('security.sessions', list),
    events: await main.call('security.events', list),
    meta: await main.call('portal.meta', {}),
    policy: await main.call('portal.passwordPolicy', {}),
    outbox: await main.call('outbox.read', {}),
  }
  const codes = Object.entries(results).map(
    ([name, result]) => [name, result.ok ? 'ok' : result.error.code] as const,
  )
  return new Map(codes)
}

/**
 * Signed in and online again: without, a flood would be answered from what is kept, and the portal
 * hardly be asked.
 */
async function comeBack(main: TestMain, state: { isSpoiling: boolean }): Promise<void> {
  state.isSpoiling = false
  if (main.services.session.view().kind !== 'ready') {
    await main.call('session.signIn', { ...marie, staySignedIn: true })
  }
  await main.call('status.check', {})
  state.isSpoiling = true
}

it('shows and keeps nothing but what the contract describes', async () => {
  const seed = attackSeed()
  const { state, url } = await startSpoiledPortal(seed)
  const folder = temporaryFolder(stack)
  const keychain = createMemoryKeychain()
  const start = (fetch: Fetch = hostFetch) =>
    startMain({ portalUrl: url, folder, keychain, fetch, timeoutMs: 400, savePatienceMs: 50 })

  const main = start()
  const floods = fc.array(fc.oneof(...calls), { minLength: floodSize, maxLength: floodSize })
  const codes = new Set<string>()
  for (let flood = 0; state.served < total; flood += 1) {
    await comeBack(main, state)
    const [made = []] = fc.sample(floods, { seed: seed + flood, numRuns: 1 })
    await Promise.all(
      made.map(async ({ name, input }) => {
        // @ts-expect-error -- any route, with what its schema takes; what it gives is parsed
        const result = await main.call(name, input)
        codes.add(result.ok ? 'ok' : `${result.error.code} of ${name}`)
      }),
    )
  }
  expect(main.logged.filter((line) => /ipc|stray|store/.test(line))).toEqual([])
  expect([...codes].filter((code) => code.startsWith('unexpected'))).toEqual([])
  expect(main.notices).toEqual([])
  state.isSpoiling = false
  await signInForGood(main)
  const outcomes = async () => new Set((await readAll(main)).values())
  await expect.poll(outcomes).toEqual(new Set(['ok']))
  const shown = await readAll(main)
  await main.services.close()

  // What was kept is read without a network, by another run of the app.
  const later = start(offline)
  expect((await later.ask('app.state', {})).session.kind).toBe('ready')
  expect(await readAll(later)).toEqual(shown)
  expect(later.notices).toEqual([])
  await later.services.close()
}, 3_600_000)

/** A right sign-in, once what is still on its way has been answered. */
async function signInForGood(main: TestMain): Promise<void> {
  await expect
    .poll(async () => (await main.call('session.signIn', { ...marie, staySignedIn: true })).ok)
    .toBe(true)
}

it('names as long as the contract lets them be are shown together too', async () => {
  const portal = await startPortal(stack)
  const lastName = 'y'.repeat(300)
  const app = startMain({
    portalUrl: portal.url,
    folder: temporaryFolder(stack),
    fetch: async (url, init) => {
      const response = await hostFetch(url, init)
      if (init.method !== 'PATCH') return response
      const { headers } = response
      return Response.json(Object.assign({}, await response.json(), { lastName }), { headers })
    },
  })
  await app.ask('session.signIn', { ...marie, staySignedIn: true })
  const { version } = (await app.ask('profile.read', {})).me
  const saved = await app.ask('profile.savePersonal', {
    version,
    changes: { firstName: 'Marie-Anne' },
  })
  expect(saved.kind).toBe('saved')
  const { session } = await app.ask('app.state', {})
  const displayName = `Marie-Anne ${lastName}`
  expect(session).toMatchObject({ kind: 'ready', user: { displayName } })
  await app.services.close()
})
