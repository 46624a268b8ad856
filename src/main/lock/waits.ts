/**
 * How long one waits after wrong passwords. Growing, and without an end that would destroy anything:
 * a passer-by could else erase edits that were never sent.
 */

/** Mistyped, the other keyboard, the other password: nobody is held up for that. */
const freeFailures = 5
const minute = 60_000
/** Of the fifth failure and those after it; the last one holds for all further ones. */
const waitsMs = [minute / 2, minute, 2 * minute, 5 * minute, 15 * minute, 30 * minute, 60 * minute]

/** What follows from this many failures in a row, in milliseconds. */
export function waitAfter(failures: number): number {
  if (failures < freeFailures) return 0
  return waitsMs[Math.min(failures - freeFailures, waitsMs.length - 1)] ?? 0
}

export type Counted = {
  readonly failures: number
  /** When the next try is taken, in ms since 1970 by this computer's clock; null where it may be now. */
  readonly nextTryAt: number | null
}

/**
 * What is left of the wait, in milliseconds. A clock that was set back since does not lengthen it
 * beyond what it was, and nobody waits longer for having tried before.
 */
export function waitLeft({ failures, nextTryAt }: Counted, now: number): number {
  if (nextTryAt === null) return 0
  return Math.max(0, Math.min(nextTryAt - now, waitAfter(failures)))
}
