/**
 * Whole seconds until a moment, none once it has passed: for countdowns that must not end early.
 * @param timestamp RFC 3339, by the portal's clock
 * @param now the time by the same clock, in ms since 1970
 */
export function secondsUntil(timestamp: string, now: number): number {
  return Math.max(0, Math.ceil((Date.parse(timestamp) - now) / 1_000))
}
