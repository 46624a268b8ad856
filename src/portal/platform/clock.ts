/**
 * Times that the database keeps, and the clock of now. Clocks are set, and those of two servers
 * differ: what seems to end later than it could was written by a clock that was ahead, and is not
 * believed. All in milliseconds.
 */

export const second = 1000
export const minute = 60 * second
export const hour = 60 * minute
export const day = 24 * hour

/** How much the clocks of two servers may differ without anybody noticing. */
const tolerance = 5 * minute

/** The latest end, as seen at `now`, of what lasts `lifetime`; a later one was never meant. */
export function latestEnd(lifetime: number, now: number): number {
  return now + lifetime + tolerance
}

/** Whether what lasts `lifetime` and ends at `end` is in its time at `now`. */
export function isInTime(end: number, lifetime: number, now: number): boolean {
  return end > now && end <= latestEnd(lifetime, now)
}
