/**
 * How long failures at signing in, and at renewing a session, make one wait. Whose failures count
 * together, and so who can make whom wait, is in `docs/decisions/0012-who-waits-for-whom.md`.
 */
import { hour, minute } from '../../platform/clock.ts'
import type { ThrottleRule } from '../../platform/throttle/throttle.ts'
import { sharedAddress, wrongSecrets } from '../throttling/presets.ts'

export const sessionAttempts = { 'sign-in': { name: 'signing in' } } as const

export const sessionThrottleRules = {
  /** Wrong passwords of one device, or from one network, at one account. */
  account: wrongSecrets,
  /** First tries at an account from addresses that it does not know, of one IPv4 /24 or IPv6 /48. */
  accountPrefix: {
    ...wrongSecrets,
    free: 25,
    firstDelay: minute,
    forgetOneEvery: hour,
  },
  /** The same from everywhere: twenty addresses' worth. */
  accountNewcomers: {
    ...wrongSecrets,
    free: 100,
    firstDelay: minute,
    forgetOneEvery: 15 * minute,
  },
  /** Further tries from addresses that an account does not know, all together. */
  accountStrangers: { ...wrongSecrets, free: 50 },
  /** Wrong passwords from one address, whatever the account. */
  address: sharedAddress,
  /** Refresh tokens that were not issued here, from one address. */
  refresh: sharedAddress,
} as const satisfies Record<string, ThrottleRule>
