/**
 * A hundred thousand messages as a page might send them that somebody else has taken over: made from
 * the routes' own schemas and then spoiled, some right, in floods, through the real router into the
 * real services. None reaches a handler but as its schema gives it; each is answered; memory, log and
 * prototypes stay what they were, and somebody can work afterwards.
 *
 * `ATTACK_MESSAGES` sends more; `ATTACK_SEED`, told where a run fails, repeats one.
 */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import * as fc from 'fast-check'
import pTimeout from 'p-timeout'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { routeNames, type RouteName } from '../../../src/shared/contract/channels.ts'
import { appErrorSchema, type Result } from '../../../src/shared/contract/result.ts'
import { routes } from '../../../src/shared/contract/routes.ts'
import { isTrusted } from '../../../src/main/ipc/app-origin.ts'
import type * as routerModule from '../../../src/main/ipc/router.ts'
import type { Fetch } from '../../../src/main/portal-client/exchange.ts'
import { openLog } from '../../../src/main/platform/log/log.ts'
import { attackSeed, attackSize } from '../../support/attack-size.ts'
import { createContractPortal } from '../support/contract-portal.ts'
import { heapAfterCollection } from '../support/heap.ts'
import { hostileMessages, type Message } from '../support/hostile-messages.ts'
import { secretMark } from '../support/hostile-values.ts'
import { lockPassword } from '../support/locking.ts'
import { startMain, type TestMain } from '../support/main.ts'
import { createMemoryKeychain } from '../support/memory-keychain.ts'
import { jan, marie } from '../support/people.ts'
import { startPortal } from '../support/portal.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const messages = attackSize('ATTACK_MESSAGES', 100_000)
const floodSize = 250
/** Longer than anything waits: what is not answered by then never is. */
const unansweredMs = 60_000
/** What caches and the like may take; a message that stayed would take a hundred times as much. */
const heapGrowth = 32_000_000

/** How often each route's handler was called, and whose handler was given what no schema gave. */
const reached = new Map<RouteName, number>()
const unparsed: string[] = []

// The real router; the handlers behind it are looked at as they are called.
vi.mock('../../../src/main/ipc/router.ts', async (original) => {
  const real = await original<typeof routerModule>()
  const createRouter: typeof real.createRouter = (handlers, log) => {
    const watched = { ...handlers }
    for (const name of routeNames) Reflect.set(watched, name, watch(name, handlers[name]))
    return real.createRouter(watched, log)
  }
  return { ...real, createRouter }
})

function watch(name: RouteName, handle: (input: never) => unknown): (input: unknown) => unknown {
  return (input) => {
    const again = routes[name].input.safeParse(input)
    const isParsed = again.success && isDeepStrictEqual(again.data, input)
    if (isParsed) reached.set(name, (reached.get(name) ?? 0) + 1)
    else unparsed.push(name)
    const answer: unknown = Reflect.apply(handle, undefined, [input])
    return answer
  }
}

let stack: AsyncDisposableStack
let strayErrors: unknown[]
const noteStray = (error: unknown) => void strayErrors.push(error)
beforeEach(() => {
  stack = new AsyncDisposableStack()
  strayErrors = []
  process.on('unhandledRejection', noteStray)
})
afterEach(async () => {
  process.off('unhandledRejection', noteStray)
  await stack.disposeAsync()
})

/** What somebody works at while it happens. */
const situations = ['signedOut', 'enrolment', 'ready', 'locked'] as const
type Situation = (typeof situations)[number]

/** Brings it about, where the flood before has ended it. */
async function bring({ call, services }: TestMain, situation: Situation): Promise<void> {
  const now = () => services.session.view().kind
  if (situation === 'signedOut' || now() === situation) return
  if (now() === 'locked') await call('lock.leave', {})
  await call('session.signIn', { ...marie, staySignedIn: true })
  if (situation !== 'locked') return
  const own = { kind: 'on', by: 'own', password: lockPassword, idleMinutes: 15 } as const
  await call('lock.configure', { ...own, current: null })
  await call('lock.lock', {})
  await call('lock.shown', {})
}

