/** Long work in parts, with main's thread free in between. */
import { setImmediate as breathe } from 'node:timers/promises'

/** Far below what a person notices, and long enough that the pauses cost little. */
const longestStretchMs = 8

/**
 * For loops that take long: called after each part, it lets main do what waits once the work has held
 * its thread for a while.
 */
export function createPace(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < longestStretchMs) return
    await breathe()
    since = performance.now()
  }
}

/** As many steps of a loop as are done between two looks at the clock: about a millisecond. */
export const stepsAtOnce = 16_384

/**
 * The ordinals 0 to `keys.length` - 1 by their keys, smallest first; equal ones stay in order, and what
 * is not a number comes last.
 */
export async function sortedOrdinals(keys: Float64Array): Promise<Uint32Array> {
  const pace = createPace()
  let sorted = Uint32Array.from(keys, (_key, ordinal) => ordinal)
  const rank = keys.map((key) => (Number.isNaN(key) ? Number.POSITIVE_INFINITY : key))
  const compare = (one: number, other: number) =>
    (rank[one] ?? 0) - (rank[other] ?? 0) || one - other
  for (let start = 0; start < keys.length; start += shortestRun) {
    sorted.subarray(start, start + shortestRun).sort(compare)
    // oxlint-disable-next-line no-await-in-loop -- main answers the page between
    await pace()
  }
  let spare = new Uint32Array(keys.length)
  for (let run = shortestRun; run < keys.length; run *= 2) {
    for (let start = 0; start < keys.length; start += 2 * run) {
      mergeRuns(rank, sorted, spare, start, run)
      // oxlint-disable-next-line no-await-in-loop -- as above
      await pace()
    }
    ;[sorted, spare] = [spare, sorted]
  }
  return sorted
}

/** Sorted at once before runs are merged. */
const shortestRun = 4_096

/** Merges the two runs of `from` that begin at `start` into `into`. */
function mergeRuns(
  rank: Float64Array,
  from: Uint32Array,
  into: Uint32Array,
  start: number,
  run: number,
): void {
  const middle = Math.min(start + run, from.length)
  const end = Math.min(start + 2 * run, from.length)
  let [left, right] = [start, middle]
  for (let at = start; at < end; at += 1) {
    const [one = 0, other = 0] = [from[left], from[right]]
    const isLeft = right >= end || (left < middle && (rank[one] ?? 0) <= (rank[other] ?? 0))
    into[at] = isLeft ? one : other
    if (isLeft) left += 1
    else right += 1
  }
}
