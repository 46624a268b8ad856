/** When a password's end is worth a word, as pure rules. */
import { expiryThresholds } from '../../../shared/contract/identity/profile-view.ts'

/** What the person has put away: this end of a password, until the next threshold. */
export type Dismissal = { readonly expiresAt: string; readonly threshold: number }

const dayMs = 86_400_000

/**
 * Days by the calendar of this computer, as a person counts them: none is today, whatever the hour.
 * @param now ms since 1970, by the portal's clock
 */
export function daysUntil(expiresAt: string, now: number): number {
  const days = (midnight(Date.parse(expiresAt)) - midnight(now)) / dayMs
  // A day on which the clocks change is an hour longer or shorter.
  return Math.max(0, Math.round(days))
}

function midnight(time: number): number {
  return new Date(time).setHours(0, 0, 0, 0)
}

/** The threshold that `days` has reached last; null where none is reached yet. */
export function thresholdOf(days: number): number | null {
  return expiryThresholds.findLast((threshold) => days <= threshold) ?? null
}

/** The days to tell, or null where it is too early or was put away. */
export function daysToTell(
  expiresAt: string | null,
  dismissed: Dismissal | null,
  now: number,
): number | null {
  if (expiresAt === null) return null
  const days = daysUntil(expiresAt, now)
  const threshold = thresholdOf(days)
  if (threshold === null) return null
  const away = dismissed?.expiresAt === expiresAt && dismissed.threshold <= threshold
  return away ? null : days
}

/** Nothing that a person is told of lasts longer, in seconds: 30 days. */
const longest = 30 * 86_400

/**
 * Whole seconds until a moment, none once it has passed: for countdowns that must not end early. At
 * most 30 days: more is no time that anyone means.
 * @param timestamp RFC 3339, by the portal's clock
 * @param now the time by the same clock, in ms since 1970
 */
export function secondsUntil(timestamp: string, now: number): number {
  return Math.min(longest, Math.max(0, Math.ceil((Date.parse(timestamp) - now) / 1_000)))
}
