/**
 * Days as each language writes them: `2026-03-04`, `4.3.2026`, `04/03/2026`. Whether the last is in March
 * or in April, only other days of the file can tell, or whoever brought it.
 */
import { ambiguous, read, wrong, type Reading } from './cells.ts'

export const dayOrders = ['day-first', 'month-first'] as const
export type DayOrder = (typeof dayOrders)[number]

const isoDay = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/
/** The year last. With dots the day is always first: nobody writes months first so. */
const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/

type Parts = {
  readonly first: number
  readonly second: number
  readonly year: number
  readonly isDotted: boolean
}

/**
 * The day in `text`, as ISO 8601 writes it.
 * @param order which of two numbers is the day, where the text alone does not tell; null if nobody knows
 */
export function readDay(text: string, order: DayOrder | null): Reading<string> {
  const iso = isoDay.exec(text.trim())
  if (iso !== null) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const parts = partsOf(text)
  if (parts === null) return wrong('no_day')
  const { first, second, year } = parts
  const own = orderIn(text)
  if (own === 'either' && order === null) return ambiguous
  const isDayFirst = (own === 'either' ? order : own) !== 'month-first'
  return isDayFirst ? dayOf(year, second, first) : dayOf(year, first, second)
}

/** The order that all days agree on which tell; null where none does, or they differ. */
export function dayOrderIn(texts: Iterable<string>): DayOrder | null {
  const told = new Set<DayOrder>()
  for (const text of texts) {
    const order = orderIn(text)
    if (order === 'day-first' || order === 'month-first') told.add(order)
  }
  const [only] = told
  return told.size === 1 ? (only ?? null) : null
}

/** Null where it makes no difference, or is written year first. */
function orderIn(text: string): DayOrder | 'either' | null {
  const parts = partsOf(text)
  if (parts === null) return null
  const { first, second, isDotted } = parts
  if (isDotted || first === second) return null
  const months = 12
  if (first > months) return 'day-first'
  return second > months ? 'month-first' : 'either'
}

function partsOf(text: string): Parts | null {
  const match = yearLast.exec(text.trim())
  if (match === null) return null
  const [, first, separator, second, year] = match
  const isDotted = separator === '.'
  return { first: Number(first), second: Number(second), year: Number(year), isDotted }
}

/** Before it there was no credit insurance: such a year is a slip. */
const longPast = 1900

function dayOf(year: number, month: number, day: number): Reading<string> {
  const date = new Date(Date.UTC(year, month - 1, day))
  const isThere = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year > longPast
  return isThere ? read(date.toISOString().slice(0, 10)) : wrong('day_of_no_calendar')
}
