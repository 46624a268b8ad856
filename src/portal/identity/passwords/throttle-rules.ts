/** How long looking at passwords, and wrong current ones, make one wait. */
import { minute, second } from '../../platform/clock.ts'
import type { ThrottleRule } from '../../platform/throttle/throttle.ts'
import { wrongSecrets } from '../throttling/presets.ts'

export const passwordAttempts = {
  'current-password': {
    name: 'entering the password again',
    session: 'currentPassword',
    account: 'currentPasswordCeiling',
  },
} as const

export const passwordThrottleRules = {
  /** Looks at a password before it is chosen, from one address. */
  passwordCheck: {
    free: 300,
    firstDelay: 2 * second,
    longestDelay: minute,
    forgetAfter: minute,
  },
  currentPassword: wrongSecrets,
  currentPasswordCeiling: { ...wrongSecrets, free: 60, forgetOneEvery: 12 * minute },
} as const satisfies Record<string, ThrottleRule>
