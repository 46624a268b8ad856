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

export type Interval = { readonly low: number; readonly high: number }

const resamples = 2000

/**
 * The middle 95 % of what the ratio of medians would be in other runs like these (percentile
 * bootstrap over pairs): an interval around 1 shows no difference.
 */
export function ratioInterval(mine: readonly number[], theirs: readonly number[]): Interval {
  const ratios = Array.from({ length: resamples }, () => {
    const drawn = mine.map(() => Math.floor(Math.random() * mine.length))
    const pick = (values: readonly number[]) => drawn.map((index) => values[index] ?? Number.NaN)
    return median(pick(mine)) / median(pick(theirs))
  })
  return { low: quantile(ratios, 0.025), high: quantile(ratios, 0.975) }
}

/**
 * How often one of `mine` is greater than one of `theirs`, each held against each, ties counted half
 * (Mann and Whitney's U as a share): 0.5 where nobody could tell them apart.
 */
export function shareGreater(mine: readonly number[], theirs: readonly number[]): number {
  const points = mine.flatMap((value) =>
    theirs.map((other): number => (value > other ? 1 : value === other ? 0.5 : 0)),
  )
  return points.reduce((sum, point) => sum + point, 0) / points.length
}
