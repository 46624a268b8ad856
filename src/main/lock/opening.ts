/**
 * Passwords tried at the lock. How often in vain is counted in the keychain's entry, so that neither
 * a restart nor a deleted file begins anew; and before the try itself, so that ending the app in the
 * middle of one gains nothing.
 */
import { Mutex } from 'async-mutex'
import { assertNever } from '../../shared/assert-never.ts'
import type { AppError } from '../../shared/contract/result.ts'
import type { WrappedKey } from '../platform/secrets/store-entries.ts'
import type { Store } from '../store/store.ts'
import { waitAfter, waitLeft } from './waits.ts'
import { unwrapKey, wrapKey, type ScryptCosts } from './wrapping.ts'

export type Attempt =
  | { readonly kind: 'opened'; readonly key: Buffer }
  /** With what is to be waited for until the next try, in milliseconds. */
  | { readonly kind: 'wrong'; readonly waitMs: number }
  /** Not tried: too many were wrong before. */
  | { readonly kind: 'waits'; readonly waitMs: number }
  /** Not tried: the keychain does not take the count. */
  | { readonly kind: 'uncounted' }
  /** No password locks this person's app. */
  | { readonly kind: 'off' }

export type LockOptions = Pick<WrappedKey, 'password' | 'idleMinutes'>

export type Opening = {
  /** Tries a password that someone has typed here. */
  readonly attempt: (owner: string, password: string) => Promise<Attempt>
  /** The key, where `password` opens it; not counted: the portal has just taken it. */
  readonly fitting: (owner: string, password: string) => Promise<Buffer | null>
  /** Puts `key` under another password. Whether the keychain has it now. */
  readonly wrap: (
    owner: string,
    key: Buffer,
    password: string,
    options: LockOptions,
  ) => Promise<boolean>
  /** How long nothing is tried, in milliseconds. */
  readonly waitOf: (owner: string, lock: WrappedKey) => number
}

/**
 * @param options.monotonic ms since any moment, never going back nor being set
 * @param options.costs of scrypt, where they are not the usual ones
 */
export function createOpening(options: {
  readonly store: Store
  readonly now: () => number
  readonly monotonic: () => number
  readonly costs?: ScryptCosts | undefined
}): Opening {
  const { store, now, monotonic, costs } = options
  const tries = new Mutex()
  /** In this run a wait ends by a clock that cannot be set; after a restart only the other is left. */
  const waitsUntil = new Map<string, number>()

  function waitOf(owner: string, lock: WrappedKey): number {
    const until = waitsUntil.get(owner)
    return until === undefined ? waitLeft(lock, now()) : Math.max(0, until - monotonic())
  }

  function count(owner: string, failures: number): Promise<boolean> {
    const wait = waitAfter(failures)
    waitsUntil.set(owner, monotonic() + wait)
    const nextTryAt = wait === 0 ? null : now() + wait
    return store.changeEntry(owner, (entry) =>
      entry.lock === null ? entry : { ...entry, lock: { ...entry.lock, failures, nextTryAt } },
    )
  }

  async function attemptNow(owner: string, password: string): Promise<Attempt> {
    const lock = (await store.entry(owner))?.lock ?? null
    if (lock === null) return { kind: 'off' }
    const left = waitOf(owner, lock)
    if (left > 0) return { kind: 'waits', waitMs: left }
    const failures = lock.failures + 1
    if (!(await count(owner, failures))) return { kind: 'uncounted' }
    const key = await unwrapKey(lock, password, owner)
    if (key === null) return { kind: 'wrong', waitMs: waitAfter(failures) }
    await count(owner, 0)
    return { kind: 'opened', key }
  }

  return {
    attempt: (owner, password) => tries.runExclusive(() => attemptNow(owner, password)),
    async fitting(owner, password) {
      const lock = (await store.entry(owner))?.lock ?? null
      return lock === null ? null : unwrapKey(lock, password, owner)
    },
    async wrap(owner, key, password, { password: kind, idleMinutes }) {
      const wrapping = await wrapKey(key, password, owner, costs)
      const lock = {
        ...wrapping,
        password: kind,
        idleMinutes,
        failures: 0,
        nextTryAt: null,
        waiting: 0,
      }
      return store.changeEntry(owner, (entry) => ({ ...entry, key: null, lock }))
    },
    waitOf,
  }
}

/** What is told of a try that did not open. */
export function attemptError(attempt: Attempt): AppError {
  switch (attempt.kind) {
    case 'wrong':
      return { code: 'lock_password_wrong', ...retryAfterOf(attempt.waitMs) }
    case 'waits':
      return { code: 'too_many_attempts', ...retryAfterOf(attempt.waitMs) }
    case 'uncounted':
      return { code: 'keychain_refused' }
    case 'off':
    case 'opened':
      return { code: 'invalid_state' }
    default:
      return assertNever(attempt)
  }
}

function retryAfterOf(waitMs: number): { readonly retryAfter?: number } {
  return waitMs === 0 ? {} : { retryAfter: Math.ceil(waitMs / 1_000) }
}
