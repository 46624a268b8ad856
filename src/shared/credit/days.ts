/**
 * Calendar days in UTC as ISO 8601 writes them (`2026-11-29`), and months (`2026-11`): as text they
 * compare in their order.
 */

const dayMs = 24 * 60 * 60 * 1000

/** A century of days: writing one out takes longer than all that is asked of it. */
const mostWritten = 36_525
const written = new Map<number, string>()

/** The day of a time in milliseconds. */
export function dayOf(time: number): string {
  const number = Math.floor(time / dayMs)
  const known = written.get(number)
  if (known !== undefined) return known
  const day = new Date(number * dayMs).toISOString().slice(0, 10)
  if (written.size < mostWritten) written.set(number, day)
  return day
}

/** The last day of four-digit years: many a system writes it for "never". */
const lastDay = Date.UTC(9999, 11, 31)

/** `day` and `count` days more, up to the end of 9999; fewer where that is negative. */
export function addDays(day: string, count: number): string {
  return dayOf(Math.min(Date.parse(day) + count * dayMs, lastDay))
}

/** The month of a day. */
export function monthOf(day: string): string {
  return day.slice(0, 7)
}

/** `month` and `count` months more; fewer where that is negative. */
export function addMonths(month: string, count: number): string {
  const first = new Date(`${month}-01`)
  first.setUTCMonth(first.getUTCMonth() + count)
  return monthOf(first.toISOString())
}

/** The first day of a month. */
export function firstDayOf(month: string): string {
  return `${month}-01`
}

/** The last day of a month. */
export function lastDayOf(month: string): string {
  return addDays(firstDayOf(addMonths(month, 1)), -1)
}

/** The same day of the month before; the last of that month where it has none of this number. */
export function monthBefore(day: string): string {
  const month = addMonths(monthOf(day), -1)
  const same = `${month}${day.slice(7)}`
  const last = lastDayOf(month)
  return same < last ? same : last
}
