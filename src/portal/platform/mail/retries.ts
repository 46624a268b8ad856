/** When a message is tried again, and until when at all. Pure; times in milliseconds. */
import type { Mail } from './mail.ts'
import { second, minute, hour } from '../clock.ts'

const delays = [
  10 * second,
  30 * second,
  minute,
  2 * minute,
  5 * minute,
  10 * minute,
  30 * minute,
] as const
/** No message waits longer for its next try. */
export const longestDelay = hour
const longestLife = 24 * hour

/** How long to wait after the try number `attempts`, which is 1 or more. */
export function delayAfter(attempts: number): number {
  return delays[attempts - 1] ?? longestDelay
}

/** From when on `mail` is of no use to anybody: a code is worth nothing once it has expired. */
export function expiryOf(mail: Mail, createdAt: number): number {
  return createdAt + ('code' in mail ? mail.minutes * minute : longestLife)
}
