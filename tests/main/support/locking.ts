/** Marie's app with a lock, as its tests begin: a portal, a keychain that can be looked into, a clock. */
import { freeLock, type LockPolicy } from '../../../src/shared/contract/offline/lock.ts'
import type { Cover } from '../../../src/main/lock/lock-service.ts'
import type { Fetch } from '../../../src/main/portal-client/exchange.ts'
import { startMain, type TestMain } from './main.ts'
import { createMemoryKeychain, type MemoryKeychain } from './memory-keychain.ts'
import { marie } from './people.ts'
import { startPortal, type TestPortal } from './portal.ts'
import { temporaryFolder } from './temporary-folder.ts'

export const lockPassword = 'rivière au soir'

export type Locking = {
  readonly portal: TestPortal
  readonly folder: string
  readonly keychain: MemoryKeychain
  /** What was done to the window, in order. */
  readonly covering: readonly (keyof Cover)[]
  /** Sets this computer's clock so many milliseconds ahead of the real one. */
  readonly setAhead: (ms: number) => void
  readonly start: (fetch?: Fetch, policy?: LockPolicy) => TestMain
  /** Another start, the former one having ended. */
  readonly again: (main: TestMain, fetch?: Fetch, policy?: LockPolicy) => Promise<TestMain>
  /** Marie, signed in, with a lock of her own. */
  readonly withLock: () => Promise<TestMain>
  /** Marie, signed in at another computer too. */
  readonly elsewhere: () => Promise<TestMain>
  /** All that the keychain holds. */
  readonly everyEntry: () => string
}

export const offline: Fetch = async () => {
  throw new Error('net::ERR_INTERNET_DISCONNECTED')
}

/** Turns the lock on with a password of its own. */
export function turnOn(main: TestMain) {
  return main.ask('lock.configure', {
    kind: 'on',
    by: 'own',
    password: lockPassword,
    current: null,
    idleMinutes: 15,
  })
}

/** Locks as the page does: it shows the lock and says so. */
export async function lockNow(main: TestMain): Promise<void> {
  const view = await main.ask('lock.lock', {})
  if (view.kind !== 'locked') throw new Error(`Not locked but ${view.kind}`)
  await main.ask('lock.shown', {})
  await main.services.lock.settled()
}

export async function startLocking(stack: AsyncDisposableStack): Promise<Locking> {
  const portal = await startPortal(stack)
  const folder = temporaryFolder(stack)
  const keychain = createMemoryKeychain()
  const covering: (keyof Cover)[] = []
  let ahead = 0
  const note = (what: keyof Cover) => () => void covering.push(what)

  function start(fetch: Fetch = portal.fetch, policy: LockPolicy = freeLock): TestMain {
    const main = startMain({
      portalUrl: portal.url,
      folder,
      keychain,
      fetch,
      managed: { lock: policy },
      now: () => Date.now() + ahead,
      cover: { hide: note('hide'), show: note('show'), lift: note('lift') },
    })
    stack.defer(() => main.services.close())
    return main
  }

  return {
    portal,
    folder,
    keychain,
    covering,
    setAhead: (ms) => {
      ahead = ms
    },
    start,
    async again(main, fetch, policy) {
      await main.services.close()
      return start(fetch, policy)
    },
    async withLock() {
      const main = start()
      await main.ask('session.signIn', { ...marie, staySignedIn: true })
      await turnOn(main)
      return main
    },
    async elsewhere() {
      const other = startMain({ portalUrl: portal.url, folder: temporaryFolder(stack) })
      stack.defer(() => other.services.close())
      await other.ask('session.signIn', { ...marie, staySignedIn: false })
      await other.ask('security.reauthenticate', { password: marie.password })
      return other
    },
    everyEntry: () => [...keychain.entries.values()].join('\n'),
  }
}
