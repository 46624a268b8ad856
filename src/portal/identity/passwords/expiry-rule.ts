/** Which notice of an expiring password is due. Pure; times in milliseconds. */
import { calendarDays } from '../../platform/mail/calendar.ts'

/** Days before the expiry; 0 is the day itself. */
const thresholds = [0, 1, 7, 14] as const
export const firstNotice = Math.max(...thresholds)

export type DueNotice = {
  /** What is sent once for each expiry. */
  readonly threshold: number
  /** How many days are really left: fewer than the threshold, where a run was missed. */
  readonly days: number
}

/** The one notice that fits at `now`, or null where none is due yet or any more. */
export function dueNotice(expiresAt: number, now: number): DueNotice | null {
  const days = calendarDays(now, expiresAt)
  const threshold = days < 0 ? undefined : thresholds.find((candidate) => days <= candidate)
  return threshold === undefined ? null : { threshold, days }
}
