/** Medians and the like; the numbers of one kind of run at a time. */

/** The value below which the share `q` (0 to 1) of `values` lies, interpolated; NaN for none. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const position = (sorted.length - 1) * q
  const below = sorted[Math.floor(position)] ?? Number.NaN
  const above = sorted[Math.ceil(position)] ?? Number.NaN
  return below + (above - below) * (position - Math.floor(position))
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/**
 * The median of `mine[i] / theirs[i]`. Runs with the same index ran next to each other, so that
 * whatever else the machine did weighed on both.
 */
export function medianRatio(mine: readonly number[], theirs: readonly number[]): number {
  return median(mine.map((value, index) => value / (theirs[index] ?? Number.NaN)))
}
