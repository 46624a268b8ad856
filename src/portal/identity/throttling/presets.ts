/** What the throttle rules of several features have in common. Durations in milliseconds. */
import type { ThrottleRule } from '../../platform/throttle/throttle.ts'
import { second, minute, hour, day } from '../../platform/clock.ts'

/** Five wrong secrets, then 5, 10, 20 … seconds, at most 15 minutes. */
export const wrongSecrets = {
  free: 5,
  firstDelay: 5 * second,
  longestDelay: 15 * minute,
  forgetAfter: day,
} as const satisfies ThrottleRule

/** What is counted by address: an office shares one. */
export const sharedAddress = {
  ...wrongSecrets,
  free: 50,
  forgetAfter: hour,
} as const satisfies ThrottleRule

/** What makes the portal hash, whether or not it succeeds. */
export const costlyWork = {
  ...wrongSecrets,
  free: 20,
  forgetAfter: hour,
} as const satisfies ThrottleRule

/** The same of all sessions of an account: more than one, at its fastest, comes to in any time. */
export const costlyWorkCeiling = {
  ...costlyWork,
  free: 100,
  forgetOneEvery: 3 * minute,
} as const satisfies ThrottleRule
