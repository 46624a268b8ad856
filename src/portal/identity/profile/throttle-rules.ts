/** How long choosing other questions, and changing the e-mail address, make one wait. */
import { day, hour, minute } from '../../platform/clock.ts'
import type { ThrottleRule } from '../../platform/throttle/throttle.ts'
import { costlyWork, costlyWorkCeiling } from '../throttling/presets.ts'

export const profileAttempts = {
  questions: {
    name: 'choosing other security questions',
    session: 'questions',
    account: 'questionsCeiling',
  },
  'email-change': {
    name: 'changing the e-mail address',
    session: 'emailChange',
    account: 'emailChangeCeiling',
  },
  'email-code': {
    name: 'the code for a new e-mail address',
    session: 'emailCode',
    account: 'emailCodeCeiling',
  },
} as const

export const profileThrottleRules = {
  questions: costlyWork,
  questionsCeiling: costlyWorkCeiling,
  /** Each sends a message to an address of the caller's choice, and tells whether it is taken. */
  emailChange: { free: 10, firstDelay: minute, longestDelay: hour, forgetAfter: day },
  emailChangeCeiling: {
    free: 30,
    firstDelay: minute,
    longestDelay: hour,
    forgetAfter: day,
    forgetOneEvery: 45 * minute,
  },
  /** Wrong ones, of a million; an address that is not one's own must not be had by trying. */
  emailCode: { free: 20, firstDelay: hour, longestDelay: day, forgetAfter: day },
  emailCodeCeiling: {
    free: 60,
    firstDelay: hour,
    longestDelay: day,
    forgetAfter: day,
    forgetOneEvery: 2 * hour,
  },
} as const satisfies Record<string, ThrottleRule>
