/** What an administrator demands of the lock: kept here, whatever the page offers. */
import type { RouteName } from '../../shared/contract/channels.ts'
import type { AppError } from '../../shared/contract/result.ts'
import {
  idleChoices,
  lockPasswordChoices,
  type IdleMinutes,
  type LockConfiguration,
  type LockPolicy,
} from '../../shared/contract/offline/lock.ts'
import type { WrappedKey } from '../platform/secrets/store-entries.ts'

/** Whether anybody may have to set a lock, or another one, before going on. */
export function mayDemandLock(policy: LockPolicy): boolean {
  return policy.required || policy.password !== 'any'
}

/** Whether who has this lock, or none, has to set one first. */
export function lacksLock(policy: LockPolicy, lock: Pick<WrappedKey, 'password'> | null): boolean {
  return lock === null ? policy.required : !lockPasswordChoices(policy).includes(lock.password)
}

/** The time that was chosen, or the longest that is allowed where that one is longer. */
export function withinPolicy(policy: LockPolicy, minutes: IdleMinutes): IdleMinutes {
  return idleChoices(policy).findLast((choice) => choice <= minutes) ?? 5
}

/** Whether the policy lets a person set the lock so. */
export function mayConfigure(policy: LockPolicy, wanted: LockConfiguration): boolean {
  if (wanted.kind === 'off') return !policy.required
  const isInTime = idleChoices(policy).includes(wanted.idleMinutes)
  return isInTime && (wanted.kind === 'idle' || lockPasswordChoices(policy).includes(wanted.by))
}

/** What works for who has to set a lock first: to set it, to leave, and the app itself. */
const withoutLock =
  /^(?:app|session|lock|status|updates)\.|^portal\.meta$|^outbox\.(?:read|export)$/

/** The refusal of a call while a lock has to be set; null for what works all the same. */
export function refusalWithoutLock(name: RouteName): AppError | null {
  return withoutLock.test(name) ? null : { code: 'lock_required' }
}
