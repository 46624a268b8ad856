/** How long codes that are asked for, and wrong answers, make one wait at a forgotten password. */
import { day, hour, minute } from '../../platform/clock.ts'
import type { ThrottleRule } from '../../platform/throttle/throttle.ts'
import { costlyWork, sharedAddress } from '../throttling/presets.ts'

export const recoveryAttempts = {
  'recovery-code': { name: 'codes for a forgotten password' },
  'recovery-answers': { name: 'answers for a forgotten password' },
  'recovery-day': { name: 'answers for a forgotten password, for the day' },
  'recovery-password': { name: 'a new password after a forgotten one' },
} as const

/**
 * So that nobody is flooded with mail: the first codes of addresses that an account does not know,
 * those of one /24 or /48 among them, and all their further codes, each have such a ceiling.
 */
const codesCeiling = {
  firstDelay: 2 * hour,
  longestDelay: 2 * hour,
  forgetAfter: day,
  forgetOneEvery: 2 * hour,
} as const

export const recoveryThrottleRules = {
  /** Codes that one device, or one network, asked for on one account: three, then one after 1, 2, 4 … minutes. */
  recoveryBegin: { free: 3, firstDelay: minute, longestDelay: hour, forgetAfter: day },
  recoveryPrefix: { ...codesCeiling, free: 16 },
  recoveryNewcomers: { ...codesCeiling, free: 36 },
  recoveryCodes: { ...codesCeiling, free: 10 },
  /**
   * Wrong answers that came with the right code, or where none is asked for: as many as a flow has
   * tries, then one after 1, 2, 4 … minutes.
   */
  recoveryAnswers: { free: 5, firstDelay: minute, longestDelay: hour, forgetAfter: day },
  /** The same in all: fifteen, then a day off. */
  recoveryDay: { free: 15, firstDelay: day, longestDelay: day, forgetAfter: day },
  /** New passwords sent at the end of one flow. */
  recoveryPassword: costlyWork,
  /** Codes asked for, and wrong answers, from one address, whatever the account. */
  recoveryAddress: sharedAddress,
} as const satisfies Record<string, ThrottleRule>
