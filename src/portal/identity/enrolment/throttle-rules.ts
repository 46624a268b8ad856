/** How long sending the steps of the enrolment again and again makes one wait. */
import type { ThrottleRule } from '../../platform/throttle/throttle.ts'
import { costlyWork, costlyWorkCeiling } from '../throttling/presets.ts'

export const enrolmentAttempts = {
  'enrolment-security': {
    name: 'enrolment, step 1',
    session: 'enrolment',
    account: 'enrolmentCeiling',
  },
  'enrolment-personal-data': {
    name: 'enrolment, step 2',
    session: 'enrolment',
    account: 'enrolmentCeiling',
  },
} as const

export const enrolmentThrottleRules = {
  /** Each step, by session. */
  enrolment: costlyWork,
  enrolmentCeiling: costlyWorkCeiling,
} as const satisfies Record<string, ThrottleRule>
