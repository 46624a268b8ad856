/** How long rehearsals of the security questions with a wrong answer make one wait. */
import { day, hour, minute, second } from '../../platform/clock.ts'
import type { ThrottleRule } from '../../platform/throttle/throttle.ts'

export const securityAttempts = {
  rehearsal: {
    name: 'rehearsing the security questions',
    session: 'rehearsal',
    account: 'rehearsalCeiling',
  },
} as const

export const securityThrottleRules = {
  /** Five with a wrong answer among them; it must not serve to guess the right ones. */
  rehearsal: { free: 5, firstDelay: 30 * second, longestDelay: hour, forgetAfter: day },
  rehearsalCeiling: {
    free: 20,
    firstDelay: 30 * second,
    longestDelay: hour,
    forgetAfter: day,
    forgetOneEvery: 45 * minute,
  },
} as const satisfies Record<string, ThrottleRule>
