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