/** What is wrong with the answer to a message; null for nothing. */
async function faultOf({ services }: TestMain, sent: Message): Promise<string | null> {
  try {
    const { sender, name, input } = sent
    const answer = await pTimeout(services.router(sender, name, input), {
      milliseconds: unansweredMs,
    })
    // What cannot be cloned would not reach the page.
    return faultIn(sent, structuredClone(answer))
  } catch (error) {
    return `not answered: ${String(error)}`
  }
}

function faultIn({ sender, name, input }: Message, answer: Result<unknown>): string | null {
  if (!answer.ok) {
    const error = appErrorSchema.safeParse(answer.error)
    if (!error.success) return 'an error that is not in the contract'
    const isRefused = error.data.code === 'sender_forbidden'
    return isTrusted(sender) === isRefused ? 'the sender was taken for another' : null
  }
  const route = routeNames.find((one) => one === name)
  if (route === undefined || !isTrusted(sender)) return 'answered what was to be refused'
  if (!routes[route].input.safeParse(input).success) return 'took what the schema refuses'
  return routes[route].output.safeParse(answer.data).success ? null : 'not what the schema gives'
}

async function attack(main: TestMain, situation: Situation, size: number, seed: number) {
  const floods = fc.array(hostileMessages, { minLength: floodSize, maxLength: floodSize })
  const property = fc.asyncProperty(floods, async (flood) => {
    await bring(main, situation)
    const faults = await Promise.all(
      flood.map(async (sent) => {
        const fault = await faultOf(main, sent)
        return fault === null ? [] : [{ fault, name: sent.name, sender: sent.sender }]
      }),
    )
    expect({ faults: faults.flat(), unparsed, strayErrors }).toEqual({
      faults: [],
      unparsed: [],
      strayErrors: [],
    })
    expect(Object.keys(Object.prototype)).toEqual([])
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })
  // What came before a flood counts too: a smaller one would show nothing.
  await fc.assert(property, { seed, numRuns: Math.ceil(size / floodSize), endOnFailure: true })
}

it('answers each hostile message, and lets none through unparsed', async () => {
  const seed = attackSeed()
  const portal = await startPortal(stack)
  const logs = temporaryFolder(stack)
  const log = openLog(join(logs, 'main.log'))
  const start = (fetch: Fetch) =>
    startMain({
      portalUrl: portal.url,
      folder: temporaryFolder(stack),
      keychain: createMemoryKeychain(),
      log,
      fetch,
    })
  const attacked = situations.map((situation, index) => {
    const contract = createContractPortal(seed, [marie.username, jan.username])
    contract.expect(situation === 'enrolment' ? 'enrolment' : 'ready')
    return { situation, seed: seed + index, main: start(contract.fetch) }
  })
  async function half(round: number): Promise<number> {
    const size = messages / situations.length / 2
    // Side by side: each waits for its own disk.
    await Promise.all(
      attacked.map((one) => attack(one.main, one.situation, size, one.seed + round)),
    )
    return heapAfterCollection()
  }
  const midway = await half(0)
  const end = await half(situations.length)
  expect(end - midway).toBeLessThan(heapGrowth)
  expect(routeNames.filter((name) => !reached.has(name))).toEqual([])
  await Promise.all(attacked.map(({ main }) => main.services.close()))

  const after = start(portal.fetch)
  const view = await after.ask('session.signIn', { ...marie, staySignedIn: true })
  expect(view).toMatchObject({ kind: 'ready', user: { username: marie.username } })
  expect((await after.ask('servnet.home', {})).home.alerts).not.toEqual([])
  await after.services.close()

  const logged = readdirSync(logs).map((file) => readFileSync(join(logs, file), 'utf8'))
  for (const secret of [secretMark, lockPassword, marie.password, marie.username]) {
    expect(logged.join('')).not.toContain(secret)
  }
}, 3_600_000)
