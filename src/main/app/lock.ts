/** The lock, put together without a word of Electron: before the session what it needs, after it the rest. */
import type { LockPolicy, lockRoutes } from '../../shared/contract/offline/lock.ts'
import { success } from '../../shared/contract/result.ts'
import type { HandlersOf } from '../ipc/router.ts'
import { createLockConfigurator } from '../lock/configuration.ts'
import { createGate, type Gate } from '../lock/gate.ts'
import { createLeaseKeeper, type LeaseKeeper } from '../lock/lease-keeper.ts'
import { createLockService, type Cover, type LockService } from '../lock/lock-service.ts'
import { createOpening, type Opening } from '../lock/opening.ts'
import type { ScryptCosts } from '../lock/wrapping.ts'
import type { Settings } from '../platform/settings/settings.ts'
import type { PortalClient } from '../portal-client/portal-client.ts'
import type { SessionService } from '../session/session-service.ts'
import type { Store } from '../store/store.ts'

export type LockOptions = {
  readonly store: Store
  /** What an administrator demands. */
  readonly policy: LockPolicy
  /** What the portal last said that it allows, in hours; null where that is not known. */
  readonly leaseHours: () => Promise<number | null>
  /** This computer's clock, in ms since 1970. */
  readonly now?: (() => number) | undefined
  /** What a try at a password costs, where it is not the usual. */
  readonly lockCosts?: ScryptCosts | undefined
}

export type LockParts = {
  readonly gate: Gate
  readonly lease: LeaseKeeper
  readonly opening: Opening
  readonly policy: LockPolicy
}

/** What the session begins behind. */
export function createLockParts({
  store,
  leaseHours,
  policy,
  now = Date.now,
  lockCosts,
}: LockOptions): LockParts {
  const clocks = { now, monotonic: () => performance.now() }
  const opening = createOpening({ store, ...clocks, costs: lockCosts })
  const lease = createLeaseKeeper({ store, ...clocks, hours: leaseHours })
  const gate = createGate({ store, opening, lease, now, policy })
  return { gate, lease, opening, policy }
}

/** The lock of `session`, and what each call about it does. */
export function createLock(
  options: LockParts & {
    readonly client: PortalClient
    readonly session: SessionService
    readonly store: Store
    readonly settings: Settings
    readonly cover: Cover
  },
): { readonly lock: LockService; readonly handlers: HandlersOf<keyof typeof lockRoutes> } {
  const { session, settings } = options
  const staysSignedIn = () => settings.values().lastSession === 'locked'
  const lock = createLockService({ ...options, staysSignedIn })
  const { read, configure } = createLockConfigurator({ ...options, lock })
  const handlers: HandlersOf<keyof typeof lockRoutes> = {
    'lock.read': read,
    'lock.configure': configure,
    'lock.lock': async () => {
      lock.lock()
      return success(session.view())
    },
    'lock.shown': async () => {
      lock.shown()
      return success({})
    },
    'lock.unlock': ({ password }) => lock.unlock(password),
    'lock.signIn': ({ password }) => lock.signIn(password),
    'lock.abandon': lock.abandon,
    'lock.leave': async () => success(lock.leave()),
    'lock.reach': lock.reach,
  }
  return { lock, handlers }
}
