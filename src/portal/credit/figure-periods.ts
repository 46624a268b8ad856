/**
 * The periods that sums are kept by: days, and what days make up, so that a range of any length is read as a
 * few of each. A period is the beginning of its days' text: `2026`, `2026-11`, `2026-11-2` (the ten days
 * whose number begins with a 2) and `2026-11-29`.
 */
import { addDays } from '../../shared/credit/days.ts'

/** Each table of sums, and how much of a day names its periods; the shortest periods first. */
export const figureTables = [
  { table: 'figure_days', length: 10 },
  { table: 'figure_tens', length: 9 },
  { table: 'figure_months', length: 7 },
  { table: 'figure_years', length: 4 },
] as const

export type FigureTableName = (typeof figureTables)[number]['table']

type Days = { readonly from: string; readonly to: string }

/** The periods of a table that are greater than one text and less than another. */
type Between = { readonly table: FigureTableName; readonly above: string; readonly below: string }

/** Behind every digit, and so behind all periods that begin as it does. */
const behindDigits = ':'

/** Parts of a range, whatever the order. */
export type Periods = readonly Between[]

/** Nothing is between these. */
const nothing = { above: behindDigits, below: '' } as const

/**
 * The periods that a range of days consists of: for each table those at its beginning, up to where a longer
 * period begins, and those at its end. Always as many, some of them empty.
 */
export function periodsOf({ from, to }: Days): Periods {
  const parts: Between[] = []
  // What the table before covers up to, without it.
  let [above, below] = [addDays(from, -1), addDays(to, 1)]
  for (const [index, { table }] of figureTables.entries()) {
    const length = figureTables[index + 1]?.length ?? 0
    const [first, last] = [from.slice(0, length), to.slice(0, length)]
    if (first === last) {
      parts.push({ table, above, below }, { table, ...nothing })
      ;[above, below] = [nothing.above, nothing.below]
      continue
    }
    parts.push({ table, above, below: first + behindDigits }, { table, above: last, below })
    ;[above, below] = [first, last]
  }
  return parts
}

/** As `periodsOf`, of all days until the end of `to`. */
export function periodsUntil(to: string): Periods {
  let below = addDays(to, 1)
  return figureTables.map(({ table }, index) => {
    const length = figureTables[index + 1]?.length ?? 0
    const longer = to.slice(0, length)
    const part = { table, above: longer, below }
    below = longer
    return part
  })
}
