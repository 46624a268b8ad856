/** Turning the lock on and off, and giving it another password. */
import { isDeepStrictEqual } from 'node:util'
import { assertNever } from '../../shared/assert-never.ts'
import {
  freeLock,
  type LockConfiguration,
  type LockPolicy,
  type LockState,
} from '../../shared/contract/offline/lock.ts'
import { failure, success, type Result } from '../../shared/contract/result.ts'
import { lockPasswordFailures } from '../../shared/rules/lock-password.ts'
import type { WrappedKey } from '../platform/secrets/store-entries.ts'
import type { PortalClient } from '../portal-client/portal-client.ts'
import { forUser } from '../session/session-owner.ts'
import type { SessionService } from '../session/session-service.ts'
import { personKey } from '../store/person.ts'
import type { Store } from '../store/store.ts'
import type { Gate } from './gate.ts'
import { mayConfigure, withinPolicy } from './lock-policy.ts'
import type { LockService } from './lock-service.ts'
import { attemptError, type Opening } from './opening.ts'

export type LockConfigurator = {
  readonly read: () => Promise<Result<LockState>>
  /** The portal's password is checked at the portal; the present one of the lock always. */
  readonly configure: (input: LockConfiguration) => Promise<Result<LockState>>
}

/** What is set of `lock`, for who is signed in; the refusal says why where nobody is. */
export function createLockConfigurator(options: {
  readonly client: PortalClient
  readonly session: SessionService
  readonly store: Store
  readonly gate: Gate
  readonly opening: Opening
  readonly lock: LockService
  readonly policy: LockPolicy
}): LockConfigurator {
  const { client, session, store, gate, opening, lock, policy } = options

  async function stateOf(owner: string): Promise<LockState> {
    // In this order: a store that is still being made has no entry before it is open.
    const open = await store.of(owner)
    const entry = await store.entry(owner)
    return {
      lock: entry?.lock
        ? {
            kind: 'on',
            password: entry.lock.password,
            idleMinutes: withinPolicy(policy, entry.lock.idleMinutes),
          }
        : { kind: 'off' },
      available: entry !== null && open?.durable === true,
      ...(isDeepStrictEqual(policy, freeLock) ? {} : { policy }),
    }
  }

  /** The key, once the lock's present password has been given, where there is one. */
  async function keyBy(owner: string, current: string | null): Promise<Result<Buffer>> {
    const entry = await store.entry(owner)
    if (entry === null) return failure({ code: 'lock_unavailable' })
    if (entry.key !== null) return success(Buffer.from(entry.key, 'base64url'))
    const attempt = await opening.attempt(owner, current ?? '')
    return attempt.kind === 'opened' ? success(attempt.key) : failure(attemptError(attempt))
  }

  async function takenByPortal(password: string): Promise<Result<unknown>> {
    return session.authorized((token) =>
      client.call('reauthenticate', { token, body: { password } }),
    )
  }

  /** The tokens follow to where the lock is now, and the lock goes by what is set. */
  async function settle(owner: string): Promise<Result<LockState>> {
    await session.keepAgain()
    await lock.refresh()
    return success(await stateOf(owner))
  }

  async function turnOn(
    owner: string,
    { by, password, current, idleMinutes }: Extract<LockConfiguration, { kind: 'on' }>,
  ): Promise<Result<LockState>> {
    if (by === 'own') {
      const [code] = lockPasswordFailures(password, owner)
      if (code !== undefined) {
        return failure({ code: 'invalid_request', fields: [{ field: 'password', code }] })
      }
    }
    const key = await keyBy(owner, current)
    if (!key.ok) return key
    if (!(await stateOf(owner)).available) return failure({ code: 'lock_unavailable' })
    const taken = by === 'portal' ? await takenByPortal(password) : success(null)
    if (!taken.ok) return taken
    if (!(await opening.wrap(owner, key.data, password, { password: by, idleMinutes }))) {
      return failure({ code: 'lock_unavailable' })
    }
    gate.hold(owner, key.data)
    return settle(owner)
  }

  async function turnOff(owner: string, current: string): Promise<Result<LockState>> {
    const key = await keyBy(owner, current)
    if (!key.ok) return key
    const text = key.data.toString('base64url')
    if (!(await store.changeEntry(owner, (entry) => ({ ...entry, key: text, lock: null })))) {
      return failure({ code: 'lock_unavailable' })
    }
    gate.shut()
    const settled = await settle(owner)
    await gate.forgetSecret(owner)
    return settled
  }

  async function changeLock(
    owner: string,
    change: (present: WrappedKey) => WrappedKey,
  ): Promise<Result<LockState>> {
    const changed = await store.changeEntry(owner, (entry) =>
      entry.lock === null ? entry : { ...entry, lock: change(entry.lock) },
    )
    return changed ? settle(owner) : failure({ code: 'lock_unavailable' })
  }

  return {
    read: () => forUser(session, async (name) => success(await stateOf(personKey(name)))),
    configure: (input) =>
      forUser(session, async (name) => {
        const owner = personKey(name)
        if (!mayConfigure(policy, input)) return failure({ code: 'lock_managed' })
        switch (input.kind) {
          case 'on':
            return turnOn(owner, input)
          case 'idle':
            return changeLock(owner, (present) => ({
              ...present,
              idleMinutes: input.idleMinutes,
            }))
          case 'off':
            return turnOff(owner, input.current)
          default:
            return assertNever(input)
        }
      }),
  }
}
