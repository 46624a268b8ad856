/** What the throttle rules of several features have in common. Durations in milliseconds. */
import type { ThrottlePolicy } from '../../platform/throttle/throttle.ts'

export const second = 1000
export const minute = 60 * second
export const hour = 60 * minute
export const day = 24 * hour

/** Five wrong secrets, then 5, 10, 20 … seconds, at most 15 minutes. */
export const wrongSecrets = {
  free: 5,
  firstDelay: 5 * second,
  longestDelay: 15 * minute,
  forgetAfter: day,
} as const satisfies ThrottlePolicy

/** What is counted by address: an office shares one. */
export const sharedAddress = {
  ...wrongSecrets,
  free: 50,
  forgetAfter: hour,
} as const satisfies ThrottlePolicy

/** What makes the portal hash, whether or not it succeeds. */
export const costlyWork = {
  ...wrongSecrets,
  free: 20,
  forgetAfter: hour,
} as const satisfies ThrottlePolicy

/** The same of all sessions of an account: more than one, at its fastest, comes to in any time. */
export const costlyWorkCeiling = {
  ...costlyWork,
  free: 100,
  forgetOneEvery: 3 * minute,
} as const satisfies ThrottlePolicy
