/**
 * By how much ratings of buyers rose at most within spans of months. Whatever period lies within a span shows
 * no greater rise: so whose rating is worse at its end than at its beginning is looked for among those who
 * rose enough in the span, however many buyers there are.
 */
import { addDays, monthOf } from '../../shared/credit/days.ts'
import { ratingSpans, type Rating } from './pair-sums.ts'

/** In months; one of each length begins every half of it, so that half of it always lies within one. */
const lengths = [2, 6, 24] as const

/** What no shorter span holds. */
const allTime = 'all'

/** Months since the year 0. */
function numberOf(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
}

function nameOf(start: number, length: number): string {
  const year = String(Math.floor(start / 12)).padStart(4, '0')
  return `${year}-${String((start % 12) + 1).padStart(2, '0')}/${length}`
}

/** The first month of the later of the two spans of `length` months that hold the month `number`. */
function startOf(number: number, length: number): number {
  const half = length / 2
  return Math.floor(number / half) * half
}

/** The shortest span that holds every change of a rating behind `from`, until the end of `to`. */
export function spanOfPeriod(from: string, to: string): string {
  const first = numberOf(monthOf(addDays(from, 1)))
  const last = numberOf(monthOf(to))
  for (const length of lengths) {
    const start = startOf(first, length)
    if (last < start + length) return nameOf(start, length)
  }
  return allTime
}

function spansOfMonth(month: string): readonly string[] {
  const number = numberOf(month)
  const spans = lengths.flatMap((length) => {
    const start = startOf(number, length)
    return [nameOf(start, length), nameOf(start - length / 2, length)]
  })
  return [...spans, allTime]
}

/** The greatest rise of a rating within each span that has one, by the span's name. */
export function risesOf(ratings: readonly Rating[]): ReadonlyMap<string, number> {
  const spans = ratingSpans(ratings)
  const lowest = new Map<string, number>()
  const rises = new Map<string, number>()
  for (const [index, { from, rating }] of spans.entries()) {
    for (const span of spansOfMonth(monthOf(from))) {
      // What a span began with counts in it.
      const low = lowest.get(span) ?? spans[index - 1]?.rating ?? rating
      lowest.set(span, Math.min(low, rating))
      if (rating - low > (rises.get(span) ?? 0)) rises.set(span, rating - low)
    }
  }
  return rises
}
